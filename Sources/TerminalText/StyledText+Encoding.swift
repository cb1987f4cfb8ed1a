/// How many colours a terminal has.
package enum ColorDepth: Sendable, Hashable {
  case eight
  case indexed256
  case trueColor
}

/// What styles become when text leaves the program.
package enum TextEncoding: Sendable, Hashable {
  /// No escapes, no trailing blanks.
  case plain
  /// Colours and weights by ECMA-48 escapes; without the escapes it is the plain text.
  case ansi(ColorDepth)
}

extension StyledText {
  /// The text with its styles spelt out for a terminal or left out; no line ends in blanks.
  ///
  /// Controls inside runs are made visible, so that the only escapes are those written here. Each line
  /// sets and resets its own styles and can be shown alone.
  package func encoded(as encoding: TextEncoding) -> String {
    neutralised.lines.map { $0.lineEncoded(as: encoding) }.joined(separator: "\n")
  }

  /// The lines of the text encoded as plain text.
  package var plainLines: [String] {
    if runs.count == 1, runs[0].text.isPrintableASCII {
      return [runs[0].text.droppingTrailingBlanks]
    }
    return linesInASCII ?? neutralised.lines.map { $0.lineEncoded(as: .plain) }
  }

  /// The same for a text in ASCII, which is most of them: cut where its lines end.
  private var linesInASCII: [String]? {
    let isASCII = runs.allSatisfy { run in
      run.text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) }
    }
    guard isASCII else { return nil }
    let text = runs.count == 1 ? runs[0].text : plain
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var kept = line
      while kept.last == 0x20 { kept.removeLast() }
      return String(decoding: kept, as: UTF8.self)
    }
  }

  private func lineEncoded(as encoding: TextEncoding) -> String {
    var kept = runs
    while let last = kept.last, last.text.utf8.last == 0x20 {
      let trimmed = last.text.droppingTrailingBlanks
      if !trimmed.isEmpty {
        kept[kept.count - 1].text = trimmed
        break
      }
      kept.removeLast()
    }
    switch encoding {
    case .plain: return kept.map(\.text).joined()
    case .ansi(let depth):
      return kept.map { run in
        let codes = run.style.codes(depth)
        return codes.isEmpty ? run.text : "\u{1B}[\(codes)m\(run.text)\u{1B}[0m"
      }.joined()
    }
  }
}

extension String {
  fileprivate var droppingTrailingBlanks: String {
    guard utf8.last == 0x20 else { return self }
    var kept = self[...]
    while kept.last == " " { kept.removeLast() }
    return String(kept)
  }
}
