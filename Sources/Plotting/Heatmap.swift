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

  /// The value at two indices; where there is none it is not a number.
  func value(_ i: Int, _ j: Int) -> Sample {
    guard values.indices.contains(j), values[j].indices.contains(i) else { return .notANumber }
    return values[j][i]
  }
}
