import TerminalText

/// A network on its way to text: a column of nodes per layer, whose glyph says how large the signal is.
///
/// Few layers have lines between them and their numbers below; many have a column each, or share one. When rows are
/// few the numbers go first, then notes, then the title, then what the key has beyond one line.
struct NetworkFigure {
  let around: Surroundings
  /// What stands at each mark.
  let pointings: [String]
  let drawing: NetworkDrawing
  let signal: NetworkSignal
  let frame: Frame
  let words: AxisWords

  init(_ around: Surroundings, pointings: [String], drawing: NetworkDrawing, frame: Frame) {
    self.around = around
    self.pointings = pointings
    self.drawing = drawing
    self.frame = frame
    signal = NetworkSignal(drawing)
    words = AxisWords(around)
  }

  private var count: Int { drawing.widths.count }

  /// What is written under each layer, with the name of the row.
  private var numbers: [(name: String, texts: [String])] {
    var rows = [
      (words.label, drawing.widths.indices.map { "\($0)" }),
      ("width", drawing.widths.map { "\($0)" }),
    ]
    if !drawing.signal.isEmpty {
      let texts = drawing.widths.indices.map {
        drawing.sample(at: $0)?.text(digits: 3) ?? ""
      }
      rows.append((neutralised(drawing.signalLabel), texts))
    }
    return rows
  }

  func rendered() -> StyledText { pictured() ?? columned() }

  /// A node per unit, where there is room and, with a signal, a column for every layer.
  private func pictured() -> StyledText? {
    let columns = frame.columns
    let hasSignal = !drawing.signal.isEmpty
    let numbers = hasSignal ? numbers : []
    let gutter =
      hasSignal ? min(columns / 3, (numbers.map { displayWidth($0.name) }.max() ?? 0) + 1) : 0
    let key = key.lines(in: frame, columns: columns)
    var wish = Allotment.Wish(
      tickNoteLines: max(0, numbers.count - 1),
      hasTitle: !around.title.isEmpty,
      legendLines: key.count,
      noteLines: notes(1).map { $0.noteLines(columns).count }
    )
    func made(_ rows: Int) -> NetworkPicture? {
      NetworkPicture(
        drawing,
        columns: columns,
        rows: rows,
        charset: frame.charset,
        gutter: gutter
      )
    }
    guard let first = made(Allotment(columns: columns, rows: frame.rows, wish: wish).plotRows),
      !hasSignal || !first.layers.contains(nil)
    else { return nil }
    let more = [first.note, first.hiddenUnits].compactMap { $0 }.map { StyledText($0, .faint) }
    let small = (notes(1) + more).map { $0.noteLines(columns) }
    wish.noteLines = small.map(\.count)
    let layout = Allotment(columns: columns, rows: frame.rows, wish: wish)
    guard let picture = made(layout.plotRows), layout.hasLabels, layout.notes == small.count,
      !hasSignal || layout.hasTickNote && layout.legendLines == key.count
    else { return nil }
    var lines: [StyledText] = []
    if layout.hasTitle { lines.append(frame.titleLine(around.title)) }
    lines += picture.lines(
      rows: layout.plotRows,
      glyph: { layer in
        let size = signal.sizes[layer]
        return StyledText(size.glyph, isMarked(layer) ? .strong : size.style)
      },
      columns: columns
    )
    if hasSignal {
      lines += numbers.enumerated().map { index, row in
        let name = frame.cut(StyledText(row.name), to: gutter - 1).plain
        let text = picture.under(
          { index == 0 && isMarked($0) ? "!" + row.texts[$0] : row.texts[$0] },
          name: name,
          columns: columns
        )
        return StyledText(text)
      }
    } else {
      let names = picture.under(
        { isMarked($0) ? "!a[\($0)]" : "a[\($0)]" },
        name: "",
        columns: columns
      )
      lines.append(StyledText(names, .faint))
    }
    lines += key.prefix(layout.legendLines)
    lines += small.flatMap { $0 }
    return StyledText(lines: lines.map { frame.cut($0, to: columns).padded(to: columns) })
  }

  private func isMarked(_ layer: Int) -> Bool {
    around.marks.contains { $0 == .x(Double(layer)) }
  }

