/// Where two series that have the same x are equal or change places.
struct Meeting: Sendable, Hashable {
  /// The first time that they change places, and how often they do.
  enum Crossing: Sendable, Hashable {
    case at(Int)
    case between(Int, Int)
  }

  private(set) var crossing: Crossing?
  private(set) var crossings = 0
  /// Whether all values are equal.
  private(set) var areSame = true
  /// Whether they begin with the same value and part.
  private(set) var startTogether = false

  /// nil when the series have not the same x or a value is no number.
  init?(_ one: Series, _ other: Series) {
    guard one.x == other.x, !one.x.isEmpty else { return nil }
    var last: (index: Int, sign: Int)?
    for index in one.x.indices {
      let sign = Meeting.sign(one.y[index], other.y[index])
      guard let sign else { return nil }
      guard sign != 0 else {
        if index == 0 { startTogether = true }
        continue
      }
      areSame = false
      if let last, last.sign != sign {
        crossings += 1
        if crossing == nil {
          crossing = last.index + 1 == index ? .between(last.index, index) : .at(last.index + 1)
        }
      }
      last = (index, sign)
    }
    if areSame { startTogether = false }
  }

  /// 1 when the first is greater, -1 when the second is, 0 when they agree to twelve digits.
  private static func sign(_ one: Sample, _ other: Sample) -> Int? {
    guard one.kind != .notANumber, other.kind != .notANumber else { return nil }
    if one.kind == other.kind, one.kind == .positive || one.kind == .negative,
      abs(one.ratio(to: other) - 1) < 1e-12
    {
      return 0
    }
    return one < other ? -1 : other < one ? 1 : 0
  }
}
