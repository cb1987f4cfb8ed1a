/// The characters that a figure may use.
package enum Charset: Sendable, Hashable, CaseIterable {
  /// ASCII alone: right everywhere, and on a braille display.
  case ascii
  /// Quarter and eighth blocks, shades and box drawing.
  case blocks
  /// Braille patterns of 2 × 4 dots, and box drawing.
  case braille
}

extension Charset {
  /// How many dots of a line a cell holds.
  var dotsPerCell: (across: Int, up: Int) {
    switch self {
    case .ascii: (1, 1)
    case .blocks: (2, 2)
    case .braille: (2, 4)
    }
  }

  /// An axis or rule that is written in ASCII, in these characters.
  func spelled(_ rule: String, _ part: Part) -> String {
    guard self != .ascii else { return rule }
    var spelt = ""
    for character in rule {
      switch (character, part) {
      case ("|", _): spelt += "│"
      case ("-", .axis): spelt += "─"
      case ("-", .plot): spelt += "╌"
      case (".", .plot): spelt += "·"
      case ("!", .plot): spelt += "┊"
      case ("+", .side): spelt += "┤"
      case ("+", .corner): spelt += "└"
      case ("+", .axis): spelt += "┬"
      default: spelt.append(character)
      }
    }
    return spelt
  }

  /// Where a rule stands, which decides what a "+" is.
  enum Part: Sendable, Hashable {
    case axis, side, corner, plot
  }

  /// The glyph of some dots of a cell: bit `row · across + column`, the top row first.
  func glyph(dots: Int) -> Character {
    switch self {
    case .ascii: return dots == 0 ? " " : "*"
    case .blocks: return Charset.quadrants[dots & 15]
    case .braille:
      // The empty pattern is drawn as blanks are, and not dropped from the end of a line.
      guard dots != 0 else { return " " }
      var pattern: UInt32 = 0
      for (bit, value) in Charset.brailleBits.enumerated() where dots >> bit & 1 == 1 {
        pattern |= value
      }
      return Unicode.Scalar(0x2800 + pattern).map { Character($0) } ?? " "
    }
  }

  /// What fills a band; in ASCII each has its own.
  var bandGlyph: String? {
    switch self {
    case .ascii: nil
    case .blocks, .braille: "░"
    }
  }

  private static let quadrants: [Character] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]

  private static let brailleBits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
}
