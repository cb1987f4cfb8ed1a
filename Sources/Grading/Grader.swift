import DeepNetworks
import Lessons
import Sessions
import Transcripts

/// Marks transcripts: replays their inputs against the instructor's lesson.
///
/// Outputs in a file are never believed, and nothing that a file says of marks or prompts is.
package struct Grader: Sendable {
  /// The lesson with its keys.
  package let lesson: Lesson
  private let rule: IdentityRule
  /// Names that were handed in, with their files.
  private var handedIn: [String: String] = [:]

  /// A grader; nil where the lesson is a learners' copy, which has no keys.
  package init?(_ lesson: Lesson, rule: IdentityRule) {
    guard !lesson.isReleased else { return nil }
    self.lesson = lesson
    self.rule = rule
  }

  /// Marks the bytes of one file; whatever they are, there is a report.
  package mutating func report(_ bytes: [UInt8], path: String) -> GradeReport {
    let (found, all) = TranscriptParser.parse(bytes, path: path)
    let whole = found?.withCutAnswer
    // A last line without a line end is told as what it counts for.
    let faults = whole == nil ? all : all.filter { $0.problem != .tornAnswer }
    var remarks = faults.prefix(Self.mostRemarks).map(GradeRemark.fault)
    if faults.count > Self.mostRemarks { remarks.append(.faults(faults.count)) }
    if let last = whole?.exchanges.last, let found {
      remarks.append(.cutAnswer(line: found.lineNumber(last.inputLines.lowerBound)))
    }
    guard let transcript = whole ?? found else {
      let why = faults.last { $0.severity == .error }?.problem ?? .notATranscript
      return GradeReport(path: path, outcome: .refused(.noTranscript(why)), remarks: [])
    }
    if let why = refusal(of: transcript.header.subject) {
      return GradeReport(path: path, outcome: .refused(why), remarks: remarks)
    }
    let identity = rule.identity(of: transcript, earlier: handedIn)
    if case .mismatch(let mismatch) = identity {
      let outcome = GradeReport.Outcome.identity(mismatch, claimed: transcript.header.learner)
      return GradeReport(path: path, outcome: outcome, remarks: remarks)
    }
    if let name = identity.name { handedIn[name] = path }
    let (grades, more) = grades(transcript)
    return GradeReport(
      path: path,
      outcome: .graded(identity, grades),
      remarks: remarks + more,
      copy: transcript.header.copy,
      modes: transcript.modes(on: lesson)
    )
  }

  /// Why what was played has no marks here; nil where it was the lesson.
  private func refusal(of subject: TranscriptHeader.Subject) -> GradeReport.Refusal? {
    let id = lesson.header.id.value
    switch subject {
    case .lesson(let name): return name.id == id ? nil : .otherLesson(name.id, expected: id)
    case .notebook(let name): return .notebook(name)
    }
  }

  /// A file that could not be read at all.
  package func report(unreadable reason: String, path: String) -> GradeReport {
    GradeReport(path: path, outcome: .refused(.unreadable(reason)), remarks: [])
  }

  private static let mostRemarks = 5

  private func grades(_ transcript: Transcript) -> ([QuestionGrade], [GradeRemark]) {
    var session = transcript.session(lesson)
    session.replayBeginning()
    var following = Following(transcript, lesson: lesson)
    var strayed: [Int] = []
    while let next = following.next(session) {
      if let exchange = next.exchange.map({ transcript.exchanges[$0] }),
        exchange.prompt != session.prompt
      {
        strayed.append(transcript.lineNumber(exchange.inputLines.lowerBound))
      }
      session.replay(next.input.input, limit: next.cancellation.limit)
    }
    following.finish(session)
    let grades = lesson.questions.compactMap { question -> QuestionGrade? in
      if case .practice = question.credit { return nil }
      return session.verdict(question).map { verdict in
        QuestionGrade(
          id: question.id.value,
          verdict: verdict,
          effort: session.effort(question),
          words: session.words(question)
        )
      }
    }
    return (grades, remarks(transcript, strayed, following.changes))
  }

  private func remarks(
    _ transcript: Transcript,
    _ strayed: [Int],
    _ changes: Following.Changes
  ) -> [GradeRemark] {
    var remarks: [GradeRemark] = []
    let (old, new) = (transcript.header.lesson, TranscriptHeader.LessonName(lesson))
    if let old, let digest = old.digest, digest != new.digest {
      let version = lesson.header.version.value
      remarks.append(
        old.version == version
          ? .otherText(version: version) : .otherVersion(recorded: old.version, marked: version)
      )
    }
    if transcript.header.engine != Engine.version {
      remarks.append(.otherEngine(transcript.header.engine))
    }
    remarks += changes.sentences(transcript.line(ofExchange:)).map { .followed($0) }
    // On another text the prompts were followed, wherever the inputs are read now.
    if old?.digest == nil || old?.digest == new.digest, let first = strayed.first {
      remarks.append(.strayed(firstLine: first, count: strayed.count))
    }
    return remarks
  }
}
