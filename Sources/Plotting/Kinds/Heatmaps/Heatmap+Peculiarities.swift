extension Heatmap {
  /// How many values have no shade on a scale, by kind, the gravest first.
  func peculiarities(on scale: Scale?) -> [(what: Peculiarity, count: Int)] {
    var counts = [Int](repeating: 0, count: Peculiarity.allCases.count)
    for j in y.indices {
      for i in x.indices {
        if let what = Peculiarity(value(i, j), on: scale) { counts[what.rawValue] += 1 }
      }
    }
    return Peculiarity.allCases.reversed().map { ($0, counts[$0.rawValue]) }.filter { $0.1 > 0 }
  }
}
