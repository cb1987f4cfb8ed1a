import TerminalText

/// Figures beside each other, each drawn for itself with the range of all, then put together line by line.
///
/// Where columns are too few they stand below each other, where rows are too few the last ones are left out,
/// and a line says so.
struct BesideFigure {
  let figure: Figure
  let members: [Figure]
  let frame: Frame
  let shared: Domain?

  init(_ figure: Figure, members: [Figure], frame: Frame) {
    self.figure = figure
    self.members = members
    self.frame = frame
    shared = BesideFigure.range(members)
  }

  /// The values of all figures; nil when none has an axis of values.
  static func range(_ members: [Figure]) -> Domain? {
    let domains = members.compactMap(\.valueDomain)
    guard let first = domains.first else { return nil }
    return domains.dropFirst().reduce(first) { $0.sharing($1) }
  }

  private static let gap = 3
  private static let leastColumns = 26

  /// What each of so many figures has of the columns; nil where they must stand below each other.
  static func columns(of columns: Int, for count: Int) -> Int? {
    let each = (columns - gap * (count - 1)) / max(1, count)
    return each >= leastColumns || count <= 1 ? each : nil
  }

  /// The rows that a figure below others should have at least.
  static let readableRows = 12

  func rendered() -> StyledText {
    let columns = frame.columns
    guard !members.isEmpty else { return StyledText(" no figures", .faint).padded(to: columns) }
    var rows = frame.rows
    var head: [StyledText] = []
    var foot: [StyledText] = []
    if !figure.title.isEmpty, rows >= 8 { head.append(figure.titleLine(columns)) }
    if members.count > 1, shared != nil, rows >= 12 {
      foot.append(StyledText(" the figures have the same range of values", .faint))
    }
    rows -= head.count + foot.count
    let body =
      BesideFigure.columns(of: columns, for: members.count).map {
        sideBySide(columns: $0, rows: rows)
      } ?? stacked(rows: rows)
    return StyledText(
      lines: (head + body + foot).map { $0.truncated(to: columns).padded(to: columns) }
    )
  }

  private func drawn(_ member: Figure, columns: Int, rows: Int) -> [StyledText] {
    var frame = frame
    frame.columns = columns
    frame.rows = rows
    frame.shared = shared
    return member.rendered(in: frame).lines
  }

  private func sideBySide(columns: Int, rows: Int) -> [StyledText] {
    let frames = members.map { drawn($0, columns: columns, rows: rows).prefix(rows) }
    let height = frames.map(\.count).max() ?? 0
    return (0..<height).map { row in
      var line = StyledText()
      for (index, lines) in frames.enumerated() {
        if index > 0 { line.append(String(repeating: " ", count: BesideFigure.gap)) }
        line.append((row < lines.count ? lines[row] : StyledText()).padded(to: columns))
      }
      return line
    }
  }

  private func stacked(rows: Int) -> [StyledText] {
    let least = Layout.leastRows + 2
    let shown = min(members.count, max(1, rows / least))
    let hasOmission = shown < members.count && rows > Layout.leastRows
    let each = (rows - (hasOmission ? 1 : 0)) / shown
    var lines = members.prefix(shown).flatMap {
      drawn($0, columns: frame.columns, rows: each).prefix(each)
    }
    if hasOmission {
      let rest = members.count - shown
      let words = rest == 1 ? " 1 figure is not shown" : " \(rest) figures are not shown"
      lines.append(StyledText(words, .faint))
    }
    return lines
  }
}

extension Figure {
  /// What the axis of values must reach over; nil for a figure without one.
  var valueDomain: Domain? {
    switch kind {
    case .line(let series), .scatter(let series), .sparkline(let series): Domain(series)
    case .bands(let bands): LineFigure.domain([], bands.map { Quantiles($0) })
    case .bars(let bars): Domain(bars.map(\.value))
    case .histogram(let values): Domain(values)
    case .heatmap(let map): Domain(map)
    case .table, .network: nil
    case .beside(let members): BesideFigure.range(members)
    }
  }
}

extension Figure {
  /// The rows that it should have where other figures have `rows`: what stands below each other for want
  /// of columns takes more.
  package func height(columns: Int, rows: Int) -> Int {
    guard case .beside(let members) = kind,
      BesideFigure.columns(of: columns, for: members.count) == nil
    else { return rows }
    // One more says that they have the same range.
    return max(rows, members.count * min(rows, BesideFigure.readableRows) + 1)
  }
}
