/// A number beyond 2^±2^40, the range of the engine.
package enum ExtendedRangeError: Error, Equatable, Sendable {
  case tooLarge(exponent: Int)
  case tooSmall(exponent: Int)
}

extension ExtendedRangeError: CustomStringConvertible {
  /// The error in a sentence.
  package var description: String {
    switch self {
    case .tooLarge:
      "This number is larger than 2^(2^40), about 10^330985980541: beyond what fathom computes with."
    case .tooSmall:
      "This number is nearer to zero than 2^-(2^40), about 10^-330985980541: "
        + "beyond what fathom computes with."
    }
  }
}
