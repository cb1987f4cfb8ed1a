/// Shades for values between the least and the greatest.
struct Ramp: Sendable, Hashable {
  let glyphs: [Character]

  init(_ charset: Charset) {
    switch charset {
    case .ascii: glyphs = Array(" .:-=+*#%@")
    case .blocks: glyphs = Array(" ░▒▓█")
    case .braille: glyphs = Array(" ⡀⡄⡆⡇⣇⣧⣷⣿")
    }
  }

  var count: Int { glyphs.count }

  /// The shade of a place between 0 and 1.
  func level(_ place: Double, of count: Int? = nil) -> Int {
    let count = count ?? self.count
    return min(max(Int(place * Double(count) + 1e-9), 0), count - 1)
  }

  /// How many colours a heatmap in colour has.
  static let colors = 10
}
