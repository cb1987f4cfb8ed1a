/// A value for every pair of two parameters: `values[j][i]` belongs to `x[i]`, to the right, and `y[j]`, upwards.
package struct Heatmap: Sendable, Hashable {
  package var x: [Double]
  package var y: [Double]
  package var yLabel: String
  package var yIsInteger: Bool
  /// What the values are, for the key: `log10(rms(y))`.
  package var valueLabel: String
  package var values: [[Sample]]

  package init(
    x: [Double],
    y: [Double],
    yLabel: String,
    yIsInteger: Bool,
    valueLabel: String,
    values: [[Sample]]
  ) {
    self.x = x
    self.y = y
    self.yLabel = yLabel
    self.yIsInteger = yIsInteger
    self.valueLabel = valueLabel
    self.values = values
  }

  /// Every value that has an x and a y, row by row.
  var all: [Sample] { y.indices.flatMap { j in x.indices.map { value($0, j) } } }

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

  /// The value at two indices; where there is none it is not a number.
  func value(_ i: Int, _ j: Int) -> Sample {
    guard values.indices.contains(j), values[j].indices.contains(i) else { return .notANumber }
    return values[j][i]
  }
}
