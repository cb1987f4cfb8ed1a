/// An exact decimal `digits · 10^power`.
struct DecimalNumber: Sendable, Hashable {
  var digits: Int
  var power: Int

  /// The nearest Double, or one next to it where the power of ten is inexact.
  var double: Double {
    var value = Double(digits)
    var rest = power
    while rest > 0 {
      value *= DecimalNumber.powers[min(rest, 22)]
      rest -= min(rest, 22)
    }
    while rest < 0 {
      value /= DecimalNumber.powers[min(-rest, 22)]
      rest += min(-rest, 22)
    }
    return value
  }

  /// With the point where it belongs and exactly `decimals` digits after it: `1.50`; zero is `0`.
  func plain(decimals: Int) -> String {
    guard digits != 0 else { return "0" }
    let zeros = max(0, power + decimals)
    var text = String(digits.magnitude) + String(repeating: "0", count: zeros)
    if text.count <= decimals {
      text = String(repeating: "0", count: decimals + 1 - text.count) + text
    }
    let whole = text.dropLast(decimals)
    let fraction = text.suffix(decimals)
    return (digits < 0 ? "-" : "") + whole + (decimals > 0 ? "." + fraction : "")
  }

  /// In powers of ten without idle zeros: `1.5e26`; zero is `0`.
  var scientific: String {
    guard digits != 0 else { return "0" }
    var kept = Substring(String(digits.magnitude))
    let exponent = power + kept.count - 1
    while kept.count > 1, kept.last == "0" { kept.removeLast() }
    let fraction = kept.dropFirst()
    return (digits < 0 ? "-" : "") + kept.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
      + "e\(exponent)"
  }

  /// 10^0 … 10^22, all exact.
  private static let powers: [Double] = (0..<22).reduce(into: [1]) { powers, index in
    powers.append(powers[index] * 10)
  }
}

extension DecimalNumber {
  /// log10 of a positive decimal of any size.
  var logarithm: Double { commonLogarithm(Double(digits)) + Double(power) }
}
