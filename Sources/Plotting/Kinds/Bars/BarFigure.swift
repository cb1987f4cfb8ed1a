import TerminalText

/// Rows of a name, a number and a bar; of bars as they are given and of the intervals of a histogram.
///
/// When columns are few the numbers lose digits, then the names are cut, then the numbers go. When rows are few
/// the notes go, then the title, then bars from the end, and a line says how many.
struct BarFigure {
  /// What a bar shows; an axis that someone points at is marked.
  struct Row: Sendable, Hashable {
    let name: String
    let value: Sample
    var isMarked = false
    /// Whether a level lies in what it stands for.
    var hasLevel = false
    /// What stood there before a change.
    var before: Sample?
  }

  let title: String
  let frame: Frame
  let rows: [Row]
  let scale: Scale?
  let notes: [StyledText]
  /// What those of before a change are called.
  let before: String?

  init(
    title: String,
    rows: [Row],
    scale: Scale?,
    notes: [StyledText],
    before: Before?,
    frame: Frame
  ) {
    self.title = title
    self.frame = frame
    self.rows = rows
    self.scale = scale
    self.notes = notes
    self.before = before?.words
  }

  func rendered() -> StyledText {
    let columns = frame.columns
    let plan = BarPlan(rows, in: frame)
    let isTitled = !title.isEmpty && rows.count < frame.rows
    var room = frame.rows - (isTitled ? 1 : 0)
    var lines = isTitled ? [frame.titleLine(title)] : []
    if rows.isEmpty {
      lines.append(StyledText(" no values", .faint))
      room -= 1
    }
    let shown = rows.count <= room ? rows.count : room - 1
    let sides = Sides(rows, scale, columns: plan.barWidth)
    let drawn = rows.prefix(shown).map { bar($0, sides) }
    lines += drawn.enumerated().map { line($0, $1.text, plan) }
    room -= shown
    if shown < rows.count {
      let rest = rows[shown...].map(\.value)
      lines.append(frame.cut(StyledText(omission(rest), .faint), to: columns))
      room -= 1
    }
    let ghosts = drawn.contains(where: \.hasGhost) ? before.map { [legend($0)] } ?? [] : []
    for note in ghosts + notes + plan.notes {
      let wrapped = note.noteLines(columns)
      guard wrapped.count <= room else { break }
      lines += wrapped
      room -= wrapped.count
    }
    return StyledText(lines: lines.map { $0.padded(to: columns) })
  }

  /// What stands on the axis where a level lies in an interval.
  static let level = "+"

  private func omission(_ rest: [Sample]) -> String {
    let finite = Domain(rest).finite
    let range = finite.map {
      ", \($0.least.text(digits: 3)) to \($0.greatest.text(digits: 3))"
    }
    return " \(rest.count) more not shown\(range ?? "")"
  }

  private func legend(_ before: String) -> StyledText {
    let ghost = Canvas.Ink.ghost
    return StyledText(frame.charset.spelled(ghost.glyph, .plot), ghost.style)
      + StyledText(" \(before)")
  }

  private func line(_ index: Int, _ bar: StyledText, _ plan: BarPlan) -> StyledText {
    let row = rows[index]
    let name = frame.cut(StyledText(plan.names[index]), to: plan.nameWidth)
      .padded(to: plan.nameWidth)
    let isOrdinary = row.value.isFinite
    let number = StyledText(plan.numbers[index], isOrdinary ? .plain : .offScale)
      .padded(to: plan.numberWidth, .right)
    var line = name
    if plan.numberWidth > 0 { line = line + StyledText(" ") + number }
    return line + StyledText(" ") + bar
  }

