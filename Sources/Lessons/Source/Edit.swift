/// Lines of the lesson that the learners' copy has otherwise, or not at all.
struct Edit: Sendable, Hashable {
  let lines: ClosedRange<Int>
  let replacement: [ReleasedLine]

  init(_ lines: ClosedRange<Int>, _ replacement: [ReleasedLine]) {
    self.lines = lines
    self.replacement = replacement
  }

  /// The canonical lines: edited, without blanks at the ends of lines, and without the empty line
  /// after something that was taken out between two.
  static func apply(_ edits: [Edit], to source: LessonSource) -> [ReleasedLine] {
    var released: [ReleasedLine] = []
    var number = 1
    var rest = edits[...]
    while number <= source.lines.count {
      guard let edit = rest.first, edit.lines.lowerBound == number else {
        released.append(ReleasedLine(text: withoutEnd(source.line(number)), sourceLine: number))
        number += 1
        continue
      }
      rest.removeFirst()
      released += edit.replacement
      number = edit.lines.upperBound + 1
      if edit.replacement.isEmpty, released.last?.text.isEmpty ?? true,
        number <= source.lines.count, withoutEnd(source.line(number)).isEmpty
      {
        number += 1
      }
    }
    while released.last?.text.isEmpty == true { released.removeLast() }
    return released
  }

  private static func withoutEnd(_ line: String) -> String {
    var line = line[...]
    while line.last == " " || line.last == "\t" { line.removeLast() }
    return String(line)
  }
}
