import DeepNetworks
import Lessons
import Sessions
import TerminalText

/// What a replay found.
package enum Comparison: Sendable, Hashable {
  case same
  case differs(Difference, count: Int)
  /// The results of another engine are not compared.
  case otherEngine(recorded: Int)
  /// Another width changed what only the width of lines may change.
  case notAtWidth(columns: Int, WidthProblem)

  /// What may not differ at another width, and does.
  package enum WidthProblem: Sendable, Hashable {
    case prompts
    case marks
    case overlong(String)
  }

  /// The first line that is not what it was; nil where one side has ended.
  package struct Difference: Sendable, Hashable {
    /// The number of the line in the file.
    package let line: Int
    package let expected: String?
    package let got: String?
  }

  /// Compares a transcript with what its inputs give now, line by line, the header's lesson included.
  package init(_ transcript: Transcript, with replay: Replay, lesson: Lesson?) {
    guard transcript.header.engine == Engine.version else {
      self = .otherEngine(recorded: transcript.header.engine)
      return
    }
    var header = transcript.header
    if let lesson { header.subject = .lesson(TranscriptHeader.LessonName(lesson)) }
    var first: Difference?
    var count = 0
    // The lesson's line is the second of every header that names version and digest.
    if header.subject != transcript.header.subject {
      first = Difference(line: 2, expected: transcript.header.lines[1], got: header.lines[1])
      count = 1
    }
    let (old, new) = (transcript.body, replay.body)
    for index in 0..<max(old.count, new.count) {
      let expected = index < old.count ? old[index] : nil
      let got = index < new.count ? new[index] : nil
      guard !Self.isSame(expected, got) else { continue }
      count += 1
      first =
        first ?? Difference(line: transcript.lineNumber(index), expected: expected, got: got)
    }
    self = first.map { .differs($0, count: count) } ?? .same
  }

  /// Compares bytes: two spellings of `é` are two texts.
  private static func isSame(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left.utf8.elementsEqual(right.utf8)
  }

  /// Replays at another width, where inputs and marks stay and lines fit.
  package init(_ transcript: Transcript, with replay: Replay, lesson: Lesson?, columns: Int) {
    let other = Replay(transcript, lesson: lesson, columns: columns)
    if other.prompts != replay.prompts {
      self = .notAtWidth(columns: columns, .prompts)
    } else if other.verdicts != replay.verdicts {
      self = .notAtWidth(columns: columns, .marks)
    } else if let line = other.overlong.first {
      self = .notAtWidth(columns: columns, .overlong(line))
    } else {
      self = .same
    }
  }
}
