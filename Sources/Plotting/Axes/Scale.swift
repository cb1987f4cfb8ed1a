/// How values become heights: a transformation and the interval of transformed values that is shown.
///
/// `low < high` always holds, and both are finite: the initialisers widen what is a single value.
struct Scale: Sendable, Hashable {
  /// The transformation.
  enum Kind: Sendable, Hashable {
    /// v / 10^unit; the unit is 0 unless the values are beyond what Doubles can be subtracted in.
    case linear(unit: Int)
    /// log10 v.
    case logarithmic
    /// sign(v) · log10(1 + |v| / 10^linear).
    case symmetric(linear: Int)
  }

  let kind: Kind
  var isLinear: Bool { if case .linear = kind { true } else { false } }
  let low: Double
  let high: Double

  /// Where a value stands.
  enum Placement: Sendable, Hashable {
    /// Between 0, the bottom, and 1, the top.
    case at(Double)
    /// Off the axis: drawn as `v` on the bottom row, as `^` on the top row.
    case below
    case above
    /// Nowhere: the line is interrupted.
    case gap
  }

  init(kind: Kind, low: Double, high: Double) {
    self.kind = kind
    guard low == high else {
      self.low = low
      self.high = high
      return
    }
    switch kind {
    case .linear:
      let margin = low == 0 ? 1 : abs(low) / 2
      self.low = low - margin
      self.high = high + margin
    case .logarithmic, .symmetric:
      self.low = low - 0.5
      self.high = high + 0.5
    }
  }

  /// The value on the transformed axis; nil where it has none.
  func coordinate(_ sample: Sample) -> Double? {
    switch sample.kind {
    case .notANumber, .negativeInfinity, .positiveInfinity: return nil
    case .zero: return kind == .logarithmic ? nil : 0
    case .negative, .positive: break
    }
    let sign = sample.kind == .negative ? -1.0 : 1
    switch kind {
    case .linear(unit: 0): return sample.double
    case .linear(let unit): return sign * powerOfTen(sample.log10Magnitude - Double(unit))
    case .logarithmic: return sign < 0 ? nil : sample.log10Magnitude
    case .symmetric(let linear):
      return sign * Scale.symmetric(sample.log10Magnitude - Double(linear))
    }
  }

  /// The value that stands at a place of the transformed axis.
  func value(at coordinate: Double) -> Sample {
    switch kind {
    case .linear(let unit): return Sample(power: unit, times: coordinate)
    case .logarithmic: return Sample(log10: coordinate)
    case .symmetric(let linear):
      let size = abs(coordinate)
      // Beyond, the one is less than the last digit.
      let value =
        size > 17
        ? Sample(log10: size + Double(linear)) : Sample(power: linear, times: powerOfTen(size) - 1)
      return coordinate < 0 ? value.negated : value
    }
  }

  /// log10(1 + 10^decades).
  static func symmetric(_ decades: Double) -> Double {
    decades > 17 ? decades : commonLogarithm(1 + powerOfTen(decades))
  }

  /// Where a value stands in the interval; beyond its ends it is off the axis.
  func place(_ sample: Sample) -> Placement {
    switch sample.kind {
    case .notANumber: return .gap
    case .negativeInfinity: return .below
    case .positiveInfinity: return .above
    case .negative, .zero, .positive: break
    }
    guard let coordinate = coordinate(sample) else { return .below }
    let place = fraction(coordinate)
    return place < 0 ? .below : place > 1 ? .above : .at(place)
  }

  /// The place of a transformed value in the interval.
  func fraction(_ coordinate: Double) -> Double {
    (coordinate - low) / (high - low)
  }
}
