/// How lines of dots differ when nothing else tells them apart: each is broken in its own way.
enum Dash {
  /// Whether the dot at a length along the line of a series is drawn; the first always is.
  static func isOn(series: Int, at length: Int) -> Bool {
    patterns[series % patterns.count] >> (length & 7) & 1 == 1
  }

  /// The lengths of dashes and gaps, in dots; none for an unbroken line.
  static func lengths(series: Int) -> [Int] {
    var lengths: [Int] = []
    var last: Bool?
    for position in 0..<8 {
      let isOn = isOn(series: series, at: position)
      if isOn == last { lengths[lengths.count - 1] += 1 } else { lengths.append(1) }
      last = isOn
    }
    return lengths.count == 1 ? [] : lengths
  }

  /// A piece of the line of a series, four cells long.
  static func sample(series: Int, _ charset: Charset) -> String {
    var text = ""
    for cell in 0..<4 {
      var dots = 0
      for column in 0..<2 where isOn(series: series, at: cell * 2 + column) { dots |= 4 << column }
      text.append(charset.glyph(dots: dots))
    }
    return text
  }

  /// Eight dots each, the first in the lowest bit: unbroken, dashes, long dashes, dots and so on.
  private static let patterns: [UInt8] = [
    0b1111_1111, 0b0011_0011, 0b0011_1111, 0b0101_0101, 0b0000_0011, 0b0000_1111, 0b0001_0001,
    0b0101_1111,
  ]
}
