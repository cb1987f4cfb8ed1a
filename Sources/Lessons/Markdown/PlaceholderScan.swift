/// Names in braces in a run of source lines, in order.
struct PlaceholderScan {
  private struct Occurrence {
    let name: String
    let position: Position
    let isEscaped: Bool
  }

  private var rest: ArraySlice<Occurrence>

  /// For a text without braces.
  init() { rest = [] }

  /// Looks from a place on, to the end of the last line.
  init(_ source: LessonSource, from start: Position, through lastLine: Int) {
    var found: [Occurrence] = []
    for number in stride(from: start.line, through: lastLine, by: 1)
    where source.line(number).utf8.contains(UInt8(ascii: "{")) {
      let scalars = Array(source.line(number).unicodeScalars)
      var backslashes = 0
      for (index, scalar) in scalars.enumerated() {
        if scalar == "{", number > start.line || index >= start.column - 1,
          let name = nameInBraces(scalars[index...])
        {
          found.append(
            Occurrence(
              name: name,
              position: Position(line: number, column: index + 1),
              isEscaped: !backslashes.isMultiple(of: 2)
            )
          )
        }
        backslashes = scalar == "\\" ? backslashes + 1 : 0
      }
    }
    rest = found[...]
  }

  /// The next occurrence of the name; `nil` if it is escaped or not written as such.
  mutating func next(_ name: String) -> Position? {
    guard let index = rest.firstIndex(where: { $0.name == name }) else { return nil }
    let occurrence = rest[index]
    rest = rest[(index + 1)...]
    return occurrence.isEscaped ? nil : occurrence.position
  }
}

/// The name if the text begins with `{name}`.
func nameInBraces(_ text: ArraySlice<Unicode.Scalar>) -> String? {
  guard text.first == "{" else { return nil }
  let name = text.dropFirst().prefix { isNameScalar($0) }
  guard name.endIndex < text.endIndex, text[name.endIndex] == "}" else { return nil }
  let word = String(String.UnicodeScalarView(name))
  return isName(word) ? word : nil
}
