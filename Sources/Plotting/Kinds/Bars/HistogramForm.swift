import TerminalText

/// How many of the values lie in each of a row of intervals.
struct HistogramForm: FigureForm {
  var around: Surroundings
  var values: [Sample]

  /// As many intervals as there are rows for.
  func figure(_ frame: Frame) -> BarFigure {
    let titled = around.title.isEmpty ? 0 : 1
    let most = max(1, frame.rows - titled - 2)
    let bins = Bins(values, around.axis, most: most, shared: reach.sharing(frame.shared))
    let (names, note) = bins.names(longest: frame.columns / 3)
    let counts = bins.counts.map { Sample(Double($0)) }
    let marked = around.marks.compactMap { mark -> Int? in
      switch mark {
      case .x(let x): bins.index(of: Sample(x))
      case .value(let value): bins.index(of: value)
      case .cell: nil
      }
    }
    let levels = around.thresholds.map { bins.index(of: $0.at) }
    let before = around.before.map { bins.counts(of: $0.samples).map { Sample(Double($0)) } }
    let rows = zip(names, counts).enumerated().map { index, row in
      BarFigure.Row(
        name: row.0,
        value: row.1,
        isMarked: marked.contains(index),
        hasLevel: levels.contains(index),
        before: before?[index]
      )
    }
    var notes = [StyledText(bins.summary(of: around.xLabel), .faint)]
    if let apart = bins.apart { notes.append(StyledText(apart, .offScale)) }
    notes += pointings.map { StyledText($0) }
    if let note { notes.append(StyledText(note, .faint)) }
    for (threshold, level) in zip(around.thresholds, levels) {
      let glyph = level == nil ? StyledText() : StyledText(BarFigure.level + " ", .strong)
      notes.append(glyph + StyledText(values.words(of: threshold, "values"), .faint))
    }
    let scale = Scale(bars: .linear, Domain(counts + (before ?? [])))
    return BarFigure(
      title: around.title,
      rows: rows,
      scale: scale,
      notes: notes,
      before: around.before,
      frame: frame
    )
  }

  /// What the intervals reach over.
  private var reach: Domain {
    Domain(values + (around.before?.samples ?? [])).sharing(around.held.map { Domain([$0.points]) })
  }

  func text(in frame: Frame) -> StyledText { figure(frame).rendered() }

  func draw(on page: inout Page) { page.draw(figure(page.frame)) }

  func sentences(shared: Domain?) -> [String] {
    HistogramDescription(around: around, pointings: pointings, values: values).sentences
  }

  var comparison: String? {
    guard let before = around.before, let now = values.median, let then = before.samples.median,
      now.text(digits: 3) != then.text(digits: 3)
    else { return nil }
    return "The median is now \(now.text(digits: 3)), before (\(neutralised(before.cause))) "
      + "\(then.text(digits: 3))."
  }

  /// The intervals of now, with what lay in them before.
  var data: String {
    let bins = Bins(values, around.axis, shared: around.before.map { Domain($0.samples) })
    guard let before = around.before else { return bins.data.tabSeparated }
    let old = [before.words] + bins.counts(of: before.samples).map { "\($0)" }
    return bins.data.enumerated().map { $1 + [$0 < old.count ? old[$0] : ""] }.tabSeparated
  }

  var domain: Domain? { reach }

  func covers(_ mark: Mark) -> Bool {
    switch mark {
    case .x, .value: true
    case .cell: false
    }
  }

  func sentence(at mark: Mark) -> String {
    switch mark {
    case .x(let x): values.shares(of: Sample(x), "values")
    case .value(let level): values.shares(of: level, "values")
    case .cell: Mark.noCells
    }
  }

  /// Its only word is the axis' label.
  mutating func spell() {}
}

extension FigureHelp {
  static let histogram = FigureHelp(
    summary: "how often values come: of a vector, a matrix or a list.",
    lines: [
      "Over a list of values, or of several quantities, they stand side by side. On log the",
      "intervals are exponents; against a format marks those in which its limits lie.",
    ],
    examples: [
      "histogram abs(dJ_dW(network(he(), width: 16, depth: 5), ones(16))[1]) on log against float16",
      "histogram normal(1000, seed: 1)",
      "histogram sample(gaussian(gain: g), 16, 16) over g in [0.5, 1]",
    ]
  )
}
