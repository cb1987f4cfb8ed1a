/// What stands in a cell whose value has no shade; the one that is more of a warning hides the other.
enum Peculiarity: Int, Sendable, Hashable, CaseIterable, Comparable {
  case zero, negative, negativeInfinity, infinity, notANumber

  init?(_ sample: Sample, on scale: Scale?) {
    switch sample.kind {
    case .notANumber: self = .notANumber
    case .negativeInfinity: self = .negativeInfinity
    case .positiveInfinity: self = .infinity
    case .zero:
      guard scale?.kind == .logarithmic || scale == nil else { return nil }
      self = .zero
    case .negative:
      guard scale?.kind == .logarithmic || scale == nil else { return nil }
      self = .negative
    case .positive: return nil
    }
  }

  var glyph: String {
    switch self {
    case .zero: "0"
    case .negative: "<"
    case .negativeInfinity: "v"
    case .infinity: "^"
    case .notANumber: "n"
    }
  }

  /// "are zero".
  var words: String {
    switch self {
    case .zero: "zero"
    case .negative: "negative, which a log axis cannot show"
    case .negativeInfinity: "minus infinity"
    case .infinity: "infinite"
    case .notANumber: "not a number"
    }
  }

  static func < (left: Peculiarity, right: Peculiarity) -> Bool { left.rawValue < right.rawValue }
}
