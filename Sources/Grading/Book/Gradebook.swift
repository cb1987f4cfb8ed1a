import Lessons
import Sessions

/// The files of a class: whose each is, which counts, and who handed in nothing.
package struct Gradebook: Sendable {
  package let lessons: [Lesson]
  /// A report for each file, in the order of the files.
  package private(set) var reports: [GradeReport]
  let roster: Roster?

  /// What is known of hand-ins beside the files.
  package struct Terms: Sendable, Hashable {
    let rule: IdentityRule
    /// Which of several files of one learner counts; nil where the second is a matter for a person.
    let attempts: AttemptRule?
    let times: HandInTimes?
    let due: Moment?

    package init(
      rule: IdentityRule,
      attempts: AttemptRule? = nil,
      times: HandInTimes? = nil,
      due: Moment? = nil
    ) {
      (self.rule, self.attempts, self.times, self.due) = (rule, attempts, times, due)
    }
  }

  package init(_ files: [GradedFile], lessons: [Lesson], terms: Terms) {
    self.lessons = lessons
    roster = terms.rule.roster
    let drawing = lessons.filter { $0.questions.contains(where: \.drawsForMarks) }
    let ids = Set(drawing.map(\.header.id.value))
    let identified = files.map { Self.report($0, terms, drawing: ids) }
    reports = Self.settled(identified, terms)
  }

  /// Whether somebody has to look at one of the files.
  package var needsAction: Bool { reports.contains(where: \.needsAction) }

  // MARK: - Whose, and which

  /// The report of a file; `drawing` are the lessons with numbers of each learner's own.
  private static func report(
    _ file: GradedFile,
    _ terms: Terms,
    drawing: Set<String>
  ) -> GradeReport {
    let outcome: GradeReport.Outcome
    var remarks = file.remarks
    var identity = Identity.claim(nil)
    switch file.outcome {
    case .refused(let why): outcome = .refused(why)
    case .marked(let work):
      identity = terms.rule.identity(path: file.path, claimed: work.claimed)
      if case .mismatch(let mismatch) = identity {
        outcome = .identity(mismatch, claimed: work.claimed)
      } else {
        outcome = .graded(identity, work)
        if drawing.contains(work.lesson), let remark = drawnForOther(work.claimed, identity, terms)
        {
          remarks.append(remark)
        }
      }
    }
    let moment = terms.times?.moment(of: file.path, identity)
    let isPastDue = terms.due.flatMap { due in moment.map { $0 > due } } ?? false
    if terms.due != nil, moment == nil { remarks.append(.unknownTime) }
    return GradeReport(
      path: file.path,
      outcome: outcome,
      remarks: remarks,
      moment: moment,
      isLate: isPastDue || terms.rule.isMarkedLate(file.path)
    )
  }

  /// Said of a name that was spelt so that other numbers were drawn than for the roster's.
  private static func drawnForOther(
    _ claimed: String?,
    _ identity: Identity,
    _ terms: Terms
  ) -> GradeRemark? {
    guard terms.rule.roster != nil, let claimed else { return nil }
    switch identity {
    case .roster(let person), .file(let person):
      return person.isWritten(claimed) ? nil : .drawnForOther(name: claimed, person)
    case .claim, .mismatch: return nil
    }
  }

  /// The reports with one file for each learner and lesson.
  private static func settled(_ reports: [GradeReport], _ terms: Terms) -> [GradeReport] {
    var groups: [String: [Int]] = [:]
    for (index, report) in reports.enumerated() {
      guard let identity = report.identity, let key = identity.key, let lesson = report.lesson,
        identity.isKnown || terms.attempts != nil
      else { continue }
      groups["\(lesson) \(key)", default: []].append(index)
    }
    var settled = reports
    for group in groups.values where group.count > 1 {
      for (index, outcome) in outcomes(group.map { ($0, reports[$0]) }, terms.attempts) {
        settled[index] = reports[index].with(outcome)
      }
    }
    return settled
  }

  private static func outcomes(
    _ group: [(index: Int, report: GradeReport)],
    _ rule: AttemptRule?
  ) -> [(Int, GradeReport.Outcome)] {
    let counting: (index: Int, report: GradeReport)
    switch rule {
    case nil:
      // Who decides nothing has the first one, and hears of the others.
      return group.dropFirst().map { index, report in
        let name = report.identity?.name ?? ""
        return (index, .identity(.handedInBefore(name, file: group[0].report.path), claimed: name))
      }
    case .best:
      var best = group[0]
      for other in group.dropFirst() where other.report.score.earned > best.report.score.earned {
        best = other
      }
      counting = best
    case .last:
      let unknown = group.filter { $0.report.moment == nil }
      guard unknown.isEmpty else {
        return group.map { index, report in
          (index, .identity(.noTime(report.identity?.name ?? ""), claimed: report.identity?.name))
        }
      }
      var last = group[0]
      for other in group.dropFirst()
      where (other.report.moment?.seconds ?? 0) >= (last.report.moment?.seconds ?? 0) {
        last = other
      }
      counting = last
    }
    return group.compactMap { index, report in
      guard index != counting.index, let identity = report.identity, let work = report.work else {
        return nil
      }
      return (index, .superseded(identity, by: counting.report.path, work))
    }
  }

  // MARK: - What people gave

  /// Merges the points that people gave for words.
  package mutating func merge(_ readings: Readings) throws(TableError) {
    for row in readings.rows { try merge(row) }
  }

  private mutating func merge(_ row: Readings.Row) throws(TableError) {
    let asked = lessons.filter { lesson in
      (row.lesson.map { $0 == lesson.header.id.value } ?? true)
        && lesson.questions.contains { $0.id.value == row.question }
    }
    guard !asked.isEmpty else {
      throw .unknown(line: row.line, "There is no question \"\(row.question)\".")
    }
    let person = Person(name: row.name ?? "", id: row.id)
    let found = reports.indices.filter { index in
      let report = reports[index]
      guard let identity = report.identity, let lesson = report.lesson,
        asked.contains(where: { $0.header.id.value == lesson })
      else { return false }
      if let file = row.file, file != report.path { return false }
      if let id = row.id, let theirs = identity.id { return id.foldedKey == theirs.foldedKey }
      return identity.name.map { person.answers(to: $0) } ?? (row.file != nil)
    }
    guard let index = found.first else {
      throw .unknown(line: row.line, "\"\(row.name ?? row.id ?? "")\" has handed in nothing here.")
    }
    guard found.count == 1 else {
      throw .unknown(
        line: row.line,
        "Several files could be meant; a column \"file\" tells them apart."
      )
    }
    guard let changed = try reports[index].reading(row) else {
      throw .unknown(
        line: row.line,
        "\"\(row.question)\" of \"\(row.name ?? row.id ?? "")\" is not words that wait to be read."
      )
    }
    reports[index] = changed
  }
}

extension GradeReport {
  fileprivate func with(_ outcome: Outcome) -> GradeReport {
    GradeReport(path: path, outcome: outcome, remarks: remarks, moment: moment, isLate: isLate)
  }

  /// The same with a question as a person has read it; nil where it waits for nobody.
  fileprivate func reading(_ row: Readings.Row) throws(TableError) -> GradeReport? {
    guard case .graded(let identity, let work) = outcome,
      let place = work.grades.firstIndex(where: { $0.id == row.question && $0.isOpen })
    else { return nil }
    let maximum = work.grades[place].verdict.maximum
    guard row.points <= maximum else {
      throw .cell(
        line: row.line,
        column: "points",
        text: pointsText(row.points),
        wanted: "at most \(pointsText(maximum))"
      )
    }
    var grades = work.grades
    grades[place] = grades[place].read(.init(points: row.points, comment: row.comment))
    return with(.graded(identity, work.with(grades)))
  }
}

extension GradedFile.Work {
  fileprivate func with(_ grades: [QuestionGrade]) -> GradedFile.Work {
    GradedFile.Work(
      lesson: lesson,
      claimed: claimed,
      version: version,
      copy: copy,
      modes: modes,
      fingerprint: fingerprint,
      grades: grades
    )
  }
}
