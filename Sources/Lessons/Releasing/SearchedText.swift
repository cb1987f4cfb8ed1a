/// The learners' copy without what nobody reads, each scalar with its place in the lesson.
struct SearchedText {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var places: [Position] = []
  /// Where each three scalars stand that do.
  private var starts: [UInt64: [Int]] = [:]

  init(_ lines: [ReleasedLine], as read: (Unicode.Scalar) -> Unicode.Scalar?) {
    for line in lines {
      for (column, scalar) in line.text.unicodeScalars.enumerated() {
        guard let scalar = read(scalar) else { continue }
        scalars.append(scalar)
        places.append(Position(line: line.sourceLine, column: column + 1))
      }
    }
    for start in scalars.indices.dropLast(Self.looked - 1) {
      starts[Self.key(scalars[start..<start + Self.looked]), default: []].append(start)
    }
  }

  /// How many scalars a place is looked up by.
  private static let looked = 3

  /// Scalars side by side, 21 bits each.
  private static func key(_ scalars: ArraySlice<Unicode.Scalar>) -> UInt64 {
    scalars.reduce(0) { $0 << 21 | UInt64($1.value) }
  }

  /// Where some scalars, three at least, stand.
  func places(of needle: [Unicode.Scalar]) -> [Int] {
    guard needle.count >= Self.looked else { return [] }
    return (starts[Self.key(needle[..<Self.looked])] ?? []).filter { start in
      start + needle.count <= scalars.count
        && scalars[start..<start + needle.count].elementsEqual(needle)
    }
  }
}
