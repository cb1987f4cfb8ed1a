import Lessons
import Sessions
import Transcripts

// A line that one process writes and another reads: workers, shards, a run that goes on.
extension GradedFile {
  /// The form of the lines; another one is never read.
  static let recordFormat = 1

  /// The outcome as one line of JSON; `stamp` says of which bytes and lessons it is.
  package func record(stamp: String) -> String {
    var members: [(String, JSON)] = [
      ("record", .count(Self.recordFormat)), ("file", .string(path)), ("stamp", .string(stamp)),
      ("remarks", .array(remarks.map { .string($0.words) })),
    ]
    switch outcome {
    case .refused(let why): members.append(("refused", .string(why.words)))
    case .marked(let work): members.append(("work", work.value))
    }
    return JSON.object(members).line
  }

  /// The file's path in a line that this program has just written; nil where it is none.
  package static func path(ofRecord line: String) -> String? {
    JSON.leading(3, of: line)?["file"]?.text
  }

  /// Reads such a line; nil where it is none, or not whole.
  package static func reading(record line: String) -> (file: GradedFile, stamp: String)? {
    guard let value = JSON(reading: line), value["record"]?.integer == recordFormat,
      let path = value["file"]?.text, let stamp = value["stamp"]?.text,
      let remarks = value["remarks"]?.items
    else { return nil }
    let outcome: Outcome
    if let why = value["refused"]?.text {
      outcome = .refused(.said(why))
    } else if let work = value["work"].flatMap({ Work($0) }) {
      outcome = .marked(work)
    } else {
      return nil
    }
    let said = remarks.compactMap(\.text).map(GradeRemark.said)
    return (GradedFile(path: path, outcome: outcome, remarks: said), stamp)
  }
}

extension GradedFile.Work {
  fileprivate var value: JSON {
    .object([
      ("lesson", .string(lesson)), ("claimed", .optional(claimed)),
      ("version", .optional(version)), ("copy", .optional(copy?.rawValue)),
      ("modes", .array(modes.map(\.rawValue).sorted().map { .string($0) })),
      ("inputs", .optional(fingerprint)), ("grades", .array(grades.map(\.value))),
    ])
  }

  fileprivate init?(_ value: JSON) {
    guard let lesson = value["lesson"]?.text, let modes = value["modes"]?.items,
      let grades = value["grades"]?.items
    else { return nil }
    self.lesson = lesson
    claimed = value["claimed"]?.text
    version = value["version"]?.text
    copy = value["copy"]?.text.flatMap { LessonCopy(rawValue: $0) }
    self.modes = Set(modes.compactMap(\.text).compactMap { Mode(rawValue: $0) })
    fingerprint = value["inputs"]?.text
    let read = grades.compactMap { QuestionGrade($0) }
    guard read.count == grades.count else { return nil }
    self.grades = read
  }
}

extension QuestionGrade {
  fileprivate var value: JSON {
    .object([
      ("id", .string(id)), ("mark", .string(mark)), ("earned", .count(verdict.earned)),
      ("maximum", .count(verdict.maximum)), ("attempts", .count(effort.attempts)),
      ("hints", .count(effort.hints)),
      ("good", effort.wasGoodGuess.map { .boolean($0) } ?? .null),
      ("tries", .array(tries.map(\.value))),
    ])
  }

  fileprivate init?(_ value: JSON) {
    guard let id = value["id"]?.text, let mark = value["mark"]?.text.flatMap(Mark.init(rawValue:)),
      let earned = value["earned"]?.integer, let maximum = value["maximum"]?.integer,
      let attempts = value["attempts"]?.integer, let hints = value["hints"]?.integer,
      let tries = value["tries"]?.items
    else { return nil }
    let effort = Effort(attempts: attempts, hints: hints, wasGoodGuess: value["good"]?.flag)
    self.init(
      id: id,
      verdict: Verdict(kept: mark, earned: earned, of: maximum),
      effort: effort,
      tries: tries.compactMap { Tried($0) },
      reading: nil
    )
  }
}

extension Tried {
  /// As reports and records have it.
  var value: JSON {
    .object([
      ("text", .string(text)), ("mark", .optional(mark?.rawValue)),
      ("meant", .optional(meaning)), ("counts", .boolean(counts)),
    ])
  }

  fileprivate init?(_ value: JSON) {
    guard let text = value["text"]?.text, let counts = value["counts"]?.flag else { return nil }
    self.init(
      text: text,
      mark: value["mark"]?.text.flatMap(Mark.init(rawValue:)),
      meaning: value["meant"]?.text,
      counts: counts
    )
  }
}
