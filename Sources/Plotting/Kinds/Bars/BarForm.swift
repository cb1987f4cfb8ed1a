import TerminalText

extension BarFigure {
  /// Bars as they are given.
  init(_ figure: Figure, bars: [Bar], frame: Frame) {
    let domain = Domain(bars.map(\.value)).sharing(frame.shared)
    let scale = Scale(bars: figure.axis, domain)
    let rows = bars.enumerated().map { index, bar in
      Row(
        name: bar.name,
        value: bar.value,
        isMarked: figure.marks.contains(.x(Double(index + 1)))
      )
    }
    var notes = figure.pointings.map { StyledText($0) }
    if !figure.unit.isEmpty {
      notes.append(StyledText("values in \(neutralised(figure.unit))", .faint))
    }
    if let scale {
      switch scale.kind {
      case .linear: break
      case .logarithmic:
        let start = NumberText.short(Double(scale.low), digits: 3)
        let words = "log axis from 1e\(start): the length of a bar counts powers of ten"
        notes.append(StyledText(words, .faint))
        let negative = bars.count { $0.value.kind == .negative }
        if negative > 0 {
          notes.append(StyledText("\(negative) negative: a log axis cannot show them", .faint))
        }
      case .symmetric(let linear):
        let words = "log axis on both sides of 0, linear within 1e\(linear) of it"
        notes.append(StyledText(words, .faint))
      }
    }
    notes += figure.thresholds.map { threshold in
      let above = bars.count { threshold.at < $0.value }
      return StyledText("\(threshold.words): \(above) of \(bars.count) bars lie above", .faint)
    }
    self.init(figure, rows: rows, scale: scale, notes: notes, frame: frame)
  }

  /// The intervals of a histogram, as many as there are rows for.
  init(_ figure: Figure, values: [Sample], frame: Frame) {
    let titled = figure.title.isEmpty ? 0 : 1
    let most = max(1, frame.rows - titled - 2)
    let bins = Bins(values, figure.axis, most: most, shared: frame.shared)
    let (names, note) = bins.names(longest: frame.columns / 3)
    let counts = bins.counts.map { Sample(Double($0)) }
    let marked = figure.marks.compactMap { mark -> Int? in
      switch mark {
      case .x(let x): bins.index(of: Sample(x))
      case .value(let value): bins.index(of: value)
      case .cell: nil
      }
    }
    let rows = zip(names, counts).enumerated().map { index, row in
      Row(name: row.0, value: row.1, isMarked: marked.contains(index))
    }
    var notes = [StyledText(bins.summary(of: figure), .faint)]
    if let apart = bins.apart { notes.append(StyledText(apart, .offScale)) }
    notes += figure.pointings.map { StyledText($0) }
    if let note { notes.append(StyledText(note, .faint)) }
    notes += figure.thresholds.map { StyledText(values.words(of: $0, "values"), .faint) }
    let scale = Scale(bars: .linear, Domain(counts))
    self.init(figure, rows: rows, scale: scale, notes: notes, frame: frame)
  }
}

extension [Sample] {
  /// "float32 max (3.4e38): 12 of 40 cells lie above".
  func words(of threshold: Threshold, _ noun: String) -> String {
    let above = count { threshold.at < $0 }
    let below = count { $0.kind != .notANumber && $0 < threshold.at }
    let side =
      above <= below
      ? "\(above) of \(count) \(noun) lie above" : "\(below) of \(count) \(noun) lie below"
    return "\(threshold.words): \(side)"
  }
}

extension Scale {
  /// A scale that begins at zero, or on a log axis at the power of ten below the smallest value.
  init?(bars request: Figure.AxisRequest, _ domain: Domain) {
    guard let scale = Scale(plain: request, for: domain.withZero) else { return nil }
    guard scale.kind == .logarithmic, let positive = domain.positive else {
      self = scale
      return
    }
    let least = positive.least.log10Magnitude
    let start = floor(least - 1e-9)
    self.init(kind: .logarithmic, low: start, high: max(scale.high, start + 1))
  }
}