  /// A column of nodes per layer, or for several.
  private func columned() -> StyledText {
    let columns = frame.columns
    let numbers = numbers
    let gutter = min(columns / 3, (numbers.map { displayWidth($0.name) }.max() ?? 0) + 1)
    let widest = numbers.flatMap(\.texts).map(\.count).max() ?? 1
    let roomy = count > 0 ? min(12, (columns - gutter) / count) : 0
    let shared = max(1, (count + columns - 2) / max(1, columns - 1))
    var notes = notes(shared).map { $0.noteLines(columns) }
    let key = key.lines(in: frame, columns: columns)
    var wish = Allotment.Wish(
      tickNoteLines: numbers.count - 1,
      hasTitle: !around.title.isEmpty,
      legendLines: key.count,
      noteLines: notes.map(\.count)
    )
    var layout = Allotment(columns: columns, rows: frame.rows, wish: wish)
    // Numbers below the layers only where nothing else has to go for them.
    let hasTable =
      roomy > widest && layout.hasLabels && layout.hasTickNote && layout.notes == notes.count
      && layout.legendLines == key.count && layout.hasTitle == wish.hasTitle
    if !hasTable {
      // What the numbers would have said.
      if let widest = drawing.widths.max(), widest > 1 {
        let words = StyledText("the tallest layer has \(widest) units", .faint)
        notes.append(words.noteLines(columns))
      }
      wish.noteLines = notes.map(\.count)
      wish.tickNoteLines = 0
      layout = Allotment(columns: columns, rows: frame.rows, wish: wish)
    }
    let across = count > 0 ? max(1, hasTable ? roomy : min(6, (columns - 1) / count)) : 1

    var lines: [StyledText] = []
    if layout.hasTitle { lines.append(frame.titleLine(around.title)) }
    let margin = StyledText(String(repeating: " ", count: hasTable ? gutter : 0))
    lines += nodes(rows: layout.plotRows, across: across, shared: shared).map { margin + $0 }
    if hasTable {
      lines.append(margin + marks(across: across, shared: 1, on: " "))
      lines += numbers.map { row in
        let name = frame.cut(StyledText(row.name, .faint), to: gutter - 1)
          .padded(to: gutter)
        return row.texts.reduce(name) { line, text in
          line + StyledText(text).padded(to: across, .left)
        }
      }
    } else {
      lines += axis(across: across, shared: shared, hasLabels: layout.hasLabels)
    }
    lines += key.prefix(layout.legendLines)
    lines += notes.prefix(layout.notes).flatMap { $0 }
    return StyledText(lines: lines.map { frame.cut($0, to: columns).padded(to: columns) })
  }

  private func axis(across: Int, shared: Int, hasLabels: Bool) -> [StyledText] {
    let used = max(1, (count + shared - 1) / shared * across - (across > 1 ? across - 1 : 0))
    let range = count > 0 ? 0...Double(count - 1) : nil
    let axis = HorizontalAxis(range, columns: used, words: words, isNamed: used > 24)
    let first = axis.ticks.first == 0 ? "+" : "-"
    let spelt = frame.charset.spelled(first + axis.line.dropFirst(), .axis)
    let line = marks(across: across, shared: shared, on: spelt)
    return [line] + (hasLabels ? [StyledText(axis.labelLine)] : [])
  }

  /// A line with the layers marked on it that someone points at.
  private func marks(across: Int, shared: Int, on line: String) -> StyledText {
    var cells = Array(line)
    let places = around.marks.compactMap { mark -> Int? in
      guard case .x(let x) = mark, x >= 0, x < Double(count) else { return nil }
      return Int(x) / shared * across
    }
    for place in places {
      while cells.count <= place { cells.append(" ") }
      cells[place] = "!"
    }
    var text = StyledText()
    for cell in cells { text.append(String(cell), cell == "!" ? .strong : .axis) }
    return text
  }

  /// The rows of nodes, the top one first.
  private func nodes(rows: Int, across: Int, shared: Int) -> [StyledText] {
    let blocks = (0..<(count + shared - 1) / shared).map { block in
      block * shared..<min(count, (block + 1) * shared)
    }
    let most = max(1, drawing.widths.max() ?? 1)
    let spans = blocks.map { block -> Range<Int> in
      let width = max(0, block.map { drawing.widths[$0] }.max() ?? 0)
      let height =
        most <= rows
        ? width : max(1, Int(Double(width) / Double(most) * Double(rows) + 0.5))
      let low = (rows - min(height, rows)) / 2
      return low..<low + min(height, rows)
    }
    return (0..<rows).reversed().map { row in
      if count == 0 { return StyledText(row == rows / 2 ? " no layers" : "", .faint) }
      var line = StyledText()
      for (index, block) in blocks.enumerated() {
        let size = block.map { signal.sizes[$0] }.max { $0.gravity < $1.gravity } ?? .ordinary
        let isHere = spans[index].contains(row)
        let isMarked = around.marks.contains { mark in
          if case .x(let x) = mark { block.contains { Double($0) == x } } else { false }
        }
        if isHere {
          line.append(size.glyph, isMarked ? .strong : size.style)
        } else {
          line.append(isMarked ? "!" : " ", .strong)
        }
        guard across > 1, index + 1 < blocks.count else { continue }
        let isJoined =
          isHere && spans[index + 1].contains(row) && across > 2
          && drawing.links.indices.contains(block.upperBound - 1)
          && drawing.links[block.upperBound - 1] == .parallel
        line.append(
          String(repeating: isJoined ? frame.charset.spelled("-", .axis) : " ", count: across - 1),
          .grid
        )
      }
      return line
    }
  }

  private var key: LegendLines {
    guard !drawing.signal.isEmpty else { return LegendLines(entries: []) }
    let present = SignalSize.allCases.filter { signal.sizes.contains($0) }
    var entries = present.map { size in
      StyledText(size.glyph, size.style) + StyledText(" \(size.words)")
    }
    if let reference = signal.reference {
      entries.append(StyledText("of \(words.at(Double(reference.layer)))'s", .faint))
    }
    return LegendLines(entries: entries)
  }

  private func notes(_ shared: Int) -> [StyledText] {
    var notes = pointings.map { StyledText($0) }
    notes += signal.events(words).map { StyledText($0, .faint) }
    if shared > 1 {
      let words = "each column stands for \(shared) layers and shows the gravest of them"
      notes.append(StyledText(words, .faint))
    }
    notes += around.thresholds.map { StyledText(drawing.series.y.words(of: $0, "layers"), .faint) }
    return notes
  }
}
