import TerminalText

extension Page {
  /// Pages beside each other.
  mutating func draw(_ members: [any FigureForm]) {
    let range = members.sharedDomain
    // Four that have no room in one row take two.
    let count = members.count == 4 && width / 4 < 240 ? 2 : members.count
    let isNarrow = width / Double(max(1, count)) < 240
    let each = isNarrow ? width : width / Double(max(1, count))
    var (x, y, highest) = (0.0, top - Page.margin, 0.0)
    let empty = members.map { member in
      Page(title: member.around.title, width: each, height: height - top, shared: range)
    }
    let edges = isNarrow ? nil : PlotEdges(of: zip(members, empty).compactMap { $0.edges(on: $1) })
    for (index, (member, page)) in zip(members, empty).enumerated() {
      if index > 0, !isNarrow, index % count == 0 { (x, y, highest) = (0, y + highest, 0) }
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
