import CKernels

/// ψ and ψ′ of positive numbers.
///
/// Recurrence up to x ≥ 12, then the asymptotic series; relative error about 1e-14.
/// *Source*: Abramowitz and Stegun 6.3.18 and 6.4.12.
enum PolyGamma {
  /// ψ(x), the derivative of ln Γ, for x > 0.
  static func digamma(_ x: Double) -> Double {
    digammaBesideLog(x) + fk_log1(x)
  }

  /// ψ(x) − ln x for x > 0, about −1/(2x), without their cancelling.
  static func digammaBesideLog(_ x: Double) -> Double {
    var y = x
    var shift = 0.0
    while y < 12 {
      shift += 1 / y
      y += 1
    }
    let r = 1 / (y * y)
    let series =
      r
      * (1.0 / 12
        - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r * (1.0 / 132 - r * 691 / 32760)))))
    return (y > x ? fk_log1(y / x) - shift : 0) - 0.5 / y - series
  }

  /// ψ′(x) for x > 0.
  static func trigamma(_ x: Double) -> Double {
    var y = x
    var shift = 0.0
    while y < 12 {
      shift += 1 / (y * y)
      y += 1
    }
    let r = 1 / (y * y)
    let series =
      1.0 / 6 - r * (1.0 / 30 - r * (1.0 / 42 - r * (1.0 / 30 - r * (5.0 / 66 - r * 691 / 2730))))
    return shift + 1 / y + 0.5 * r + r / y * series
  }
}
