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
  }

  let figure: Figure
  let frame: Frame
  let rows: [Row]
  let scale: Scale?
  let notes: [StyledText]

  init(_ figure: Figure, rows: [Row], scale: Scale?, notes: [StyledText], frame: Frame) {
    self.figure = figure
    self.frame = frame
    self.rows = rows
    self.scale = scale
    self.notes = notes
  }

  func rendered() -> StyledText {
    let columns = frame.columns
    let plan = BarPlan(rows, columns: columns)
    let isTitled = !figure.title.isEmpty && rows.count < frame.rows
    var room = frame.rows - (isTitled ? 1 : 0)
    var lines = isTitled ? [figure.titleLine(columns)] : []
    if rows.isEmpty {
      lines.append(StyledText(" no values", .faint))
      room -= 1
    }
    let shown = rows.count <= room ? rows.count : room - 1
    lines += rows.indices.prefix(shown).map { line($0, plan) }
    room -= shown
    if shown < rows.count {
      let rest = rows[shown...].map(\.value)
      lines.append(StyledText(omission(rest), .faint).truncated(to: columns))
      room -= 1
    }
    for note in notes + plan.notes {
      let wrapped = note.noteLines(columns)
      guard wrapped.count <= room else { break }
      lines += wrapped
      room -= wrapped.count
    }
    return StyledText(lines: lines.map { $0.padded(to: columns) })
  }

  private func omission(_ rest: [Sample]) -> String {
    let finite = Domain(rest).finite
    let range = finite.map {
      ", \($0.least.text(digits: 3)) to \($0.greatest.text(digits: 3))"
    }
    return " \(rest.count) more not shown\(range ?? "")"
  }

  private func line(_ index: Int, _ plan: BarPlan) -> StyledText {
    let row = rows[index]
    let name = StyledText(plan.names[index]).truncated(to: plan.nameWidth).padded(
      to: plan.nameWidth
    )
    let isOrdinary = row.value.isFinite
    let number = StyledText(plan.numbers[index], isOrdinary ? .plain : .offScale)
      .padded(to: plan.numberWidth, .right)
    var line = name
    if plan.numberWidth > 0 { line = line + StyledText(" ") + number }
    return line + StyledText(" ") + bar(row, columns: plan.barWidth)
  }

  /// The axis and what a value has on either side of it.
  private func bar(_ row: Row, columns: Int) -> StyledText {
    let base = scale.map { BarFigure.base(of: $0) } ?? 0
    let left = Int(base * Double(columns - 1) + 0.5)
    let right = columns - 1 - left
    let axis = StyledText(
      row.isMarked ? "!" : frame.charset.spelled("|", .side),
      row.isMarked ? .strong : .axis
    )
    var sides = (StyledText(), StyledText())
    switch part(row.value, base: base) {
    case .none: break
    case .right(let part, let isCut):
      sides.1 = glyphs(part, cells: right, toRight: true, isCut: isCut)
    case .left(let part, let isCut):
      sides.0 = glyphs(part, cells: left, toRight: false, isCut: isCut)
    }
    return sides.0.padded(to: left, .right) + axis + sides.1.padded(to: right)
  }

  /// To which side a bar goes, and how far as a part of that side.
  private enum Extent {
    case none
    case left(Double, isCut: Bool)
    case right(Double, isCut: Bool)
  }

  private func part(_ value: Sample, base: Double) -> Extent {
    switch value.kind {
    case .positiveInfinity: return .right(1, isCut: true)
    case .negativeInfinity: return base > 0 ? .left(1, isCut: true) : .none
    case .notANumber, .zero: return .none
    case .negative, .positive:
      guard let scale, case .at(let place) = scale.place(value) else { return .none }
      if value.kind == .negative { return .left((base - place) / max(base, 1e-9), isCut: false) }
      return .right((place - base) / max(1 - base, 1e-9), isCut: false)
    }
  }

  private func glyphs(_ part: Double, cells: Int, toRight: Bool, isCut: Bool) -> StyledText {
    guard cells > 0 else { return StyledText() }
    if isCut {
      let full = String(repeating: frame.charset.fullBar, count: cells - 1)
      return StyledText(toRight ? full : "<", toRight ? .series(0) : .offScale)
        + StyledText(toRight ? ">" : full, toRight ? .offScale : .series(0))
    }
    let fine = frame.charset.barEnds(toRight: toRight)
    let steps = fine.count + 1
    // However small, what is not zero leaves a trace.
    let total = max(1, Int(min(max(part, 0), 1) * Double(cells * steps) + 0.5 + 1e-9))
    if steps == 1, part * Double(cells) < 0.5 { return StyledText(":", .series(0)) }
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
