import TerminalText

/// A figure with an x and a y axis on its way to text: lines, points, or bands around medians.
struct LineFigure {
  /// What is said of it.
  let said: LineContent
  /// What is drawn, each at its place.
  let content: LineContent
  let frame: Frame
  let domain: Domain
  let scale: Scale?

  init(_ content: LineContent, frame: Frame) {
    said = content
    self.content = content.onItsAxis
    self.frame = frame
    domain = self.content.domain.sharing(frame.shared)
    let axis = content.around.axis
    scale = content.isJoined ? Scale(axis, for: domain) : Scale(plain: axis, for: domain)
  }

  var around: Surroundings { content.around }
  var series: [Series] { content.series }
  var bands: [Quantiles] { content.bands }

  var ghosts: [Ghost] {
    content.ghosts.map { Ghost(series: $0, isJoined: content.isJoined, x: domain.x) }
  }

  /// Whether lines are drawn in dots; points of several series keep a glyph each, by which they differ, and so do
  /// points of now and before.
  var hasDots: Bool {
    frame.charset != .ascii && (content.isJoined || series.count < 2 && content.ghosts.isEmpty)
  }

  /// The figure in exactly the frame's columns and at most its rows.
  func rendered() -> StyledText {
    let columns = frame.columns
    let notes = noteLines
    let (layout, ticks, tickNote) = arranged(notes: notes)
    let gutter = layout.gutter(labelWidth: ticks.labelWidth)
    let raster = raster(layout, ticks)

    let top = layout.hasTitle ? 1 : 0
    var lines = Array(repeating: StyledText(), count: max(0, (frame.level?.top ?? top) - top))
    if layout.hasTitle { lines.append(frame.titleLine(around.title)) }
    lines += plot(raster, ticks, gutter: gutter)
    let margin = StyledText(String(repeating: " ", count: gutter))
    lines += underPlot(raster, layout).map { margin + $0 }
    lines += tickNote
    lines += notes.prefix(layout.notes).flatMap { $0 }
    return StyledText(lines: lines.map { $0.padded(to: columns) })
  }

  var notes: Notes {
    Notes(content: said, domain: domain, scale: scale)
  }

  private var noteLines: [[StyledText]] { notes.lines.map { $0.noteLines(frame.columns) } }

  /// Where its axes stand.
  var level: Level {
    let layout = arranged(notes: noteLines).0
    return Level(top: frame.level?.top ?? (layout.hasTitle ? 1 : 0), plotRows: layout.plotRows)
  }

  func legend(meets: Bool, hasGhost: Bool) -> Legend {
    Legend(
      content,
      scale: scale,
      meets: meets,
      before: before(hasGhost: hasGhost),
      hasGhost: hasGhost,
      frame: frame,
      hasDots: hasDots
    )
  }

  /// "before: s = 1.5", and whether some or all of it lies off the axis; nil where it is on the axis and does not show,
  /// as the lines of now cover it.
  func before(hasGhost: Bool) -> String? {
    guard let scale, let words = around.before?.words, !ghosts.isEmpty else { return nil }
    if ghosts.allSatisfy({ $0.isWhole(on: scale) }) { return hasGhost ? words : nil }
    let isAway = ghosts.allSatisfy { $0.isAway(from: scale) }
    return words + (isAway ? " (off the axis)" : " (not all on the axis)")
  }

  /// The layout and the ticks for it, with the lines of the note that explains them.
  private func arranged(notes: [[StyledText]]) -> (Allotment, TickSet, note: [StyledText]) {
    let (columns, rows) = (frame.columns, frame.rows)
    // Whether lines meet is known when they are drawn; room for the word is kept if they may. The width of
    // the plot is not known either; the legend has at least its share.
    let legend = legend(meets: series.count > 1 && !hasDots, hasGhost: !ghosts.isEmpty)
    var wish = Allotment.Wish(
      tickNoteLines: 0,
      hasTitle: !around.title.isEmpty,
      legendLines: legend.lines(in: frame, columns: columns - columns / 3 - 2).count,
      noteLines: notes.map(\.count)
    )
    let layout = Allotment(columns: columns, rows: rows, wish: wish, level: frame.level)
    let ticks = ticks(layout)
    guard let text = ticks.note else { return (layout, ticks, []) }
    // The note takes lines, which may change the ticks once more.
    wish.tickNoteLines = StyledText(text).noteLines(columns).count
    let smaller = Allotment(columns: columns, rows: rows, wish: wish, level: frame.level)
    let fewer = self.ticks(smaller)
    let note = StyledText(fewer.note ?? "", .faint).noteLines(columns)
    guard smaller.hasTickNote, fewer.note != nil, note.count == wish.tickNoteLines else {
      return (layout, ticks.withoutLabels, [])
    }
    return (smaller, fewer, note)
  }

  /// The x axis, its labels and the legend, from the column of the y axis on.
  private func underPlot(_ raster: Raster, _ layout: Allotment) -> [StyledText] {
    let words = AxisWords(around)
    let columns = raster.cells.columns
    let legend = legend(meets: raster.cells.hasOverlap, hasGhost: raster.hasGhost)
    var legendLines = Array(legend.lines(in: frame, columns: columns).prefix(layout.legendLines))
    let isNameInLegend = put(StyledText(words.label), in: &legendLines, columns: columns)
    let axis = HorizontalAxis(
      domain.x,
      columns: columns,
      words: words,
      isNamed: !isNameInLegend
    )
    let rule =
      frame.charset.spelled("+", .corner) + frame.charset.spelled(axis.line, .axis)
    var lines = [StyledText(rule, .axis)]
    if layout.hasLabels { lines.append(StyledText(" " + axis.labelLine)) }
    return lines + legendLines.map { StyledText(" ") + $0 }
  }

  private func ticks(_ layout: Allotment) -> TickSet {
    scale?.ticks(cells: layout.plotRows, longest: layout.longestLabel) ?? .none
  }

  /// Writes the x axis' name at the right end of the legend's first line, if there is room.
  private func put(_ name: StyledText, in lines: inout [StyledText], columns: Int) -> Bool {
    guard let first = lines.first, first.width + 3 + name.width <= columns else { return false }
    lines[0] = first.padded(to: columns - name.width) + name
    return true
  }
}