  /// The axis and what a value has on either side of it; dots from the end of a bar to where it was longer.
  private func bar(_ row: Row, _ sides: Sides) -> (text: StyledText, hasGhost: Bool) {
    let ordinary = row.hasLevel ? BarFigure.level : frame.charset.spelled("|", .side)
    let axis = StyledText(
      row.isMarked ? "!" : ordinary,
      row.isMarked || row.hasLevel ? .strong : .axis
    )
    var left = StyledText()
    var right = StyledText()
    switch row.value.kind {
    case .notANumber, .zero: break
    case .positiveInfinity: right = cut(cells: sides.right, toRight: true)
    case .negativeInfinity: left = cut(cells: sides.left, toRight: false)
    case .negative, .positive:
      guard let scale, case .at(let place) = scale.place(row.value) else { break }
      let cells = abs(place - sides.base) * sides.cellsPerPlace
      if row.value.kind == .negative {
        left = glyphs(cells, most: sides.left, toRight: false)
      } else {
        right = glyphs(cells, most: sides.right, toRight: true)
      }
    }
    let (oldLeft, oldRight) = cells(of: row.before, sides)
    let dot = frame.charset.spelled(Canvas.Ink.ghost.glyph, .plot)
    func dots(_ old: Int, after bar: StyledText) -> StyledText {
      StyledText(String(repeating: dot, count: max(0, old - bar.width)), Canvas.Ink.ghost.style)
    }
    let hasGhost = oldLeft > left.width || oldRight > right.width
    left = dots(oldLeft, after: left) + left
    right = right + dots(oldRight, after: right)
    return (left.padded(to: sides.left, .right) + axis + right.padded(to: sides.right), hasGhost)
  }

  /// The cells that a value of before took on either side.
  private func cells(of value: Sample?, _ sides: Sides) -> (left: Int, right: Int) {
    guard let value, let scale, case .at(let place) = scale.place(value) else { return (0, 0) }
    let cells = Int(abs(place - sides.base) * sides.cellsPerPlace + 0.5 + 1e-9)
    return value.kind == .negative ? (min(cells, sides.left), 0) : (0, min(cells, sides.right))
  }

  /// How many cells lie left and right of the axis, and how long a bar is; both sides count alike.
  private struct Sides {
    let base: Double
    let left: Int
    let right: Int
    let cellsPerPlace: Double

    init(_ rows: [Row], _ scale: Scale?, columns: Int) {
      base = scale.map { BarFigure.base(of: $0) } ?? 0
      // A side that has a bar has a cell for it.
      let values = rows.flatMap { [$0.value, $0.before ?? .zero] }
      let isLeft = values.contains { $0 < .zero && $0.kind != .notANumber } && base > 0
      let isRight = values.contains { .zero < $0 }
      let cells = max(0, columns - 1)
      let wished = max(Int(base * Double(cells) + 0.5), isLeft ? 1 : 0)
      left = min(wished, max(0, cells - (isRight ? 1 : 0)))
      right = cells - left
      cellsPerPlace = min(
        base > 0 ? Double(left) / base : .infinity,
        base < 1 ? Double(right) / (1 - base) : .infinity
      )
    }
  }

  /// A bar that is longer than any cells.
  private func cut(cells: Int, toRight: Bool) -> StyledText {
    guard cells > 0 else { return StyledText() }
    let full = StyledText(
      String(repeating: frame.charset.fullBar, count: cells - 1),
      .series(toRight ? 0 : 1)
    )
    return toRight ? full + StyledText(">", .offScale) : StyledText("<", .offScale) + full
  }

  private func glyphs(_ cells: Double, most: Int, toRight: Bool) -> StyledText {
    guard most > 0 else { return StyledText() }
    let fine = frame.charset.barEnds(toRight: toRight)
    let steps = fine.count + 1
    if steps == 1, cells < 0.5 - 1e-9 { return StyledText(":", .series(toRight ? 0 : 1)) }
    // However small, what is not zero leaves a trace.
    let total = max(1, Int(min(cells, Double(most)) * Double(steps) + 0.5 + 1e-9))
    let full = String(repeating: frame.charset.fullBar, count: total / steps)
    let end = total % steps == 0 ? "" : String(fine[total % steps - 1])
    return StyledText(toRight ? full + end : end + full, .series(toRight ? 0 : 1))
  }

  /// Where bars begin.
  static func base(of scale: Scale) -> Double {
    switch scale.kind {
    case .linear, .symmetric: min(max(scale.fraction(0), 0), 1)
    case .logarithmic: 0
    }
  }
}

extension Charset {
  fileprivate var fullBar: String {
    switch self {
    case .ascii: "#"
    case .blocks: "█"
    case .braille: "⣿"
    }
  }

  /// What a bar may end in, the shortest first.
  fileprivate func barEnds(toRight: Bool) -> [Character] {
    switch self {
    case .ascii: []
    case .blocks: toRight ? ["▏", "▎", "▍", "▌", "▋", "▊", "▉"] : ["▐"]
    case .braille: toRight ? ["⡇"] : ["⢸"]
    }
  }
}
