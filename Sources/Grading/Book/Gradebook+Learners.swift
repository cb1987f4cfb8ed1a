import Lessons
import Sessions

extension Gradebook {
  /// What somebody has in the course.
  struct Learner: Sendable {
    let name: String?
    let id: String?
    /// The file that counts of each lesson, by the lesson's id.
    let reports: [String: GradeReport]

    /// The points of all lessons together.
    var earned: Int { reports.values.reduce(0) { $0 + $1.score.earned } }

    var participation: Int { reports.values.reduce(0) { $0 + $1.participation } }
    var toBeRead: Int { reports.values.reduce(0) { $0 + $1.score.toBeRead } }
  }

  /// Everybody of the roster, then whoever else has marks, in the order of the files.
  ///
  /// Where only the header says who it is, each file is a learner of its own.
  var learners: [Learner] {
    var order: [String] = []
    var found: [String: (identity: Identity, reports: [String: GradeReport])] = [:]
    for (index, report) in reports.enumerated() {
      guard let identity = report.identity, let lesson = report.lesson else { continue }
      var key = identity.key ?? "\u{0}\(index)"
      if found[key]?.reports[lesson] != nil { key += "\u{0}\(index)" }
      if found[key] == nil { order.append(key) }
      found[key, default: (identity, [:])].reports[lesson] = report
    }
    var learners: [Learner] = []
    for person in roster?.people ?? [] {
      let key = Identity.roster(person).key ?? ""
      let reports = found.removeValue(forKey: key)?.reports ?? [:]
      learners.append(Learner(name: person.name, id: person.id, reports: reports))
    }
    for key in order {
      guard let (identity, reports) = found[key] else { continue }
      learners.append(Learner(name: identity.name, id: identity.id, reports: reports))
    }
    return learners
  }

  /// Who of the roster handed in nothing of a lesson.
  func missing(_ lesson: Lesson) -> [Person] {
    let id = lesson.header.id.value
    let there = Set(reports.filter { $0.lesson == id }.compactMap(\.identity?.key))
    return (roster?.people ?? []).filter { !there.contains(Identity.roster($0).key ?? "") }
  }

  /// The most that each lesson could bring, without what it cannot mark; by the lesson's id.
  var maxima: [String: Int] {
    let faults = faults
    return Dictionary(
      uniqueKeysWithValues: lessons.map { lesson in
        let id = lesson.header.id.value
        let faulty = Set(faults.filter { $0.lesson == id }.map(\.question))
        let most = lesson.questions.reduce(0) { sum, question in
          guard case .counted(let points, _) = question.credit, !faulty.contains(question.id.value)
          else { return sum }
          return sum + points.hundredths
        }
        return (id, most)
      }
    )
  }

  /// A question that its lesson could not mark, with the files that show it.
  struct Fault: Sendable {
    let lesson: String
    let question: String
    let files: [String]
  }

  /// Questions that the lessons could not mark.
  var faults: [Fault] {
    let shown = reports.filter { $0.grades.contains(where: \.isFault) }
    guard !shown.isEmpty else { return [] }
    return lessons.flatMap { lesson in
      lesson.questions.compactMap { question in
        let (id, name) = (question.id.value, lesson.header.id.value)
        let files = shown.filter { report in
          report.lesson == name && report.grades.contains { $0.id == id && $0.isFault }
        }
        guard !files.isEmpty else { return nil }
        return Fault(lesson: name, question: id, files: files.map(\.path))
      }
    }
  }

  /// Files of a lesson with the same inputs, line for line, that do not bear one name.
  var twins: [[String]] {
    var order: [String] = []
    var groups: [String: [GradeReport]] = [:]
    for report in reports {
      guard let work = report.work, let fingerprint = work.fingerprint else { continue }
      let key = "\(work.lesson) \(fingerprint)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(report)
    }
    return order.compactMap { key in
      let group = groups[key] ?? []
      guard Set(group.map { $0.identity?.key ?? $0.path }).count > 1 else { return nil }
      return group.map(\.path)
    }
  }

  /// Whether somebody's points are below a number of them, in hundredths.
  package func isBelow(_ minimum: Int) -> Bool {
    learners.isEmpty || learners.contains { $0.earned < minimum }
  }
}
