import DeepNetworks
import TerminalText

/// ŷ = W[L] (s I)^(L-1) x with its factor worked out, where all matrices but the last are s I.
struct ScaledProduct {
  private let depth: Int
  private let scale: Extended
  private let last: Matrix

  /// nil where the matrices before the last are not one scaled identity.
  init?(_ network: Network) {
    depth = network.depth
    guard case .scaledIdentity(let first, _) = network.weights(1) else { return nil }
    for layer in stride(from: 2, to: network.depth, by: 1) {
      guard case .scaledIdentity(let other, _) = network.weights(layer), other == first else {
        return nil
      }
    }
    scale = first
    last = network.weights(network.depth)
  }

  func lines() throws(Problem) -> [String] {
    let matrix = Self.multiple(scale)
    guard case .scaledIdentity(let end, _) = last else {
      let chain = try factors(count: depth - 1, coefficient: .one, of: "W[\(depth)] x")
      let head = repeats == 0 ? "" : "\(Self.chain(repeats)) = \(matrix) and "
      return [
        "With \(head)W[\(depth)] = \(WeightsText.short(last)):",
        "ŷ = W[\(depth)] \(power(repeats))x\(chain)",
      ]
    }
    if end == scale {
      let chain = try factors(count: depth, coefficient: .one, of: "x")
      return ["With \(Self.chain(depth)) = \(matrix):", "ŷ = \(power(depth))x\(chain)"]
    }
    let chain = try factors(count: repeats, coefficient: end, of: "x")
    return [
      "With \(Self.chain(repeats)) = \(matrix) and W[\(depth)] = \(Self.multiple(end)):",
      "ŷ = W[\(depth)] \(power(repeats))x\(chain)",
    ]
  }

  private var repeats: Int { depth - 1 }

  /// `I`, `1.5 I`.
  private static func multiple(_ factor: Extended) -> String {
    factor == .one ? "I" : "\(Rendering.number(factor)) I"
  }

  /// `W[1]`, `W[1] = W[2]`, `W[1] = … = W[19]`.
  private static func chain(_ layers: Int) -> String {
    switch layers {
    case 1: "W[1]"
    case 2: "W[1] = W[2]"
    default: "W[1] = … = W[\(layers)]"
    }
  }

  /// `(1.5 I)^19` with the blank behind it; nothing for no layers.
  private func power(_ count: Int) -> String {
    guard count > 0 else { return "" }
    let matrix = scale == .one || depth == 1 ? Self.multiple(scale) : "(\(Self.multiple(scale)))"
    return count == 1 ? "\(matrix) " : "\(matrix)^\(count) "
  }

  /// The chain ` = 1.5^19 x = 3^19/2^19 x = 2216.83… x`.
  private func factors(
    count: Int,
    coefficient: Extended,
    of vector: String
  ) throws(Problem) -> String {
    if count == 0, coefficient == .one { return "" }
    if scale == .one, coefficient == .one { return " = \(vector)" }
    let total = try Arithmetic.inRange(
      coefficient * (try Arithmetic.inRange(scale.power(integer: count)))
    )
    let ahead = coefficient == .one ? "" : "\(Rendering.number(coefficient)) · "
    var forms: [String] = []
    if count > 1, scale != .one {
      forms.append("\(ahead)\(Self.base(Rendering.number(scale)))^\(count)")
      if let fraction = Fraction(scale), fraction.denominator != 1 {
        let top =
          fraction.numerator == 1 ? "1" : "\(Self.base("\(fraction.numerator)"))^\(count)"
        forms.append("\(ahead)\(top)/\(fraction.denominator)^\(count)")
      }
    }
    forms.append(Self.abbreviated(total))
    return forms.map { " = \($0) \(vector)" }.joined()
  }

  /// In brackets where `^` would otherwise take a part of it: `(-1.5)`, `(1e-7)`.
  private static func base(_ number: String) -> String {
    number.contains("-") || number.contains("e") ? "(\(number))" : number
  }

  /// At most six digits, then `…` where the number has more.
  static func abbreviated(_ number: Extended) -> String {
    let whole = Rendering.number(number)
    let mark = whole.firstIndex(of: "e") ?? whole.endIndex
    var kept = ""
    var digits = 0
    // In 106 bits 0.9^3 misses 0.729 by the last of them; that is no digit that was left out.
    let printed = Extended(decimal: whole) ?? .nan
    var isCut = !((printed - number).abs() <= number.abs() * Extended(1e-28))
    for character in whole[..<mark] {
      if character.isNumber, digits > 0 || character != "0" { digits += 1 }
      // Digits in front of the point stay, whatever their number.
      if digits > 6, kept.contains(".") { isCut = true } else { kept.append(character) }
    }
    return kept + (isCut ? "…" : "") + whole[mark...]
  }
}
