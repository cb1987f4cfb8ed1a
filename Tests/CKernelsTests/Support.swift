import CKernels
import TestSupport
import Testing

/// A function of one number in both its forms.
struct Elementary: Sendable, CustomTestStringConvertible {
  let name: String
  let scalar: @Sendable (Double) -> Double
  let array: @Sendable ([Double]) -> [Double]

  var testDescription: String { name }

  init(
    _ name: String,
    _ scalar: @escaping @Sendable (Double) -> Double,
    _ array: @escaping @Sendable (UnsafeMutablePointer<Double>, UnsafePointer<Double>, Int) -> Void
  ) {
    self.name = name
    self.scalar = scalar
    self.array = { x in
      var out = [Double](repeating: .signalingNaN, count: x.count + 1)  // never a null pointer
      array(&out, x, x.count)
      return Array(out.dropLast())
    }
  }

  static let all: [Elementary] = [
    Elementary("exp", { fk_exp1($0) }, { fk_exp($0, $1, $2) }),
    Elementary("expm1", { fk_expm11($0) }, { fk_expm1($0, $1, $2) }),
    Elementary("log", { fk_log1($0) }, { fk_log($0, $1, $2) }),
    Elementary("log1p", { fk_log1p1($0) }, { fk_log1p($0, $1, $2) }),
    Elementary("tanh", { fk_tanh1($0) }, { fk_tanh($0, $1, $2) }),
    Elementary("sigmoid", { fk_sigmoid1($0) }, { fk_sigmoid($0, $1, $2) }),
    Elementary("erf", { fk_erf1($0) }, { fk_erf($0, $1, $2) }),
    Elementary("sech2", { fk_sech2_1($0) }, { fk_sech2($0, $1, $2) }),
  ]

  /// Those that have no version for one number of their own.
  static let units: [Elementary] = [
    unit("gelu") { fk_gelu($0, $1, $2) }, unit("gelu_slope") { fk_gelu_slope($0, $1, $2) },
    unit("erf_slope") { fk_erf_slope($0, $1, $2) }, unit("silu") { fk_silu($0, $1, $2) },
    unit("silu_slope") { fk_silu_slope($0, $1, $2) },
    unit("softplus") { fk_softplus($0, $1, $2) }, unit("elu") { fk_elu($0, $1, $2) },
    unit("elu_slope") { fk_elu_slope($0, $1, $2) },
  ]

  private static func unit(
    _ name: String,
    _ array: @escaping @Sendable (UnsafeMutablePointer<Double>, UnsafePointer<Double>, Int) -> Void
  ) -> Elementary {
    Elementary(
      name,
      { x in
        var out = 0.0
        array(&out, [x], 1)
        return out
      },
      array
    )
  }
}

extension SplitMix64 {
  mutating func doubles(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
    (0..<count).map { _ in Double.random(in: range, using: &self) }
  }
}

/// A hash of bits (FNV-1a), in which all nans count as one.
struct BitHash {
  var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ numbers: [Double]) {
    for number in numbers {
      let bits = number.isNaN ? Double.nan.bitPattern : number.bitPattern
      for shift in stride(from: 0, to: 64, by: 8) {
        value = (value ^ (bits >> UInt64(shift)) & 0xff) &* 0x100_0000_01b3
      }
    }
  }
}

func bits(_ numbers: [Double]) -> [UInt64] {
  numbers.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
}
