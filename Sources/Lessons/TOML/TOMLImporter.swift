import CTOML

extension TOMLTable {
  /// Reads the lines from `first` to the one before `end` of the source.
  static func read(
    _ source: LessonSource,
    from first: Int,
    to end: Int
  ) -> Result<TOMLTable, ReadingFault> {
    let lines = source.lines[(first - 1)..<max(first - 1, end - 1)]
    let dots = lines.firstIndex { line in
      line.utf8.count { $0 == UInt8(ascii: ".") } > SourceLimits.dotsPerLine
    }
    if let dots {
      return .failure(ReadingFault(.tomlNesting, at: Position(line: dots + 1, column: 1)))
    }
    let text = lines.map { $0 + "\n" }.joined()
    let document = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.withMemoryRebound(to: CChar.self) { ftoml_parse($0.baseAddress, $0.count) }
    }
    guard let document = document ?? nil else {
      return .failure(ReadingFault(.tomlNesting, at: Position(line: first, column: 1)))
    }
    defer { ftoml_free(document) }
    return TOMLImporter(source: source, firstLine: first).read(document)
  }
}

/// Copies the C nodes into values.
private struct TOMLImporter {
  let source: LessonSource
  let firstLine: Int

  func read(_ document: OpaquePointer) -> Result<TOMLTable, ReadingFault> {
    let place = position(ftoml_failure_line(document), ftoml_failure_column(document))
    switch ftoml_failed(document) {
    case FTOML_NONE: break
    case FTOML_REDEFINED: return .failure(ReadingFault(.tomlRedefined, at: place))
    case FTOML_ESCAPE: return .failure(ReadingFault(.tomlEscape, at: place))
    case FTOML_INCOMPLETE: return .failure(ReadingFault(.tomlIncomplete, at: place))
    case FTOML_UNCLOSED: return .failure(ReadingFault(.tomlUnclosed, at: place))
    case FTOML_SYNTAX:
      // "Error while parsing value: could not determine value type"
      let words = String(cString: ftoml_message(document))
      let start = words.hasPrefix("Error while") ? words.firstIndex(of: ":") : nil
      let message = start.map { String(words[$0...].dropFirst(2)) } ?? words
      return .failure(
        TOMLFault.named(in: source, at: place) ?? ReadingFault(.tomlSyntax(message), at: place)
      )
    default: return .failure(ReadingFault(.tomlNesting, at: place))
    }
    let nodes = Array(
      UnsafeBufferPointer(start: ftoml_nodes(document), count: ftoml_count(document))
    )
    var children = [[Int]](repeating: [], count: nodes.count)
    for (index, node) in nodes.enumerated() where node.parent >= 0 {
      children[Int(node.parent)].append(index)
    }
    return .success(table(0, nodes, children))
  }

  private func table(_ index: Int, _ nodes: [ftoml_node], _ children: [[Int]]) -> TOMLTable {
    let entries = children[index].map { child in
      let node = nodes[child]
      let key = Located(
        text(node.key, node.key_length),
        at: position(node.key_line, node.key_column)
      )
      return TOMLTable.Entry(key: key, value: value(child, nodes, children, from: key.position))
    }
    return TOMLTable(
      entries: entries.sorted { $0.key.position < $1.key.position },
      position: position(nodes[index].line, nodes[index].column)
    )
  }

  private func value(
    _ index: Int,
    _ nodes: [ftoml_node],
    _ children: [[Int]],
    from key: Position
  ) -> TOMLValue {
    let node = nodes[index]
    // A table that only dotted keys name has no place of its own.
    let place = node.line == 0 ? key : position(node.line, node.column)
    let content: TOMLValue.Content =
      switch node.kind {
      case FTOML_STRING: .string(text(node.text, node.text_length))
      case FTOML_INTEGER:
        .integer(Int(node.integer), number(Double(node.integer), String(node.integer), at: place))
      case FTOML_FLOAT: .float(number(node.number, node.number.description, at: place))
      case FTOML_BOOLEAN: .boolean(node.integer != 0)
      case FTOML_ARRAY:
        .array(children[index].map { value($0, nodes, children, from: key) })
      case FTOML_TABLE: .table(table(index, nodes, children))
      default: .date
      }
    return TOMLValue(content: content, position: place, textPosition: textPosition(place))
  }

  /// The digits of the file, if they mean the same number; hexadecimal ones don't.
  private func number(_ value: Double, _ canonical: String, at place: Position) -> Number {
    let written = source.line(place.line).unicodeScalars.dropFirst(place.column - 1)
      .prefix { numeralScalars.contains($0) }
    let digits = String(String.UnicodeScalarView(written.filter { $0 != "_" }))
    let text = Double(digits) == value && !digits.contains("x") ? digits : canonical
    return Number(text: text, value: value, position: place)
  }

  private func textPosition(_ place: Position) -> Position {
    let rest = source.line(place.line).unicodeScalars.dropFirst(place.column - 1)
    let quotes =
      rest.starts(with: "\"\"\"".unicodeScalars) || rest.starts(with: "'''".unicodeScalars)
    // The newline after three quotes is not part of the text.
    if quotes, rest.count == 3 { return Position(line: place.line + 1, column: 1) }
    return Position(line: place.line, column: place.column + (quotes ? 3 : 1))
  }

  private func position(_ line: UInt32, _ column: UInt32) -> Position {
    Position(line: firstLine - 1 + max(Int(line), 1), column: max(Int(column), 1))
  }

  private func text(_ bytes: UnsafePointer<CChar>?, _ length: Int) -> String {
    guard let bytes else { return "" }
    return bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
    }
  }
}

private let numeralScalars = Set("0123456789+-._eE".unicodeScalars)
