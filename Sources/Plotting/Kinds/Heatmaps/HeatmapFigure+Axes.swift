import TerminalText

extension HeatmapFigure {
  private var rowWords: AxisWords { AxisWords(map) }

  /// Columns that the numbers beside the rows may take.
  var rowLabelWidth: Int {
    let texts = [map.y.first, map.y.last].compactMap { $0 }.map { rowWords.number($0).count }
    // Numbers between the ends may have a digit more.
    return min((texts.max() ?? 0) + 1, frame.columns / 3)
  }

  /// Round numbers of y beside their rows, or the ends.
  func rowLabels(_ pooling: Pooling, rows: Int) -> [Int: String] {
    let values = map.y
    guard let first = values.first, let last = values.last else { return [:] }
    var labels: [Int: String] = [:]
    func add(_ index: Int) {
      let text = rowWords.number(values[index])
      let place = pooling.row(of: index)
      guard text.count <= rowLabelWidth, labels[place] == nil, labels[place - 1] == nil,
        labels[place + 1] == nil, !labels.values.contains(text)
      else { return }
      labels[place] = text
    }
    if values.count > 2, min(first, last).isFinite, max(first, last) > min(first, last) {
      let numbers = LinearTicks.numbers(
        min(first, last),
        max(first, last),
        cells: max(2, rows),
        most: max(2, rows / 3)
      )
      for number in numbers {
        guard let index = values.nearestIndex(to: number.double) else { continue }
        add(index)
      }
    }
    if labels.count < 2 { labels = [:] }
    add(0)
    add(values.count - 1)
    return labels
  }

  /// The axis, its labels, the names of both axes and the key.
  func underPlot(_ pooling: Pooling, _ layout: Allotment, columns: Int) -> [StyledText] {
    let words = AxisWords(around)
    let used = min(columns, max(1, pooling.usedColumns))
    let axis = HorizontalAxis(
      map.isEven ? map.x.finiteRange : nil,
      columns: used,
      words: words,
      isNamed: false
    )
    let line = map.isEven ? axis.line : String(repeating: "-", count: used)
    let rule = frame.charset.spelled("+", .corner) + frame.charset.spelled(line, .axis)
    var lines = [StyledText(rule, .axis)]
    if layout.hasLabels {
      lines.append(StyledText(" " + (map.isEven ? axis.labelLine : ends(words, columns: used))))
    }
    let long = StyledText(" \(words.label) to the right, \(rowWords.label) \(map.way)")
    let names =
      long.width <= columns
      ? long
      : StyledText(" \(words.label) across, \(rowWords.label) \(map.runsDown ? "down" : "up")")
    let bar = keyBar(columns: columns)
    switch layout.legendLines {
    case 0: break
    case 1: lines.append(shortKey(columns: columns))
    case 2: lines += [frame.cut(names, to: columns), shortKey(columns: columns)]
    default: lines += [frame.cut(names, to: columns)] + bar
    }
    return lines
  }

  /// The first and the last x, where columns are not evenly spaced.
  private func ends(_ words: AxisWords, columns: Int) -> String {
    guard let first = map.x.first, let last = map.x.last else { return "" }
    let low = words.number(first)
    let high = words.number(last)
    guard map.x.count > 1, low.count + high.count < columns else { return low }
    return low + String(repeating: " ", count: columns - low.count - high.count) + high
  }
}

extension Heatmap {
  /// Whether x rises in equal steps, so that an axis may have numbers between its ends.
  var isEven: Bool {
    guard x.count > 2, let first = x.first, let last = x.last, first < last else {
      return x.count < 3 && (x.count < 2 || x[0] < x[1])
    }
    let step = (last - first) / Double(x.count - 1)
    return x.enumerated().allSatisfy { abs($1 - first - Double($0) * step) <= step * 1e-6 }
  }
}
