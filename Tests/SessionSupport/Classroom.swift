import Lessons
import TestSupport
import Transcripts

/// A class of generated learners of the test lesson, the same for the same seed.
package struct Classroom {
  /// What somebody hands in.
  package struct HandIn: Sendable {
    package let name: String
    /// The file's name as Canvas writes it.
    package let file: String
    package let bytes: [UInt8]
    package let kind: Kind
    /// The points that are right, in hundredths; nil where there are no marks.
    package let points: Int?
  }

  /// How somebody works.
  package enum Kind: Sendable, CaseIterable { case right, wrong, half, nothing, torn, hostile }

  package let handIns: [HandIn]
  /// Everybody's name, with the number that the learning system has for them.
  package var roster: String {
    "Student,ID,SIS Login ID\n"
      + names.enumerated().map { "\"\($1)\",\(1000 + $0),u\($0)\n" }.joined()
  }
  private let names: [String]

  package init(_ lesson: Lesson, count: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let given = ["Ada", "Grace", "Élodie", "Jürgen", "李", "O'Neil", "Anne-Marie"]
    let family = ["Lovelace", "Hopper", "Noether", "Curie", "Franklin", "Meitner"]
    names = (0..<count).map { "\(random.pick(family))\($0), \(random.pick(given))" }
    handIns = names.enumerated().map { index, name in
      let kind = random.pick(Kind.allCases)
      let claimed = name.split(separator: ",").reversed().map {
        String($0.drop { $0 == " " })
      }.joined(separator: " ")
      let (bytes, points) = Self.work(kind, claimed, lesson, &random)
      let late = random.chance(5) ? "LATE_" : ""
      let squeezed = name.lowercased().filter { $0.isLetter || $0.isNumber }
      return HandIn(
        name: name,
        file: "\(squeezed)_\(late)\(1000 + index)_\(50_000 + index)_growth.transcript",
        bytes: bytes,
        kind: kind,
        points: points
      )
    }
  }

  /// A file of the learner, and what it is worth.
  ///
  /// The guess brings 0.5, the questions 2, 1, 1, 1 and 2 points; words bring none by machine.
  private static func work(
    _ kind: Kind,
    _ name: String,
    _ lesson: Lesson,
    _ random: inout SplitMix64
  ) -> ([UInt8], Int?) {
    let half = ["", "30", "", "t*n", "t^n", "", "0.5^27", "", "large", ""]
    switch kind {
    case .right: return (file(Growth.diligent, name, lesson), 750)
    case .wrong:
      let lines = ["", "30", "", "t*n", "", "0", "", "large", "", "L*s"]
      return (file(lines, name, lesson), 50)
    case .half: return (file(half, name, lesson), 350)
    case .nothing: return (file([], name, lesson), 0)
    case .torn:
      // The last line is cut within its prompt, so nothing of it counts.
      return (file(half, name, lesson) + Array("answer[fo".utf8), 350)
    case .hostile: return (random.pick(hostile), nil)
    }
  }

  /// Files that are no transcripts, each in its way.
  package static let hostile: [[UInt8]] = [
    [], [0, 0, 0, 0], Array("PK\u{3}\u{4}".utf8), [0xFF, 0xFE, 0x23, 0],
    Array("# fathom transcript 99\n# lesson: growth\n".utf8),
    Array("# fathom transcript 1\n# lesson: \u{1B}[2J\u{202E}evil 1.0.0\n\n".utf8),
    Array("# fathom transcript 1\n# notebook: =cmd|' /C calc'!A1\n\nfathom> 1\n".utf8),
    Array(repeating: UInt8(ascii: "x"), count: 100_000),
  ]

  /// A session with these inputs in which nothing was shown.
  package static func file(_ lines: [String], _ name: String?, _ lesson: Lesson) -> [UInt8] {
    var recorder = Recorder(lesson, learner: name)
    var text = TranscriptHeader(lesson, learner: name).lines + [""]
    for line in lines {
      text += recorder.echo(line)
      recorder.type(line)
    }
    return Array(text.map { $0 + "\n" }.joined().utf8)
  }
}
