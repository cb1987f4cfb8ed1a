import DeepNetworks
import Lessons
import Sessions
import Transcripts

/// Marks transcripts: replays their inputs against the instructor's lessons.
///
/// Outputs in a file are never believed, and nothing that a file says of marks or prompts is.
package struct Grader: Sendable {
  /// The lessons with their keys.
  package let lessons: [Lesson]
  /// The same as sessions read them.
  private let plans: [String: LessonPlan]
  /// The same for who has a copy without hints, by their digests.
  private let hintless: [String: LessonPlan]
  /// With which variants are drawn, whatever a file says.
  private let classSeed: String?

  /// A grader; nil where a lesson is a learners' copy, which has no keys.
  ///
  /// Variants are drawn with the class's seed; nil leaves it to each lesson.
  package init?(_ lessons: [Lesson], classSeed: ClassSeed? = nil) {
    guard !lessons.contains(where: \.isReleased) else { return nil }
    self.lessons = lessons
    self.classSeed = classSeed?.text
    let without = lessons.map(\.withoutHints).map { ($0.digest, LessonPlan($0).forMany) }
    hintless = Dictionary(without) { first, _ in first }
    plans = Dictionary(lessons.map { ($0.header.id.value, LessonPlan($0).forMany) }) { first, _ in
      first
    }
  }

  /// What marks depend on beside a file's bytes, of the lessons' own files: results of another stamp
  /// are made anew.
  package static func stamp(lessons sources: [[UInt8]], classSeed: ClassSeed? = nil) -> String {
    let parts =
      ["\(Engine.version) \(GradedFile.recordFormat) \(classSeed?.text ?? "")"]
      + sources.map { sha256($0) }
    return sha256(Array(parts.joined(separator: " ").utf8))
  }

  /// More inputs than anybody types; a file with more of them was made to be a burden.
  static let mostInputs = 100_000

  private static let mostRemarks = 5

  /// Marks the bytes of one file; whatever they are, there is an outcome.
  package func file(_ bytes: [UInt8], path: String) -> GradedFile {
    var known = KnownMarks()
    return file(bytes, path: path, knowing: &known)
  }

  /// The same with what files before it have come to; these lessons' alone.
  package func file(
    _ bytes: [UInt8],
    path: String,
    knowing known: inout KnownMarks
  ) -> GradedFile {
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
      return GradedFile(path: path, outcome: .refused(.noTranscript(why)), remarks: [])
    }
    switch lesson(of: transcript) {
    case .failure(let why): return GradedFile(path: path, outcome: .refused(why), remarks: remarks)
    case .success(let plan):
      let lesson = plan.lesson
      let (grades, more) = grades(transcript, plan, &known)
      let work = GradedFile.Work(
        lesson: lesson.header.id.value,
        claimed: transcript.header.learner,
        version: transcript.header.lesson?.version,
        copy: transcript.header.copy,
        modes: transcript.modes(on: lesson),
        fingerprint: Self.fingerprint(transcript),
        grades: grades
      )
      return GradedFile(path: path, outcome: .marked(work), remarks: remarks + more)
    }
  }

  /// The lesson that was played, or why what was played has no marks here.
  private func lesson(of transcript: Transcript) -> Result<LessonPlan, GradedFile.Refusal> {
    let count = transcript.exchanges.count
    if count > Self.mostInputs {
      return .failure(.tooManyInputs(count, most: Self.mostInputs))
    }
    switch transcript.header.subject {
    case .notebook(let name): return .failure(.notebook(name))
    case .lesson(let name):
      if let plan = plans[name.id] {
        let other = name.digest.flatMap { hintless[$0] }
        return .success(other.flatMap { $0.lesson.header.id.value == name.id ? $0 : nil } ?? plan)
      }
      return .failure(
        lessons.count == 1
          ? .otherLesson(name.id, expected: lessons[0].header.id.value) : .unknownLesson(name.id)
      )
    }
  }

  /// A hash of all inputs with their prompts; nil where none is an answer.
  private static func fingerprint(_ transcript: Transcript) -> String? {
    let answers = transcript.exchanges.contains { $0.prompt != .notebook }
    guard answers else { return nil }
    var bytes: [UInt8] = []
    for line in transcript.exchanges.lazy.flatMap({ $0.input.echo(at: $0.prompt) }) {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
      bytes += line.utf8
    }
    return sha256(bytes)
  }

  private func grades(
    _ transcript: Transcript,
    _ plan: LessonPlan,
    _ known: inout KnownMarks
  ) -> ([QuestionGrade], [GradeRemark]) {
    let lesson = plan.lesson
    let seed = classSeed ?? lesson.header.classSeed
    var session = transcript.session(plan, classSeed: seed)
    // That it was a talk is a claim too: here a question closes when its explanation was seen.
    session.isTalk = false
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
      return session.account(question, knowing: &known).map {
        QuestionGrade(id: question.id.value, account: $0)
      }
    }
    var remarks = remarks(transcript, lesson, strayed, following.changes)
    if lesson.questions.contains(where: { !$0.vary.isEmpty }),
      transcript.header.classSeed ?? "" != seed
    {
      remarks.append(.otherClass(recorded: transcript.header.classSeed ?? "", marked: seed))
    }
    return (grades, remarks)
  }

  private func remarks(
    _ transcript: Transcript,
    _ lesson: Lesson,
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
    if transcript.header.learner == nil, lesson.questions.contains(where: \.drawsForMarks) {
      remarks.append(.unnamed)
    }
    if lesson.header.mode == .graded, transcript.modes(on: lesson).contains(.practice) {
      remarks.append(.playedForPractice)
    }
    remarks += changes.sentences(transcript.line(ofExchange:)).map { .followed($0) }
    // On another text the prompts were followed, wherever the inputs are read now.
    if old?.digest == nil || old?.digest == new.digest, let first = strayed.first {
      remarks.append(.strayed(firstLine: first, count: strayed.count))
    }
    return remarks
  }
}

extension Question {
  /// Whether it counts and has values that are drawn for each learner.
  var drawsForMarks: Bool {
    if case .practice = credit { return false }
    return !vary.isEmpty
  }
}

extension GradedFile.Refusal: Error {}
