import DeepNetworks
import Plotting

extension Sample {
  /// A number of the language as a figure takes it; a format says which numbers are subnormal.
  init(_ number: Extended, in format: NumberFormat? = nil) {
    guard number.isFinite else {
      self =
        number.isNaN ? .notANumber : number.isNegative ? Sample(-Double.infinity) : .infinity
      return
    }
    let isSubnormal =
      format.map { !number.isZero && number.abs() < Extended($0.smallestNormal) } ?? false
    self.init(
      significand: number.hi,
      tail: number.lo,
      exponent: number.exponent,
      isSubnormal: isSubnormal
    )
  }
}
