import Sessions

/// A mark that is another one than in an older report.
struct MarkChange: Sendable, Hashable {
  /// Who it is about: the name, or where there is none the file.
  let who: String
  let lesson: String
  let question: String
  let old: Standing?
  let new: Standing?

  /// A mark with its points, in hundredths.
  struct Standing: Sendable, Hashable {
    let mark: String
    let points: Int
  }
}

/// The marks of an older JSON report.
package struct OldMarks: Sendable {
  private let standings: [Key: MarkChange.Standing]

  private struct Key: Sendable, Hashable {
    let who: String
    let lesson: String
    let question: String
  }

  /// Reads a report of `grade --format json`.
  package init(_ bytes: [UInt8]) throws(TableError) {
    let text = try PlainText.decoded(bytes)
    guard let value = JSON(reading: text), let format = value["format"]?.integer,
      [2, 3].contains(format), let reports = value["reports"]?.items
    else { throw .noReport }
    var standings: [Key: MarkChange.Standing] = [:]
    for report in reports {
      guard report["outcome"]?.text == "graded", let file = report["file"]?.text,
        let questions = report["questions"]?.items,
        let lesson = report["lesson"]?.text ?? value["lesson"]?.text
      else { continue }
      let who = report["learner"]?.text ?? file
      for question in questions {
        guard let id = question["id"]?.text, let mark = question["mark"]?.text,
          let points = question["points"]?.hundredths
        else { throw .noReport }
        standings[Key(who: who, lesson: lesson, question: id)] = .init(mark: mark, points: points)
      }
    }
    self.standings = standings
  }

  /// Every mark that is not what it was, in the order of the reports; then those that are gone.
  func changes(_ book: Gradebook) -> [MarkChange] {
    var changes: [MarkChange] = []
    var rest = standings
    for report in book.reports {
      guard let lesson = report.lesson else { continue }
      let who = report.identity?.name ?? report.path
      for grade in report.grades {
        let key = Key(who: who, lesson: lesson, question: grade.id)
        let old = rest.removeValue(forKey: key)
        let new = MarkChange.Standing(mark: grade.mark, points: grade.verdict.earned)
        guard old != new else { continue }
        changes.append(.init(who: who, lesson: lesson, question: grade.id, old: old, new: new))
      }
    }
    let gone = rest.sorted { left, right in
      (left.key.who, left.key.lesson, left.key.question)
        < (right.key.who, right.key.lesson, right.key.question)
    }
    return changes
      + gone.map { key, old in
        .init(who: key.who, lesson: key.lesson, question: key.question, old: old, new: nil)
      }
  }
}
