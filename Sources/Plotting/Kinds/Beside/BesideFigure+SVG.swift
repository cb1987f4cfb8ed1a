import TerminalText

extension Page {
  /// Pages beside each other.
  mutating func draw(_ members: [any FigureForm]) {
    let range = members.sharedDomain
    let isNarrow = width / Double(max(1, members.count)) < 240
    let each = isNarrow ? width : width / Double(max(1, members.count))
    var (x, y, highest) = (0.0, top - Page.margin, 0.0)
    for member in members {
      let (inner, used) = member.drawn(width: each, height: height - top, shared: range)
      let place = "\(Drawing.number(x)) \(Drawing.number(y))"
      drawing.add("<g transform=\"translate(\(place))\">\n\(inner.text)</g>\n")
      highest = max(highest, used)
      if isNarrow { y += used } else { x += each }
    }
    height = isNarrow ? y : y + highest
    if members.isEmpty {
      drawing.words("no figures", Page.margin, top + 15, color: Look.faint)
      height = top + 30
    }
  }
}
