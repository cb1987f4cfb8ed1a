extension StyledText {
  /// The text broken into lines of at most `columns`.
  ///
  /// Each line of the text is a paragraph. It breaks at blanks, between wide characters, and inside a word
  /// only when the word alone is wider than a line. `indent` blanks begin a paragraph, `hanging` its other
  /// lines; where they would leave no room they give way.
  package func wrapped(columns: Int, indent: Int = 0, hanging: Int = 0) -> StyledText {
    let columns = max(1, columns)
    let first = max(0, min(indent, columns - 2))
    let other = max(0, min(hanging, columns - 2))
    return StyledText(
      lines: lines.flatMap { line in
        var wrapping = Wrapping(columns: columns, indent: first, hanging: other)
        for word in line.words { wrapping.place(word) }
        return wrapping.finished()
      }
    )
  }

  /// Blanks and words of one line in order; a wide character is a word of its own.
  fileprivate var words: [Word] {
    var words: [Word] = []
    for run in runs {
      for character in run.text {
        let cell = Word.Cell(
          character: character,
          style: run.style,
          width: displayWidth(character)
        )
        let kind: Word.Kind = character == " " ? .blanks : cell.width > 1 ? .wide : .letters
        if let last = words.indices.last, words[last].kind == kind, kind != .wide {
          words[last].cells.append(cell)
        } else {
          words.append(Word(kind: kind, cells: [cell]))
        }
      }
    }
    return words
  }
}

/// What a line may be broken before and after.
private struct Word {
  enum Kind { case blanks, letters, wide }

  struct Cell {
    let character: Character
    let style: Style
    let width: Int
  }

  let kind: Kind
  var cells: [Cell]
  var width: Int { cells.reduce(0) { $0 + $1.width } }
}

/// The lines of one paragraph while its words are placed.
private struct Wrapping {
  let columns: Int
  let hanging: Int
  private var done: [StyledText] = []
  private var line: StyledText
  private var used: Int
  private var isFresh = true
  private var pending: [Word.Cell] = []

  init(columns: Int, indent: Int, hanging: Int) {
    self.columns = columns
    self.hanging = hanging
    line = StyledText(String(repeating: " ", count: indent))
    used = indent
  }

  mutating func place(_ word: Word) {
    switch word.kind {
    case .blanks:
      // Blanks that begin a paragraph belong to it; those at a break are dropped.
      if !isFresh || done.isEmpty { pending += word.cells }
    case .letters, .wide:
      let gap = pending.reduce(0) { $0 + $1.width }
      if used + gap + word.width > columns, !isFresh || gap > 0 { breakLine() }
      if !pending.isEmpty { append(pending) }
      pending = []
      append(word.cells)
    }
  }

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

  private mutating func append(_ cells: [Word.Cell]) {
    for cell in cells {
      if used + cell.width > columns, !isFresh { breakLine() }
      let fits = used + cell.width <= columns
      line.append(fits ? String(cell.character) : "?", cell.style)
      used += fits ? cell.width : 1
      isFresh = false
    }
  }
}
