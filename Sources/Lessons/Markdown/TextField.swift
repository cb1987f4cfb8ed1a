/// The prose of a text in TOML: inline Markdown, an empty line between paragraphs.
///
/// What would begin a block in a file (`-`, `#`, `>`, `1.`, four spaces) is only a character here,
/// so that no text means anything but itself.
struct TextField {
  let prose: Prose
  let problems: [Located<Problem>]

  /// A space to cmark's emphasis rules but not to its block rules; nobody writes Ogham here.
  private static let guardMark = "\u{1680}"

  init(_ text: Located<String>, source: LessonSource, through lastLine: Int) {
    let lines = text.value.split(separator: "\n", omittingEmptySubsequences: false)
    let guarded = lines.map { line in
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      return trimmed.isEmpty ? "" : Self.guardMark + trimmed
    }
    guard let markup = Markup(guarded.joined(separator: "\n")) else {
      prose = Prose(elements: [])
      problems = [Located(.tooDense, at: text.position)]
      return
    }
    let scan =
      text.value.utf8.contains(UInt8(ascii: "{"))
      ? PlaceholderScan(source, from: text.position, through: lastLine) : PlaceholderScan()
    var inline = InlineReducer(markup, scan: scan, position: text.position)
    var elements: [ProseElement] = []
    for node in markup.children(of: 0) {
      let spans = inline.reduce(childrenOf: node)
      elements.append(
        ProseElement(
          content: .paragraph(spans.compactMap(Self.unguarded)),
          listDepth: 0,
          quoteDepth: 0,
          isTight: false,
          position: text.position
        )
      )
    }
    prose = Prose(elements: elements)
    problems = inline.problems
  }

  private static func unguarded(_ span: Span) -> Span? {
    switch span {
    case .text(let text, let emphasis):
      let rest = unguarded(text)
      return rest.isEmpty ? nil : .text(rest, emphasis)
    case .code(let code): return .code(unguarded(code))
    case .placeholder, .lineBreak: return span
    }
  }

  // By bytes: the mark may have joined a combining accent.
  private static func unguarded(_ text: String) -> String {
    let mark = Array(guardMark.utf8)
    guard text.utf8.contains(mark[0]) else { return text }
    var kept: [UInt8] = []
    kept.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      kept.append(byte)
      if byte == mark[2], kept.suffix(3).elementsEqual(mark) { kept.removeLast(3) }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
