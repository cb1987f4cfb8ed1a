import TerminalText
import Testing

/// Colours as light: after WCAG 2.1 (contrast) and Viénot, Brettel and Mollon 1999 (what colour-blind eyes see).
@Suite("Colours on dark, on light, and to the colour-blind")
struct ColorTests {
  /// Linear red, green and blue of the foreground that a style sets.
  private func light(_ style: Style, _ depth: ColorDepth) -> [Double]? {
    let text = StyledText("x", style).encoded(as: .ansi(depth))
    let codes = text.dropFirst(2).prefix { $0 != "m" }.split(separator: ";").compactMap { Int($0) }
    guard let start = codes.firstIndex(of: 38) else { return nil }
    let color: [Int]
    if codes[start + 1] == 2 {
      color = Array(codes[(start + 2)...(start + 4)])
    } else {
      color = cube(codes[start + 2])
    }
    return color.map { linear(Double($0) / 255) }
  }

  /// The colours of the 6 × 6 × 6 cube and of the greys, as xterm has them.
  private func cube(_ index: Int) -> [Int] {
    if index >= 232 { return Array(repeating: 8 + 10 * (index - 232), count: 3) }
    let levels = [0, 95, 135, 175, 215, 255]
    let rest = index - 16
    return [levels[rest / 36], levels[rest / 6 % 6], levels[rest % 6]]
  }

  private func linear(_ part: Double) -> Double {
    // The exponent 2.4 as two roots of five: x^2.4 = x² · (x²)^(1/5).
    guard part > 0.04045 else { return part / 12.92 }
    let base = (part + 0.055) / 1.055
    var root = 0.7
    for _ in 0..<60 {
      root -= (root * root * root * root * root - base * base) / (5 * root * root * root * root)
    }
    return base * base * root
  }

  private func luminance(_ color: [Double]) -> Double {
    0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2]
  }

  private let series: [Style] = (0..<5).map { .series($0) }

  @Test("The arithmetic against known values")
  func arithmetic() {
    #expect(abs(linear(0.5) - 0.21404114) < 1e-7)
    #expect(abs(linear(1) - 1) < 1e-12)
  }

  @Test(
    "Every series has a contrast of three to one on black and on white",
    arguments: [ColorDepth.indexed256, .trueColor]
  )
  func contrast(depth: ColorDepth) throws {
    for style in series + [.threshold, .offScale, .warning, .success, .code] {
      let brightness = luminance(try #require(light(style, depth)))
      #expect((brightness + 0.05) / 0.05 >= 3, "\(style) on black")
      #expect(1.05 / (brightness + 0.05) >= 3, "\(style) on white")
    }
  }

  @Test(
    "Neighbouring series differ to red-blind and green-blind eyes",
    arguments: [ColorDepth.indexed256, .trueColor]
  )
  func blindness(depth: ColorDepth) throws {
    // Linear RGB to what a protanope and a deuteranope see (Viénot et al., in sRGB primaries).
    let eyes: [[[Double]]] = [
      [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
      [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
    ]
    let colors = try series.map { try #require(light($0, depth)) }
    for eye in eyes {
      let seen = colors.map { color in eye.map { zip($0, color).map(*).reduce(0, +) } }
      for (one, other) in [(0, 1), (0, 2), (1, 2), (0, 3), (0, 4)] {
        let distance = zip(seen[one], seen[other]).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
        #expect(distance > 0.004, "\(one) and \(other)")
      }
    }
  }

  @Test("In eight colours every series has one of its own")
  func eight() {
    let looks = series.map { StyledText("x", $0).encoded(as: .ansi(.eight)) }
    #expect(Set(looks).count == 5)
  }
}
