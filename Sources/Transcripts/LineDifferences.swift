/// Lines compared with a file's as they come, so that none of them need be kept.
struct LineDifferences: Sendable {
  /// The lines of the file.
  private let expected: [String]
  /// How many lines have come.
  private var index = 0
  /// How many lines differ, those that one side lacks included.
  private(set) var count = 0
  /// The first that differs.
  private(set) var first: Difference?

  /// A line that is not what it was; nil where one side has ended.
  struct Difference: Sendable {
    let index: Int
    let expected: String?
    let got: String?
  }

  init(from expected: [String]) {
    self.expected = expected
  }

  /// Compares the next line, byte by byte: two spellings of `é` are two texts.
  mutating func take(_ line: String) {
    let old = index < expected.count ? expected[index] : nil
    if old?.utf8.elementsEqual(line.utf8) != true {
      note(Difference(index: index, expected: old, got: line))
    }
    index += 1
  }

  /// No further line comes: what the file has beyond them differs.
  mutating func end() {
    while index < expected.count {
      note(Difference(index: index, expected: expected[index], got: nil))
      index += 1
    }
  }

  private mutating func note(_ difference: Difference) {
    count += 1
    first = first ?? difference
  }
}
