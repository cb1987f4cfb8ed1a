extension Scale {
  /// A scale that begins at zero, or on a log axis at the power of ten below the smallest value.
  init?(bars request: AxisRequest, _ domain: Domain) {
    guard let scale = Scale(plain: request, for: domain.withZero) else { return nil }
    guard scale.kind == .logarithmic, let positive = domain.positive else {
      self = scale
      return
    }
    let least = positive.least.log10Magnitude
    let start = floor(least - 1e-9)
    self.init(kind: .logarithmic, low: start, high: max(scale.high, start + 1))
  }
}
