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
}
