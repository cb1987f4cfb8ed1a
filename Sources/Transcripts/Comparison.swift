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
    if let difference = replay.differences.first {
      let line = transcript.lineNumber(difference.index)
      first = first ?? Difference(line: line, expected: difference.expected, got: difference.got)
      count += replay.differences.count
    }
    self = first.map { .differs($0, count: count) } ?? .same
  }

  /// Replays at another width, where inputs and marks stay and lines fit.
  package init(_ transcript: Transcript, with replay: Replay, lesson: Lesson?, columns: Int) {
    let other = Replay(transcript, lesson: lesson, columns: columns, keepsText: false)
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
