import DeepNetworks
import Plotting

extension Sample {
  /// A number of the language as a figure takes it; what it was stored in says whether it was subnormal.
  init(_ number: Extended, in stored: StoredFormat? = nil) {
    guard number.isFinite else {
      self =
        number.isNaN ? .notANumber : number.isNegative ? Sample(-Double.infinity) : .infinity
      return
    }
    let isSubnormal = stored.map { !number.isZero && number.abs() < $0.smallestNormal } ?? false
    self.init(
      significand: number.hi,
      tail: number.lo,
      exponent: number.exponent,
      isSubnormal: isSubnormal
    )
  }
}
