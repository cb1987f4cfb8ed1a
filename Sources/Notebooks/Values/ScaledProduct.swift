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

  private var repeats: Int { depth - 1 }

  var lines: [String] {
    let s = Rendering.number(scale)
    let matrix = scale == .one ? "I" : "\(s) I"
    if case .scaledIdentity(let end, _) = last, end == scale {
      if depth == 1 {
        return ["With W[1] = \(matrix):", "ŷ = \(matrix) x\(factors(count: 1, coefficient: .one))"]
      }
      let chain = factors(count: depth, coefficient: .one)
      return ["With W[1] = … = W[\(depth)] = \(matrix):", "ŷ = (\(matrix))^\(depth) x\(chain)"]
    }
    let names =
      repeats == 0
      ? "" : repeats == 1 ? "W[1]" : repeats == 2 ? "W[1] = W[2]" : "W[1] = … = W[\(repeats)]"
    let power = repeats == 0 ? "" : repeats == 1 ? "(\(matrix)) " : "(\(matrix))^\(repeats) "
    if case .scaledIdentity(let end, _) = last {
      let endText = end == .one ? "I" : "\(Rendering.number(end)) I"
      let with =
        names.isEmpty
        ? "With W[1] = \(endText):" : "With \(names) = \(matrix) and W[\(depth)] = \(endText):"
      return [with, "ŷ = W[\(depth)] \(power)x\(factors(count: repeats, coefficient: end))"]
    }
    let head =
      "With \(names.isEmpty ? "" : "\(names) = \(matrix) and ")W[\(depth)] = \(WeightsText.short(last)):"
    return [
      head,
      "ŷ = W[\(depth)] \(power)x\(factors(count: repeats, coefficient: .one, then: " W[\(depth)] x"))",
    ]
  }

  /// The chain ` = 1.5^19 x = 3^19/2^19 x = 2216.83… x`.
  private func factors(count: Int, coefficient: Extended, then tail: String = " x") -> String {
    guard count > 0 else {
      return coefficient == .one ? " = x" : " = \(Rendering.number(coefficient))\(tail)"
    }
    let ahead = coefficient == .one ? "" : "\(Rendering.number(coefficient)) · "
    let total = coefficient * scale.power(integer: count)
    var forms: [String] = []
    if count > 1 { forms.append("\(ahead)\(Rendering.number(scale))^\(count)") }
    if count > 1, let fraction = Fraction(scale), fraction.denominator != 1 {
      let top = fraction.numerator == 1 ? "1" : "\(fraction.numerator)^\(count)"
      forms.append("\(ahead)\(top)/\(fraction.denominator)^\(count)")
    }
    if scale == .one, coefficient == .one { return " =\(tail)" }
    forms.append(Self.abbreviated(total))
    return forms.map { " = \($0)\(tail)" }.joined()
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

/// A number as a fraction of small whole numbers, where it is one.
struct Fraction {
  let numerator: Int
  let denominator: Int

  /// Tries the denominators of short decimals and of halves; nil where none fits to 28 digits.
  init?(_ number: Extended) {
    guard number.isFinite, !number.isZero, number.abs() < Extended(1_000_000) else { return nil }
    let candidates = [1, 2, 4, 8, 16, 32, 64, 10, 100, 1000, 10_000]
    for denominator in candidates {
      let scaled = number * Extended(denominator)
      let whole = scaled.round()
      guard let numerator = whole.integer,
        (scaled - whole).abs() <= scaled.abs() * Extended(1e-28)
      else { continue }
      let divisor = Self.greatestCommonDivisor(abs(numerator), denominator)
      self.numerator = numerator / divisor
      self.denominator = denominator / divisor
      return
    }
    return nil
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
  }
}
