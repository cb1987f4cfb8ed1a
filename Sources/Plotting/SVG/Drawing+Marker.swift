extension Drawing {
  /// A small shape, of another form for each of the first five series.
  static func marker(_ index: Int, _ x: Double, _ y: Double) -> String {
    let color = Look.series(index).color
    func at(_ dx: Double, _ dy: Double) -> String {
      "\(number(x + dx)) \(number(y + dy))"
    }
    switch index % 5 {
    case 0:
      return "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"3\" "
        + "fill=\"\(color)\"/>\n"
    case 1:
      return "<path d=\"\(box(x - 3, y - 3, 6, 6))\" fill=\"none\" stroke=\"\(color)\"/>\n"
    case 2:
      return "<path d=\"M\(at(0, -4))L\(at(4, 3))L\(at(-4, 3))Z\" fill=\"\(color)\"/>\n"
    case 3:
      return "<path d=\"M\(at(-3, -3))L\(at(3, 3))M\(at(-3, 3))L\(at(3, -3))\" "
        + "stroke=\"\(color)\"/>\n"
    default:
      return "<path d=\"M\(at(0, -4))L\(at(4, 0))L\(at(0, 4))L\(at(-4, 0))Z\" fill=\"none\" "
        + "stroke=\"\(color)\"/>\n"
    }
  }

  /// A point of before a change.
  static func ghostMarker(_ x: Double, _ y: Double) -> String {
    "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"1.5\" fill=\"\(Look.ghost.color)\"/>\n"
  }

  /// The path of a rectangle.
  static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    let (a, b) = (number(x), number(y))
    let (c, d) = (number(x + width), number(y + height))
    return "M\(a) \(b)L\(c) \(b)L\(c) \(d)L\(a) \(d)Z"
  }
}
