import CKernels
import TestSupport
import Testing

/// A function of arrays, and the same of one number.
struct Elementary: Sendable, CustomTestStringConvertible {
  typealias Array = @Sendable (UnsafeMutablePointer<Double>, UnsafePointer<Double>, Int) -> Void

  let name: String
  let scalar: @Sendable (Double) -> Double
  let array: @Sendable ([Double]) -> [Double]

  var testDescription: String { name }

  /// `scalar` is the function of one number where there is one of its own.
  init(
    _ name: String,
    _ scalar: (@Sendable (Double) -> Double)? = nil,
    _ array: @escaping Array
  ) {
    let array: @Sendable ([Double]) -> [Double] = { x in
      var out = [Double](repeating: .signalingNaN, count: x.count + 1)  // never a null pointer
      array(&out, x, x.count)
      return out.dropLast()
    }
    self.name = name
    self.array = array
    self.scalar = scalar ?? { array([$0])[0] }
  }

  /// A function of one number, called for each.
  init(_ name: String, each scalar: @escaping @Sendable (Double) -> Double) {
    self.name = name
    self.scalar = scalar
    array = { $0.map(scalar) }
  }

  static let exp = Elementary("exp", { fk_exp1($0) }) { fk_exp($0, $1, $2) }
  static let tanh = Elementary("tanh") { fk_tanh($0, $1, $2) }
  static let sigmoid = Elementary("sigmoid") { fk_sigmoid($0, $1, $2) }
  static let erf = Elementary("erf", { fk_erf1($0) }) { fk_erf($0, $1, $2) }
  static let sech2 = Elementary("sech2") { fk_sech2($0, $1, $2) }
  static let elu = Elementary("elu") { fk_elu($0, $1, $2) }

  static let all: [Elementary] = [
    exp, tanh, sigmoid, erf, sech2,
    Elementary("log", each: { fk_log1($0) }), Elementary("log1p", each: { fk_log1p1($0) }),
  ]

  /// The activation functions.
  static let units: [Elementary] = [
    Elementary("gelu") { fk_gelu($0, $1, $2) },
    Elementary("gelu_slope") { fk_gelu_slope($0, $1, $2) },
    Elementary("erf_slope") { fk_erf_slope($0, $1, $2) },
    Elementary("silu") { fk_silu($0, $1, $2) },
    Elementary("silu_slope") { fk_silu_slope($0, $1, $2) },
    Elementary("softplus") { fk_softplus($0, $1, $2) },
    elu,
    Elementary("elu_slope") { fk_elu_slope($0, $1, $2) },
  ]
}

extension SplitMix64 {
  mutating func doubles(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
    (0..<count).map { _ in Double.random(in: range, using: &self) }
  }
}

func bits(_ numbers: [Double]) -> [UInt64] {
  numbers.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
}
