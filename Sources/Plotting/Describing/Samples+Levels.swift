extension [Sample] {
  /// "float32 max (3.4e38): 12 of 40 cells lie above".
  func words(of threshold: Threshold, _ noun: String) -> String {
    let above = count { threshold.at < $0 }
    let below = count { $0.kind != .notANumber && $0 < threshold.at }
    let side =
      above <= below
      ? "\(above) of \(count) \(noun) lie above" : "\(below) of \(count) \(noun) lie below"
    return "\(threshold.words): \(side)"
  }

  /// How many lie on each side of a level.
  func shares(of level: Sample, _ noun: String) -> String {
    let numbers = filter { $0.kind != .notANumber }
    let above = numbers.count { level < $0 }
    let below = numbers.count { $0 < level }
    return "\(level.text()): of \(count) \(noun) \(above) lie above it, "
      + "\(numbers.count - above - below) on it, \(below) below."
  }
}
