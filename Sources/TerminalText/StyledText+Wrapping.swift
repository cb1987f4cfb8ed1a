extension StyledText {
  /// The text broken into lines of at most `columns`.
  ///
  /// Each line of the text is a paragraph. It breaks at blanks, between wide characters, inside a word
  /// only when the word alone is wider than a line, and inside code only when that is: what is to be
  /// typed stands together. `indent` blanks begin a paragraph, `hanging` its other
  /// lines; where they would leave no room they give way.
  package func wrapped(columns: Int, indent: Int = 0, hanging: Int = 0) -> StyledText {
    let columns = max(1, columns)
    let first = max(0, min(indent, columns - 2))
    let other = max(0, min(hanging, columns - 2))
    return StyledText(
      lines: lines.flatMap { line in
        if line.fits(columns - first) {
          return [StyledText(String(repeating: " ", count: first)) + line]
        }
        var wrapping = Wrapping(columns: columns, indent: first, hanging: other)
        let room = columns - max(first, other)
        let pieces = line.runs.flatMap { run in
          Piece.whole(run, within: room).map { [$0] } ?? Piece.all(of: run)
        }
        var start = 0
        while start < pieces.count {
          let kind = pieces[start].kind
          var end = start + 1
          while end < pieces.count, kind != .wide, pieces[end].kind == kind { end += 1 }
          wrapping.place(pieces[start..<end], kind)
          start = end
        }
        return wrapping.finished()
      }
    )
  }

  /// Whether a line stays as it is: in ASCII, not too wide, and no blanks at its end to be dropped.
  private func fits(_ columns: Int) -> Bool {
    var width = 0
    for run in runs {
      guard run.text.isPrintableASCII else { return false }
      width += run.text.utf8.count
    }
    return width <= columns && !hasBlanksAtEnds
  }
}

/// Blanks, letters, or one wide character of one style; a word is made of all that stand together.
private struct Piece {
  enum Kind { case blanks, letters, wide }

  let kind: Kind
  var text: String
  let style: Style
  var width: Int

  /// Code that fits a line, blanks and all, as one word.
  static func whole(_ run: StyledText.Run, within columns: Int) -> Piece? {
    guard run.style == .code, run.text.utf8.contains(0x20) else { return nil }
    let width = run.text.isPrintableASCII ? run.text.utf8.count : displayWidth(run.text)
    guard width <= columns, run.text.first != " ", run.text.last != " " else { return nil }
    return Piece(kind: .letters, text: run.text, style: run.style, width: width)
  }

  /// A run cut where blanks and letters meet, and around wide characters.
  static func all(of run: StyledText.Run) -> [Piece] {
    var pieces: [Piece] = []
    guard run.text.isPrintableASCII else {
      for character in run.text {
        let width = displayWidth(character)
        let kind: Kind = character == " " ? .blanks : width > 1 ? .wide : .letters
        if let last = pieces.indices.last, pieces[last].kind == kind, kind != .wide {
          pieces[last].text.append(character)
          pieces[last].width += width
        } else {
          let text = String(character)
          pieces.append(Piece(kind: kind, text: text, style: run.style, width: width))
        }
      }
      return pieces
    }
    var rest = run.text.utf8[...]
    while let first = rest.first {
      let end = rest.firstIndex { ($0 == 0x20) != (first == 0x20) } ?? rest.endIndex
      let text = String(decoding: rest[..<end], as: UTF8.self)
      let kind: Kind = first == 0x20 ? .blanks : .letters
      pieces.append(Piece(kind: kind, text: text, style: run.style, width: text.utf8.count))
      rest = rest[end...]
    }
    return pieces
  }
}

/// The lines of one paragraph while its words are placed.
private struct Wrapping {
  let columns: Int
  let hanging: Int
  private var done: [StyledText] = []
  private var line: StyledText
  private var used: Int
  private var isFresh = true
  private var pending: ArraySlice<Piece> = []

  init(columns: Int, indent: Int, hanging: Int) {
    self.columns = columns
    self.hanging = hanging
    line = StyledText(String(repeating: " ", count: indent))
    used = indent
  }

  /// Places a word, or the blanks between two.
  mutating func place(_ word: ArraySlice<Piece>, _ kind: Piece.Kind) {
    switch kind {
    case .blanks:
      // Blanks that begin a paragraph belong to it; those at a break are dropped.
      if !isFresh || done.isEmpty { pending = word }
    case .letters, .wide:
      let gap = Self.width(pending)
      if used + gap + Self.width(word) > columns, !isFresh || gap > 0 { breakLine() }
      append(pending)
      pending = []
      append(word)
    }
  }

  private static func width(_ word: ArraySlice<Piece>) -> Int { word.reduce(0) { $0 + $1.width } }

  func finished() -> [StyledText] { done + [line] }

  private mutating func breakLine() {
    if !isFresh {
      done.append(line)
      line = StyledText(String(repeating: " ", count: hanging))
      used = hanging
      isFresh = true
    }
    pending = []
  }

  private mutating func append(_ pieces: ArraySlice<Piece>) {
    for piece in pieces {
      if used + piece.width <= columns {
        line.append(piece.text, piece.style)
        used += piece.width
        isFresh = false
      } else {
        for character in piece.text { append(character, piece.style) }
      }
    }
  }

  private mutating func append(_ character: Character, _ style: Style) {
    let width = displayWidth(character)
    if used + width > columns, !isFresh { breakLine() }
    let fits = used + width <= columns
    line.append(fits ? String(character) : "?", style)
    used += fits ? width : 1
    isFresh = false
  }
}
