/// Rules about lines that cmark doesn't tell apart.
enum LineRules {
  /// Tabs among the blanks and markers that begin a line: their width decides what the line is.
  static func tabs(in source: LessonSource, _ markup: Markup) -> [Located<Problem>] {
    var isCode = [Bool](repeating: false, count: source.lines.count + 2)
    for node in markup.nodes where node.kind == .fence {
      for line in stride(from: node.startLine + 1, to: node.endLine, by: 1)
      where isCode.indices.contains(line) {
        isCode[line] = true
      }
    }
    return source.lines.enumerated().compactMap { index, line in
      guard !isCode[index + 1], let column = structuralTab(line) else { return nil }
      return Located(.tab, at: Position(line: index + 1, column: column))
    }
  }

  private static func structuralTab(_ line: String) -> Int? {
    guard line.utf8.contains(UInt8(ascii: "\t")) else { return nil }
    let isFence =
      line.drop { $0 == " " }.hasPrefix("```") || line.drop { $0 == " " }.hasPrefix("~~~")
    let scalars = Array(line.unicodeScalars)
    let beginning = isFence ? scalars[...] : scalars.prefix { structure.contains($0) }
    return beginning.firstIndex(of: "\t").map { $0 + 1 }
  }

  private static let structure = Set(" \t>#-+*0123456789.)".unicodeScalars)

  /// Whether a fence ends with a line of its own rather than with the file.
  static func isClosed(_ node: Markup.Node, in source: LessonSource) -> Bool {
    guard node.endLine > node.startLine else { return false }
    let last = source.line(node.endLine)
    let line = last.drop { " \t>".contains($0) }
    // Four blanks more than the opener's make it a line of code.
    guard last.count - line.count <= node.startColumn + 2 else { return false }
    let marks = line.prefix { $0 == line.first }
    return (line.first == "`" || line.first == "~") && marks.count >= (node.number ?? 3)
      && line[marks.endIndex...].allSatisfy { $0 == " " || $0 == "\t" }
  }

  /// The line within a fence that would open another of the same marks: one close is missing.
  static func fenceWithin(_ node: Markup.Node, _ source: LessonSource) -> Int? {
    let opener = source.line(node.startLine).drop { !"`~".contains($0) }
    guard let mark = opener.first else { return nil }
    let marks = String(repeating: mark, count: node.number ?? 3)
    return (node.startLine + 1..<max(node.endLine, node.startLine + 1)).first { number in
      let line = source.line(number).drop { $0 == " " }
      return line.hasPrefix(marks) && line.contains { $0.isLetter }
    }
  }
}
