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
    if first == 0, fits(columns) { return self }
    return StyledText(
      lines: lines.flatMap { line in
        if line.fits(columns - first) {
          return [StyledText(String(repeating: " ", count: first)) + line]
        }
        if let wrapped = line.wrappedInASCII(columns, first, other) { return wrapped }
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

  /// A line in ASCII broken at its blanks, which is most of them; nil where it is none, where a word
  /// alone is wider than a line, or where code has blanks.
  ///
  /// Each new line is a part of it as it stands, behind its indentation.
  private func wrappedInASCII(_ columns: Int, _ indent: Int, _ hanging: Int) -> [StyledText]? {
    guard
      runs.allSatisfy({ run in
        run.text.isPrintableASCII && (run.style != .code || !run.text.utf8.contains(0x20))
      })
    else { return nil }
    let bytes = runs.flatMap { Array($0.text.utf8) }
    var parts: [Range<Int>] = []
    // The part that the present line holds; before its first word it is where blanks may begin it.
    var (start, end) = (0, 0)
    var room = columns - indent
    var place = 0
    while let word = Self.word(in: bytes, from: place) {
      guard word.count <= columns - max(indent, hanging) else { return nil }
      if word.upperBound - start > room {
        if end > start {
          parts.append(start..<end)
          room = columns - hanging
        }
        start = word.lowerBound
      }
      end = word.upperBound
      place = end
    }
    parts.append(start..<end)
    return parts.enumerated().map { index, part in
      StyledText(String(repeating: " ", count: index == 0 ? indent : hanging)) + self[part]
    }
  }

  /// The first word of some bytes from a place on.
  private static func word(in bytes: [UInt8], from place: Int) -> Range<Int>? {
    guard let start = bytes[place...].firstIndex(where: { $0 != 0x20 }) else { return nil }
    return start..<(bytes[start...].firstIndex(of: 0x20) ?? bytes.count)
  }

  /// A part of a text in ASCII, by its bytes.
  private subscript(part: Range<Int>) -> StyledText {
    var text = StyledText()
    var start = 0
    for run in runs {
      let end = start + run.text.utf8.count
      let own = part.clamped(to: start..<end)
      if !own.isEmpty {
        let bytes = run.text.utf8.dropFirst(own.lowerBound - start).prefix(own.count)
        text.append(String(decoding: bytes, as: UTF8.self), run.style)
      }
      start = end
    }
    return text
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
