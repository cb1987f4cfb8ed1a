import Lessons
import Sessions

/// What a class did with one question.
struct Insight: Sendable {
  let lesson: String
  let question: String
  /// How many files of its lesson have marks.
  let files: Int
  private(set) var answered = 0
  /// How many had it right; of a guess, how many were near.
  private(set) var right = 0
  /// At which answer it was right the first time: so many at the first, so many at the second.
  private(set) var rightAt: [Int] = []
  private(set) var hinted = 0
  /// For how many it is the last question that they answered, and not the last of the lesson.
  private(set) var stopped = 0
  /// Wrong answers by how many gave them, the commonest first, with what they mean.
  let wrong: [Common]
  /// What known wrong answers mean, by how many gave one.
  let meanings: [Common]

  /// Something that several did.
  struct Common: Sendable, Hashable {
    let text: String
    let meaning: String?
    let count: Int
  }

  private static let mostCommon = 5

  private init(_ lesson: Lesson, _ question: String, _ reports: [GradeReport]) {
    (self.lesson, self.question, files) = (lesson.header.id.value, question, reports.count)
    var wrong: [String: (meaning: String?, count: Int)] = [:]
    var meanings: [String: Int] = [:]
    let isLast = reports.first?.grades.last?.id == question
    for report in reports {
      guard let grade = report.grades.first(where: { $0.id == question }) else { continue }
      if grade.effort.hints > 0 { hinted += 1 }
      if !isLast, report.grades.last(where: { $0.effort.attempts > 0 })?.id == question {
        stopped += 1
      }
      guard grade.effort.attempts > 0 else { continue }
      answered += 1
      if grade.verdict.mark == .correct || grade.effort.wasGoodGuess == true { right += 1 }
      if let first = grade.firstRight {
        while rightAt.count < first { rightAt.append(0) }
        rightAt[first - 1] += 1
      }
      // Who types the same twice is one of the class.
      for tried in Set(grade.tries.filter { $0.mark == .incorrect || $0.mark == .partial }) {
        wrong[tried.text.tidied, default: (tried.meaning, 0)].count += 1
      }
      for meaning in Set(grade.tries.compactMap(\.meaning)) { meanings[meaning, default: 0] += 1 }
    }
    self.wrong = Self.commonest(
      wrong.map { Common(text: $0, meaning: $1.meaning, count: $1.count) }
    )
    self.meanings = Self.commonest(meanings.map { Common(text: $0, meaning: nil, count: $1) })
  }

  private static func commonest(_ all: [Common]) -> [Common] {
    Array(all.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(mostCommon))
  }

  /// Every question that counts, lesson by lesson.
  static func all(_ book: Gradebook) -> [Insight] {
    book.lessons.flatMap { lesson in
      let reports = book.reports.filter { $0.lesson == lesson.header.id.value }
      return lesson.questions.compactMap { question -> Insight? in
        guard case .counted = question.credit else { return nil }
        return Insight(lesson, question.id.value, reports)
      }
    }
  }
}
