extension Scale {
  /// The scale that a figure asked for, fitted to its values; nil when no value has a place on it.
  init?(_ request: AxisRequest, for domain: Domain) {
    switch request {
    case .automatic:
      let wanted: AxisRequest =
        !Scale.isWide(domain)
        ? .linear : domain.hasNegative ? .symmetricLogarithmic : .logarithmic
      self.init(wanted, for: domain)
    case .linear:
      guard let finite = domain.finite else { return nil }
      let unit = domain.nonzero.map { Scale.unit(for: $0.greatest) } ?? 0
      self.init(kind: .linear(unit: unit), extent: finite)
    case .logarithmic:
      guard let positive = domain.positive else { return nil }
      self.init(kind: .logarithmic, extent: positive)
    case .symmetricLogarithmic:
      guard let finite = domain.finite else { return nil }
      let linear = domain.nonzero.map { Scale.linearPart(of: $0) } ?? 0
      self.init(kind: .symmetric(linear: linear), extent: finite)
    }
  }

  /// The same, but what was not asked for is linear where there are negative values: for shades, bars and points,
  /// where zero is no more than one value among others.
  init?(plain request: AxisRequest, for domain: Domain) {
    self.init(request == .automatic && domain.hasNegative ? .linear : request, for: domain)
  }

  private init?(kind: Kind, extent: Domain.Extent) {
    let probe = Scale(kind: kind, low: 0, high: 1)
    guard let low = probe.coordinate(extent.least), let high = probe.coordinate(extent.greatest)
    else { return nil }
    let ends = (extent.least.double, extent.greatest.double)
    if kind == .logarithmic || probe.isSymmetric, abs(high - low) < 1e-9, ends.0 < ends.1,
      Scale.unit(for: max(extent.least.magnitude, extent.greatest.magnitude)) == 0
    {
      // Logarithms so close have lost the difference of the values, and the two axes look the same.
      self.init(kind: .linear(unit: 0), low: ends.0, high: ends.1)
      return
    }
    self.init(kind: kind, low: min(low, high), high: max(low, high))
  }

  private var isSymmetric: Bool {
    if case .symmetric = kind { true } else { false }
  }

  /// Whether the positive values, or the magnitudes when there are negative ones, span more than three decades.
  static func isWide(_ domain: Domain) -> Bool {
    guard !domain.isNarrow else { return false }
    guard domain.hasNegative else { return domain.decades > 3 + 1e-9 }
    guard let nonzero = domain.nonzero else { return false }
    return nonzero.greatest.log10Magnitude - nonzero.least.log10Magnitude > 3 + 1e-9
  }

  /// The power of ten that values are divided by, so that their differences neither overflow nor vanish.
  private static func unit(for greatest: Sample) -> Int {
    let decades = greatest.log10Magnitude
    return abs(decades) < 250 ? 0 : Int(floor(decades))
  }

  /// Where a symmetric axis becomes linear: a decade below the smallest value, at most twelve below the largest.
  private static func linearPart(of nonzero: Domain.Extent) -> Int {
    Int(floor(max(nonzero.least.log10Magnitude, nonzero.greatest.log10Magnitude - 11) + 1e-9)) - 1
  }
}
