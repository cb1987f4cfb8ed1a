/// What a style looks like: colours that stay apart for the colour-blind (after Okabe and Ito 2008), of middle
/// lightness so that they show on dark and on light.
private struct Appearance {
  /// An SGR attribute before the colour: bold 1, faint 2, italic 3.
  var attribute = ""
  var color: Color?
}

/// One colour at three depths.
private struct Color {
  let eight: Int
  let indexed: Int
  let red: Int
  let green: Int
  let blue: Int

  static let azure = Color(eight: 36, indexed: 33, red: 0x1E, green: 0x88, blue: 0xE5)
  static let vermilion = Color(eight: 31, indexed: 166, red: 0xD5, green: 0x5E, blue: 0x00)
  static let green = Color(eight: 32, indexed: 29, red: 0x00, green: 0x9E, blue: 0x73)
  static let purple = Color(eight: 35, indexed: 169, red: 0xCC, green: 0x79, blue: 0xA7)
  static let ochre = Color(eight: 34, indexed: 136, red: 0xB5, green: 0x89, blue: 0x00)
  static let red = Color(eight: 31, indexed: 160, red: 0xDC, green: 0x32, blue: 0x2F)

  static let series = [azure, vermilion, green, purple, ochre]

  func code(_ depth: ColorDepth) -> String {
    switch depth {
    case .eight: "\(eight)"
    case .indexed256: "38;5;\(indexed)"
    case .trueColor: "38;2;\(red);\(green);\(blue)"
    }
  }
}

extension Style {
  /// The parameters of the SGR escape that begins this style; none for plain text.
  func codes(_ depth: ColorDepth) -> String {
    let appearance = appearance
    let color = appearance.color?.code(depth) ?? ""
    return [appearance.attribute, color].filter { !$0.isEmpty }.joined(separator: ";")
  }

  private var appearance: Appearance {
    switch self {
    case .plain, .axis: Appearance()
    case .strong, .heading, .overlap: Appearance(attribute: "1")
    case .emphasis: Appearance(attribute: "3")
    case .faint, .grid: Appearance(attribute: "2")
    case .code: Appearance(color: .azure)
    case .prompt: Appearance(attribute: "1", color: .azure)
    case .error: Appearance(attribute: "1", color: .red)
    case .warning: Appearance(color: .vermilion)
    case .success: Appearance(color: .green)
    case .threshold: Appearance(color: .purple)
    case .offScale: Appearance(attribute: "1", color: .vermilion)
    case .series(let index):
      // Past the fifth series colours repeat, as the glyphs do, but bold.
      Appearance(
        attribute: index < Color.series.count ? "" : "1",
        color: Color.series[max(0, index) % Color.series.count]
      )
    }
  }
}
