/// The logarithm to base ten of a positive number. Temporary: becomes CKernels' own.
func commonLogarithm(_ x: Double) -> Double {
  // x = m · 2^e with m in [√½, √2); log m by the series of 2·artanh((m-1)/(m+1)).
  var m = x.significand
  var e = Double(x.exponent)
  if m > 1.4142135623730951 {
    m /= 2
    e += 1
  }
  let r = (m - 1) / (m + 1)
  var sum = 0.0
  var term = r
  var n = 1.0
  while n < 60 {
    sum += term / n
    term *= r * r
    n += 2
  }
  return e * 0.3010299956639812 + 2 * sum * 0.4342944819032518
}

/// 10^x.
func powerOfTen(_ x: Double) -> Double {
  let bits = x * 3.321928094887362
  let whole = Int(bits < 0 ? bits - 0.5 : bits + 0.5)
  if whole > 1023 { return .infinity }
  if whole < -1074 { return 0 }
  let y = (bits - Double(whole)) * 0.6931471805599453
  var sum = 1.0
  var term = 1.0
  for n in 1..<25 {
    term *= y / Double(n)
    sum += term
  }
  return Double(sign: .plus, exponent: whole, significand: sum)
}
