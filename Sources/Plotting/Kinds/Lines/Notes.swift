import TerminalText

/// The lines of small print under a figure: what it could not draw as a point, and what its axis is.
struct Notes {
  let content: LineContent
  let domain: Domain
  let scale: Scale?

  private var around: Surroundings { content.around }
  private var series: [Series] { content.series }
  private var bands: [Quantiles] { content.bands }

  /// Each note as one line of text, the most important first.
  var lines: [StyledText] {
    var lines = content.pointings.map { StyledText($0) }
    for one in series { lines += offScale(one) }
    if let words = bands.first?.words { lines.append(StyledText(words, .faint)) }
    let runs = bands.reduce(0) { $0 + $1.missing }
    if runs > 0 { lines.append(StyledText(Quantiles.words(missing: runs), .faint)) }
    if content.withoutLogarithm > 0 {
      let points =
        content.withoutLogarithm == 1 ? "1 point has" : "\(content.withoutLogarithm) points have"
      let words =
        "\(points) no place on a log axis, where \(AxisWords(around).label) is not above 0"
      lines.append(StyledText(words, .faint))
    }
    lines += guesses
    lines += thresholds
    if let axis { lines.append(StyledText(axis, .faint)) }
    return lines
  }

  /// What of one series is off the axis or a gap.
  private func offScale(_ one: Series) -> [StyledText] {
    let words = AxisWords(around)
    let median = bands.isEmpty ? "" : "median: "
    let name = series.count > 1 && !one.name.isEmpty ? neutralised(one.name) + ": " : median
    var notes: [StyledText] = []
    // One look tells which of the others are worth it.
    var present: Set<Sample.Kind> = []
    var last = Sample.Kind.positive
    for sample in one.y where sample.kind != .positive && sample.kind != last {
      last = sample.kind
      present.insert(last)
    }
    func note(_ mark: Canvas.Ink?, _ what: String, _ kind: Sample.Kind) {
      guard present.contains(kind) else { return }
      for word in one.words(of: kind) {
        guard let found = Occurrence(one, where: { $0.kind == kind && $0.word == word }) else {
          continue
        }
        var line = StyledText()
        if let mark { line.append(mark.glyph + " ", mark.style) }
        line.append(name + found.sentence(word.map(Sample.noNumber) ?? what, words), .faint)
        notes.append(line)
      }
    }
    if scale?.kind == .logarithmic || scale == nil && around.axis == .logarithmic {
      note(.below, "zero", .zero)
      note(.below, "negative, which a log axis cannot show", .negative)
    }
    note(.above, "infinite", .positiveInfinity)
    note(.below, "minus infinity", .negativeInfinity)
    note(nil, "not a number", .notANumber)
    return notes
  }

  /// Guesses that the figure has no place for.
  private var guesses: [StyledText] {
    around.guesses.compactMap { guess in
      guard let scale, case .at = scale.place(guess.y) else {
        let side =
          scale.map { $0.place(guess.y) == .above ? "above" : "below" } ?? "outside"
        return StyledText("? \(guess.name), \(guess.y.text()), lies \(side) the figure", .faint)
      }
      return nil
    }
  }

  /// Thresholds beyond the axis, a line for each side; those in range are drawn and in the legend.
  private var thresholds: [StyledText] {
    var above: [String] = []
    var below: [String] = []
    var nowhere: [String] = []
    for threshold in around.thresholds {
      switch scale?.place(threshold.at) {
      case .at: continue
      case .above: above.append(threshold.words)
      case .below: below.append(threshold.words)
      case .gap, nil: nowhere.append(threshold.words)
      }
    }
    func line(_ names: [String], _ verb: String, _ verbOfMany: String, _ place: String) -> String? {
      guard let last = names.last else { return nil }
      let all = names.dropLast().joined(separator: ", ")
      return names.count == 1
        ? "\(last) \(verb) \(place)" : "\(all) and \(last) \(verbOfMany) \(place)"
    }
    return [
      line(above, "lies", "lie", "above the figure"),
      line(below, "lies", "lie", "below the figure"),
      line(nowhere, "has", "have", "no place in the figure"),
    ].compactMap { $0 }.map { StyledText($0, .faint) }
  }

  private static let idleAxis = "the values lie within a factor of 2: a log axis adds nothing"

  /// Why the axis is what it is, when nobody asked for it; or that the one asked for adds nothing.
  private var axis: String? {
    guard let scale else { return nil }
    switch scale.kind {
    case .linear: return around.axis == .logarithmic ? Notes.idleAxis : nil
    case .symmetric(let linear):
      return "log axis on both sides of 0, linear within 1e\(linear) of it"
    case .logarithmic:
      if around.axis == .automatic {
        return "log axis: the values span \(domain.decadesText) decades"
      }
      let isNarrow = scale.high - scale.low < 0.3 && domain.decades > 0
      return isNarrow ? Notes.idleAxis : nil
    }
  }
}
