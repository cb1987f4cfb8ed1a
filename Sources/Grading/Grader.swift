import DeepNetworks
import Lessons
import Sessions
import TerminalText
import Transcripts

/// Marks transcripts: replays their inputs against the instructor's lesson.
///
/// Outputs in a file are never believed, and nothing that a file says of marks or prompts is.
package struct Grader: Sendable {
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
    let (found, faults) = TranscriptParser.parse(bytes, path: path)
    var remarks = faults.prefix(Self.mostRemarks).map(\.text)
    if faults.count > Self.mostRemarks { remarks.append("\(faults.count) remarks in all.") }
    guard let transcript = found else {
      let why = faults.last { $0.severity == .error }?.problem.message ?? ""
      return GradeReport(path: path, outcome: .refused(why), remarks: [])
    }
    let id = lesson.header.id.value
    guard transcript.header.lesson.id == id else {
      let why = ReplayError.otherLesson(transcript.header.lesson.id, found: id).description
      return GradeReport(path: path, outcome: .refused(why), remarks: remarks)
    }
    let identity = rule.identity(of: transcript, earlier: handedIn)
    if case .mismatch(let mismatch) = identity {
      let outcome = GradeReport.Outcome.identity(mismatch, claimed: transcript.header.learner)
      return GradeReport(path: path, outcome: outcome, remarks: remarks)
    }
    if let name = identity.name { handedIn[name] = path }
    let (grades, more) = grades(transcript)
    return GradeReport(path: path, outcome: .graded(identity, grades), remarks: remarks + more)
  }

  /// A file that could not be read at all.
  package func report(unreadable reason: String, path: String) -> GradeReport {
    GradeReport(path: path, outcome: .refused(reason), remarks: [])
  }

  private static let mostRemarks = 5

  private func grades(_ transcript: Transcript) -> ([QuestionGrade], [String]) {
    var session = transcript.session(lesson)
    session.replayBeginning()
    var strayed: [Int] = []
    for exchange in transcript.exchanges {
      if exchange.prompt != session.prompt {
        strayed.append(transcript.lineNumber(exchange.inputLines.lowerBound))
      }
      session.replay(exchange.input.input)
    }
    let grades = lesson.questions.compactMap { question -> QuestionGrade? in
      if case .practice = question.credit { return nil }
      let result: QuestionGrade.Result =
        session.verdict(question).map { .marked($0) } ?? .toRead(session.words(question))
      return QuestionGrade(id: question.id.value, result: result)
    }
    return (grades, remarks(transcript, strayed))
  }

  private func remarks(_ transcript: Transcript, _ strayed: [Int]) -> [String] {
    var remarks: [String] = []
    let (old, new) = (transcript.header.lesson, TranscriptHeader.LessonName(lesson))
    if let digest = old.digest, digest != new.digest {
      let version = neutralised(old.version ?? "another version")
      remarks.append(
        old.version == new.version
          ? "Recorded on another text of version \(version)."
          : "Recorded on version \(version), marked with \(lesson.header.version.value)."
      )
    }
    if transcript.header.engine != Engine.version {
      remarks.append("Recorded with engine \(transcript.header.engine).")
    }
    if let first = strayed.first {
      let more = strayed.count == 1 ? "" : " and \(strayed.count - 1) more"
      remarks.append("Line \(first)\(more): the lesson reads this input at another prompt.")
    }
    return remarks
  }
}
