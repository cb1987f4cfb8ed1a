import CKernels

/// A binary floating-point format: IEEE 754-2019 binary16/32/64, bfloat16, OCP FP8 (v1.0, 2023).
package enum NumberFormat: Sendable, Hashable, CaseIterable {
  /// E4M3 ("fn"): no infinity; what overflows is nan.
  case float8e4m3
  case float8e5m2
  case float16
  case bfloat16
  case float32
  case float64

  /// The format of that name, as `float8_e4m3`; nil for another.
  package init?(name: String) {
    guard let format = NumberFormat.allCases.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  package var name: String {
    switch self {
    case .float8e4m3: "float8_e4m3"
    case .float8e5m2: "float8_e5m2"
    case .float16: "float16"
    case .bfloat16: "bfloat16"
    case .float32: "float32"
    case .float64: "float64"
    }
  }

  /// Significant bits, the leading one included.
  package var precision: Int {
    switch self {
    case .float8e4m3: 4
    case .float8e5m2: 3
    case .float16: 11
    case .bfloat16: 8
    case .float32: 24
    case .float64: 53
    }
  }

  /// The exponent of the smallest normal number, 1.0 · 2^minimumExponent.
  private var minimumExponent: Int {
    switch self {
    case .float8e4m3: -6
    case .float8e5m2, .float16: -14
    case .bfloat16, .float32: -126
    case .float64: -1022
    }
  }

  /// The exponent of the largest finite number.
  private var maximumExponent: Int {
    switch self {
    case .float8e4m3: 8
    case .float8e5m2, .float16: 15
    case .bfloat16, .float32: 127
    case .float64: 1023
    }
  }

  /// Whether the format has an infinity; where it has none, overflow is nan.
  private var hasInfinity: Bool {
    switch self {
    case .float8e4m3: false
    case .float8e5m2, .float16, .bfloat16, .float32, .float64: true
    }
  }

  /// (2 − 2^(1−precision)) · 2^maximumExponent, one step less where the top code is nan.
  package var largestFinite: Double {
    let step = Double.powerOfTwo(1 - precision)
    return (2 - (hasInfinity ? step : 2 * step)) * .powerOfTwo(maximumExponent)
  }

  package var smallestNormal: Double {
    .powerOfTwo(minimumExponent)
  }

  package var smallestSubnormal: Double {
    Double(1).scaled(minimumExponent + 1 - precision)
  }
}

extension NumberFormat {
  /// The nearest number of the format, ties to even; gradual underflow; overflow to inf or nan.
  package func round(_ value: Double) -> Double {
    var values = [value]
    round(&values)
    return values[0]
  }

  /// The nearest number of the format, rounded once from all the digits.
  package func round(_ value: Extended) -> Double {
    guard self != .float64 else { return value.double }
    return round(value.roundedToOdd)
  }

  /// Each entry rounded to the format.
  package func round(_ vector: Vector) -> Vector {
    Vector(rounded(vector))
  }

  /// Each entry rounded to the format, as plain doubles.
  func rounded(_ vector: Vector) -> [Double] {
    guard self != .float64 else { return vector.doubles }
    guard !vector.lo.isEmpty else {
      var values = vector.saturated
      round(&values)
      return values
    }
    var values = vector.elements.map { $0.roundedToOdd }
    round(&values)
    return values
  }

  /// Rounds each double in place.
  func round(_ values: inout [Double]) {
    let count = values.count
    round(&values, count)
  }

  /// Rounds so many doubles in place.
  func round(_ values: UnsafeMutablePointer<Double>, _ count: Int) {
    guard self != .float64 else { return }
    fk_round_to_format(
      values,
      count,
      Int32(precision),
      Int32(minimumExponent),
      Int32(maximumExponent),
      hasInfinity ? 0 : 1
    )
  }
}

extension Extended {
  /// A double that rounds to any shorter format as the value itself does.
  ///
  /// Where the value is no double, the neighbour with an odd last bit: it never looks like a tie.
  fileprivate var roundedToOdd: Double {
    guard isFinite, lo != 0 else { return double }
    var odd = hi
    if (lo > 0) == (hi > 0) {
      if hi.bitPattern & 1 == 0 { odd = Double(bitPattern: hi.bitPattern + 1) }
    } else {
      let below = Double(bitPattern: hi.bitPattern - 1)
      odd = below.bitPattern & 1 == 1 ? below : hi
    }
    return Extended(hi: odd, lo: 0, exponent: exponent).double
  }
}
