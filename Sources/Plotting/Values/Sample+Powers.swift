extension Sample {
  /// 10^decades, to about twelve digits.
  init(log10 decades: Double) {
    let bits = decades / log10OfTwo
    let whole = floor(bits)
    self.init(significand: powerOfTen((bits - whole) * log10OfTwo), exponent: Int(whole))
  }

  /// `value · 10^power`.
  init(power: Int, times value: Double) {
    guard power != 0, value != 0 else {
      self.init(value)
      return
    }
    let size = Sample(log10: commonLogarithm(abs(value)) + Double(power))
    self.init(
      significand: value < 0 ? -size.significand : size.significand,
      exponent: size.exponent
    )
  }
}
