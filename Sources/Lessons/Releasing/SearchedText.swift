/// The learners' copy without blanks, each scalar with its place in the lesson.
struct SearchedText {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var places: [Position] = []

  init(_ lines: [ReleasedLine]) {
    for line in lines {
      for (column, scalar) in line.text.unicodeScalars.enumerated()
      where !scalar.properties.isWhitespace {
        scalars.append(scalar)
        places.append(Position(line: line.sourceLine, column: column + 1))
      }
    }
  }
}
