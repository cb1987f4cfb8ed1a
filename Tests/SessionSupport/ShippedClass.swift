import Lessons
import TestSupport

/// A class of generated learners of a lesson that comes with the program, the same for the same seed.
package struct ShippedClass {
  /// What somebody hands in.
  package struct HandIn: Sendable {
    package let file: String
    package let bytes: [UInt8]
    package let isLate: Bool
    /// The points that it may have, in hundredths; nil where there are no marks.
    package let points: ClosedRange<Int>?
  }

  /// How somebody works; what is right is the lesson's own transcript.
  private enum Kind: CaseIterable { case right, wrong, torn, hostile }

  package let handIns: [HandIn]

  package init(_ lesson: Lesson, transcript: String, count: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let lines = transcript.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let id = lesson.header.id.value
    let most = Self.most(lesson) { _ in true }
    // A guess is credited for being made.
    let guessed = Self.most(lesson) { if case .predict = $0.kind { true } else { false } }
    handIns = (0..<count).map { index in
      let named = Array(lines[..<5]) + ["# learner: Learner \(index)"] + lines[5...]
      let kind = random.pick(Kind.allCases)
      let isLate = random.chance(5)
      func handIn(_ bytes: [UInt8], _ points: ClosedRange<Int>?) -> HandIn {
        HandIn(file: "\(id)-\(index).transcript", bytes: bytes, isLate: isLate, points: points)
      }
      switch kind {
      case .right: return handIn(Self.bytes(named), most...most)
      case .wrong: return handIn(Self.bytes(named.map { Self.wrong($0, &random) }), 0...guessed)
      case .torn:
        let whole = Self.bytes(named)
        let kept = random.pick(Array(whole.count / 10..<whole.count))
        return handIn(Array(whole[..<kept]), 0...most)
      case .hostile: return handIn(random.pick(Classroom.hostile), nil)
      }
    }
  }

  /// The hundredths of all questions of a kind that a machine marks.
  private static func most(_ lesson: Lesson, _ isCounted: (Question) -> Bool) -> Int {
    lesson.questions.reduce(0) { sum, question in
      if case .text = question.kind { return sum }
      guard case .counted(let points, _) = question.credit, isCounted(question) else { return sum }
      return sum + points.hundredths
    }
  }

  private static func bytes(_ lines: [String]) -> [UInt8] {
    Array(lines.joined(separator: "\n").utf8)
  }

  /// A line with a number in the place of an answer, which no key is.
  private static func wrong(_ line: String, _ random: inout SplitMix64) -> String {
    guard line.hasPrefix("answer["), let end = line.firstIndex(of: ">") else { return line }
    return "\(line[...end]) \(random.pick(Array(1000...9999))).12345678"
  }
}
