/// The learners' copy without what nobody reads, each scalar with its place in the lesson.
struct SearchedText {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var places: [Position] = []

  init(_ lines: [ReleasedLine], as read: (Unicode.Scalar) -> Unicode.Scalar?) {
    for line in lines {
      for (column, scalar) in line.text.unicodeScalars.enumerated() {
        guard let scalar = read(scalar) else { continue }
        scalars.append(scalar)
        places.append(Position(line: line.sourceLine, column: column + 1))
      }
    }
  }
}
