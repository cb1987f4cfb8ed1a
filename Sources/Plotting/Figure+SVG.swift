import TerminalText

extension Figure {
  /// The figure as an SVG file of `width` × `height` pixels, or higher where its rows need it.
  ///
  /// Words stay words, the description stands in `desc` for screen readers, no font or file is asked for, and
  /// the same figure is the same bytes.
  package func svg(width: Int = 720, height: Int = 440) -> String {
    let width = min(max(width, 240), 10_000)
    let height = min(max(height, 160), 10_000)
    let (drawing, used) = drawn(width: Double(width), height: Double(height), shared: nil)
    let size = "\(width) \(Int(used + 0.5))"
    let sides = size.split(separator: " ")
    let sentences = description
    let name = title.isEmpty ? sentences[0] : title
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(sides[0])" height="\(sides[1])" \
      viewBox="0 0 \(size)" role="img" font-family="monospace" font-size="13" xml:space="preserve">
      <title>\(Drawing.escaped(name))</title>
      <desc>\(Drawing.escaped(sentences.joined(separator: " ")))</desc>
      <rect width="\(sides[0])" height="\(sides[1])" fill="#ffffff"/>
      \(drawing.text)</svg>

      """
  }

  /// The shapes of the figure, and how high they are.
  func drawn(width: Double, height: Double, shared: Domain?) -> (Drawing, height: Double) {
    var page = Page(self, width: width, height: height, shared: shared)
    switch kind {
    case .line(let series), .scatter(let series): page.draw(series, bands: [])
    case .bands(let bands):
      let quantiles = bands.map { Quantiles($0) }
      page.draw(quantiles.map(\.median), bands: quantiles)
    case .bars(let bars): page.draw(BarFigure(self, bars: bars, frame: page.frame))
    case .histogram(let values): page.draw(BarFigure(self, values: values, frame: page.frame))
    case .heatmap(let map): page.draw(HeatmapFigure(self, map: map, frame: page.frame))
    case .network(let drawing): page.draw(drawing)
    case .sparkline(let series): page.draw(sparklines: series)
    case .table(let series): page.draw(ValueTable(self, series: series))
    case .beside(let members): page.draw(members)
    }
    return (page.drawing, page.height)
  }
}
