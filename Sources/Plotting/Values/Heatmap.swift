/// A value for every pair of two parameters: `values[j][i]` belongs to `x[i]`, to the right, and `y[j]`, upwards.
package struct Heatmap: Sendable, Hashable {
  /// To the right.
  package var x: [Double]
  /// Upwards.
  package var y: [Double]
  /// What y counts, as the figure says it of x.
  var yLabel: String
  var yIsInteger: Bool
  /// What the values are, for the key: `log10(rms(y))`.
  var valueLabel: String
  /// A row for each y.
  package var values: [[Sample]]
  /// How many classes the values count from 1, each of which has its own shade whichever come; nil where they
  /// are no classes.
  package var classes: Int?
  /// Samples that lie in it.
  package var points: [Point] = []

  /// A sample at a place, of one of a few kinds.
  package struct Point: Sendable, Hashable {
    let x: Double
    let y: Double
    let kind: Int

    package init(x: Double, y: Double, kind: Int) {
      (self.x, self.y, self.kind) = (x, y, kind)
    }

    /// What stands for a kind; a digit, so that it is the number of its class.
    static func glyph(_ kind: Int) -> String { "\(kind % 10)" }
  }

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

  /// Whether y falls upwards, as the rows of a matrix do.
  var runsDown: Bool { y.first.map { first in y.last.map { first > $0 } ?? false } ?? false }

  /// Which way y rises.
  var way: String { runsDown ? "downwards" : "upwards" }

  /// Every value that has an x and a y, row by row.
  var all: [Sample] { y.indices.flatMap { j in x.indices.map { value($0, j) } } }

  /// The value at two indices; where there is none it is not a number.
  func value(_ i: Int, _ j: Int) -> Sample {
    guard values.indices.contains(j), values[j].indices.contains(i) else { return .notANumber }
    return values[j][i]
  }
}
