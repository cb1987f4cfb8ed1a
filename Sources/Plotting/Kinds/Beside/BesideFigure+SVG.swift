import TerminalText

extension Page {
  /// Pages beside each other.
  mutating func draw(_ members: [any FigureForm]) {
    let range = members.sharedDomain
    let isNarrow = width / Double(max(1, members.count)) < 240
    let each = isNarrow ? width : width / Double(max(1, members.count))
    var (x, y, highest) = (0.0, top - Page.margin, 0.0)
    let empty = members.map { member in
      Page(title: member.around.title, width: each, height: height - top, shared: range)
    }
    let edges = isNarrow ? nil : PlotEdges(of: zip(members, empty).compactMap { $0.edges(on: $1) })
    for (member, page) in zip(members, empty) {
      var inner = page
      inner.edges = edges
      member.draw(on: &inner)
      let place = "\(Drawing.number(x)) \(Drawing.number(y))"
      drawing.add("<g transform=\"translate(\(place))\">\n\(inner.drawing.text)</g>\n")
      highest = max(highest, inner.height)
      if isNarrow { y += inner.height } else { x += each }
    }
    height = isNarrow ? y : y + highest
    if members.isEmpty {
      drawing.words("no figures", Page.margin, top + 15, color: Look.faint)
      height = top + 30
    }
  }
}
