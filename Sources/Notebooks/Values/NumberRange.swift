import DeepNetworks

/// Numbers from `lower` to `upper`, both included, `step` apart.
package struct NumberRange: Sendable, Hashable {
  var lower: Extended
  var upper: Extended
  var count: Int
  /// Written with integers at both ends: a range of layers or counts.
  var isWhole: Bool

  /// The value at an index: exact at both ends.
  func value(_ index: Int) -> Extended {
    guard count > 1 else { return lower }
    if index == count - 1, reachesUpper { return upper }
    return lower + step * Extended(index)
  }

  var step: Extended
  var reachesUpper: Bool

  var values: [Extended] { (0..<count).map(value) }

  /// The same number of values, each the same factor from the one before, where the range is only sampled and
  /// positive: as a logarithmic axis shows them evenly.
  var valuesByFactor: [Extended] {
    guard !isWhole, count == Self.sampleCount, lower > .zero, upper > lower,
      let whole = try? (upper / lower).power(.one / Extended(count - 1))
    else { return values }
    var factor = Extended.one
    var values: [Extended] = []
    for _ in 0..<(count - 1) {
      values.append(lower * factor)
      factor = factor * whole
    }
    return values + [upper]
  }
}
