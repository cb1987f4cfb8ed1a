/// Where the levels of a heatmap run between its cells.
///
/// A cell lies at a level where its own value reaches it and that of a neighbour does not: the line runs along
/// the inner side of what is above.
struct LevelLines {
  /// What stands in the cells of the first level, of the second and so on; no shade of a ramp is one of these.
  private static let glyphs = ["o", "x", "&", "$"]

  /// The levels that lie on the scale, each with its place among all.
  private let levels: [(index: Int, place: Double)]

  init(_ thresholds: [Threshold], on scale: Scale?) {
    levels = thresholds.prefix(Self.glyphs.count).enumerated().compactMap { index, threshold in
      if case .at(let place)? = scale?.place(threshold.at) { (index, place) } else { nil }
    }
  }

  /// What stands for a level; nil where it lies off the scale or is one too many.
  func glyph(ofLevel index: Int) -> String? {
    levels.contains { $0.index == index } ? Self.glyphs[index] : nil
  }

  /// What stands in a cell at a place of the scale beside others; nil where no level runs along it.
  func glyph(at place: Double, beside others: [Double]) -> String? {
    let crossed = levels.first { level in
      place >= level.place && others.contains { $0 < level.place }
    }
    return crossed.map { Self.glyphs[$0.index] }
  }

  /// Whether a level runs between two cells.
  func separates(_ one: Double, _ other: Double) -> Bool {
    levels.contains { ($0.place <= one) != ($0.place <= other) }
  }
}

extension HeatmapFigure {
  var levelLines: LevelLines { LevelLines(around.thresholds, on: scale) }

  /// What stands in a cell of text where a level runs along it.
  func levelGlyph(_ column: Int, _ row: Int, _ pooling: Pooling, _ lines: LevelLines) -> String? {
    func place(_ column: Int, _ row: Int) -> Double? {
      guard column >= 0, row >= 0 else { return nil }
      if case .at(let place) = pooling.cell(column, row, in: map, scale) { return place }
      return nil
    }
    guard let own = place(column, row) else { return nil }
    let others = [(column - 1, row), (column + 1, row), (column, row - 1), (column, row + 1)]
    return lines.glyph(at: own, beside: others.compactMap { place($0.0, $0.1) })
  }
}
