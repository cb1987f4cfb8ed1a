import TerminalText

/// A page on its way to the Markdown that forges render: words go in escaped, blocks by their names.
struct MarkdownText {
  private(set) var text = ""

  /// Words that mean nothing but themselves.
  static func escaped(_ words: String) -> String {
    var escaped = ""
    for scalar in neutralised(words).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "$", "@":
        escaped += "\\"
      default: break
      }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  /// The same where a line begins, so that it begins no list and no rule.
  private static func guarded(_ line: String) -> String {
    let line = String(line.drop { $0 == " " })
    guard let first = line.first else { return line }
    if "-+=".contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else { return line }
    return digits + "\\" + rest
  }

  /// A line of a paragraph while its words come.
  struct Line {
    fileprivate(set) var text = ""
    /// In a table a bar is a border even in code.
    fileprivate var isInTable = false

    mutating func words(_ words: String) { text += MarkdownText.escaped(words) }

    /// Words in the cell language, which keep every character.
    mutating func code(_ code: String) {
      let code = neutralised(code).replacing("|", with: isInTable ? "\\|" : "|")
      guard !code.isEmpty else { return }
      let mark = String(repeating: "`", count: MarkdownText.longestRun(of: "`", in: code) + 1)
      let pad = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
      text += mark + pad + code + pad + mark
    }

    mutating func link(_ words: String, _ address: String) {
      text += "[\(MarkdownText.escaped(words))](<\(MarkdownText.escaped(address))>)"
    }

    /// Text with its styles; where it has several lines they stay apart.
    mutating func styled(_ text: StyledText) {
      for (index, line) in text.lines.enumerated() {
        if index > 0 { self.text += "\\\n" }
        for run in line.runs { styled(run) }
      }
    }

    private mutating func styled(_ run: StyledText.Run) {
      switch run.style {
      case .code: code(run.text)
      case .strong, .heading: marked(run.text, "**")
      case .emphasis: marked(run.text, "*")
      case .plain, .axis, .threshold, .series, .overlap, .offScale, .faint, .grid, .prompt, .error,
        .warning, .success:
        words(run.text)
      }
    }

    /// Marks stand at the words, not at blanks around them.
    private mutating func marked(_ words: String, _ mark: String) {
      let start = words.prefix { $0 == " " }
      let end = words.dropFirst(start.count).reversed().prefix { $0 == " " }
      let inner = words.dropFirst(start.count).dropLast(end.count)
      guard !inner.isEmpty else { return self.words(words) }
      text += start + mark + MarkdownText.escaped(String(inner)) + mark + String(end)
    }
  }

  // MARK: - Blocks

  mutating func heading(_ level: Int, _ words: String) {
    block([String(repeating: "#", count: level) + " " + Self.escaped(words)])
  }

  mutating func paragraph(_ content: (inout Line) -> Void) {
    var line = Line()
    content(&line)
    let lines = line.text.split(separator: "\n", omittingEmptySubsequences: false)
    block(lines.map { Self.guarded(String($0)) })
  }

  /// Lines that keep their columns.
  mutating func fenced(_ text: String, _ language: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      neutralised(String($0))
    }
    let run = lines.map { Self.longestRun(of: "`", in: $0) }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, run + 1))
    block([fence + language] + lines + [fence])
  }

  mutating func rule() { block(["---"]) }

  /// What can be opened and closed; forges keep these two elements.
  mutating func details(_ summary: String, _ content: (inout MarkdownText) -> Void) {
    block(["<details><summary>\(HTMLText.escaped(summary))</summary>"])
    content(&self)
    block(["</details>"])
  }

  /// Blocks behind a mark, `- ` or `> `.
  mutating func marked(_ first: String, _ others: String, _ content: (inout MarkdownText) -> Void) {
    var inner = MarkdownText()
    content(&inner)
    let lines = inner.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    block(
      lines.enumerated().map { index, line in
        let mark = index == 0 ? first : others
        return line.isEmpty && mark.allSatisfy { $0 == " " } ? "" : mark + line
      }
    )
  }

  mutating func table(_ table: TextTable) {
    let toTheRight = table.standsRight
    guard !toTheRight.isEmpty else { return }
    func row(_ cells: [StyledText]) -> String {
      let texts = toTheRight.indices.map { column in
        var line = Line()
        line.isInTable = true
        if cells.indices.contains(column) { line.styled(cells[column].onOneLine) }
        return line.text
      }
      return "| " + texts.joined(separator: " | ") + " |"
    }
    block(
      [
        row(table.header),
        "| " + toTheRight.map { $0 ? "---:" : "---" }.joined(separator: " | ") + " |",
      ] + table.rows.map(row)
    )
  }

  private mutating func block(_ lines: [String]) {
    if !text.isEmpty { text += "\n" }
    for line in lines { text += line + "\n" }
  }

  fileprivate static func longestRun(of mark: Character, in text: String) -> Int {
    var (longest, run) = (0, 0)
    for character in text {
      run = character == mark ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

extension StyledText {
  /// The lines behind each other.
  fileprivate var onOneLine: StyledText {
    lines.dropFirst().reduce(lines[0]) { $0 + StyledText(" ") + $1 }
  }
}
