import TerminalText

/// Which glyph is which line, in lines under a content.around.
struct Legend {
  private(set) var entries: [StyledText] = []

  init(
    _ content: LineContent,
    scale: Scale?,
    meets: Bool,
    before: String?,
    hasGhost: Bool,
    frame: Frame,
    hasDots: Bool
  ) {
    let (series, bands, charset) = (content.series, content.bands, frame.charset)
    for (index, one) in series.enumerated() {
      let name = Legend.name(one, bands: bands)
      if name.isEmpty { continue }
      let isLine = hasDots && content.isJoined
      let glyph =
        isLine ? Dash.sample(series: index, charset) : Canvas.Ink.series(index).glyph
      if hasDots, !isLine {
        entries.append(StyledText(name, .series(index)))
      } else {
        entries.append(StyledText(glyph, .series(index)) + StyledText(" " + name))
      }
    }
    for (index, band) in bands.enumerated() where band.runs > 1 {
      let mark = Canvas.Ink.band(index)
      let whose =
        bands.count > 1 && !band.low.name.isEmpty ? " of \(neutralised(band.low.name))" : ""
      let glyph = charset.bandGlyph ?? mark.glyph
      if charset.bandGlyph == nil || index == 0 {
        let name = " 10 % to 90 %" + (charset.bandGlyph == nil ? whose : "")
        entries.append(StyledText(glyph, mark.style) + StyledText(name))
      }
    }
    if meets { entries.append(Legend.entry(.overlap, series.count == 2 ? "both" : "several")) }
    if let before {
      let mark = Canvas.Ink.ghost
      let glyph =
        hasDots ? Dash.sample(series: Ghost.dash, charset) : charset.spelled(mark.glyph, .plot)
      let sample = hasGhost ? StyledText(glyph + " ", mark.style) : StyledText()
      entries.append(sample + StyledText(before))
    }
    var levels = 0
    for threshold in content.around.thresholds {
      guard let scale, case .at = scale.place(threshold.at) else { continue }
      let glyph = charset.spelled(Canvas.Ink.threshold(levels).glyph, .plot)
      levels += 1
      entries.append(
        StyledText(glyph, .threshold) + StyledText(" \(threshold.words)")
      )
    }
    let guesses = content.around.guesses
    if let first = guesses.first {
      // A learner sees one name for all of theirs; a class has made several.
      let several = first.maker == .room && guesses.count > 1
      entries.append(Legend.entry(.guess, several ? "the class's guesses" : first.name))
    }
  }

  /// A series' name; of a band that it is a median.
  private static func name(_ one: Series, bands: [Quantiles]) -> String {
    let name = neutralised(one.name)
    guard let runs = bands.first?.runs, runs > 1 else { return name }
    return name.isEmpty ? "median" : "\(name), median"
  }

  private static func entry(_ mark: Canvas.Ink, _ name: String) -> StyledText {
    StyledText(mark.glyph, mark.style) + StyledText(" " + name)
  }

  func lines(in frame: Frame, columns: Int) -> [StyledText] {
    LegendLines(entries: entries).lines(in: frame, columns: columns)
  }
}
