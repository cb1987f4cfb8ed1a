import CKernels

/// The logarithm to base ten of a positive number; exact for powers of ten.
func commonLogarithm(_ x: Double) -> Double { fk_log10_1(x) }

/// 10^x to a few units in the last place; infinite or zero beyond Double's range.
func powerOfTen(_ x: Double) -> Double { fk_exp1(x * 2.302585092994046) }

/// The greatest integer not above `value`, which is far from the ends of Int.
func floor(_ value: Double) -> Double {
  let whole = Double(Int(value))
  return whole > value ? whole - 1 : whole
}
