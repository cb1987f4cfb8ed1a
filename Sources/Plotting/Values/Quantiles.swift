/// What several runs have in common: at each x the median, and what four fifths of the runs lie between.
///
/// A quantile is the value of a run (the nearest rank, ⌈p n⌉ of n), never a mean of two, so that it may be
/// infinite or far beyond Double. Runs that are no number at an x do not count there.
struct Quantiles: Sendable, Hashable {
  /// The tenth, the half and nine tenths.
  var low: Series
  var median: Series
  var high: Series
  /// How many runs there are.
  let runs: Int
  /// What the band is, in words; nil where nobody says what is another in each run.
  let words: String?
  /// How many values are no number.
  let missing: Int

  init(_ band: Band) {
    var rows: [[Sample]] = [[], [], []]
    var missing = 0
    for index in band.x.indices {
      let all = band.runs.compactMap { $0.indices.contains(index) ? $0[index] : nil }
      let values = all.filter { $0.kind != .notANumber }.sorted()
      missing += all.count - values.count
      for (row, tenths) in [1, 5, 9].enumerated() {
        let rank = (values.count * tenths + 9) / 10
        rows[row].append(values.isEmpty ? .notANumber : values[max(1, rank) - 1])
      }
    }
    low = Series(name: band.name, x: band.x, y: rows[0])
    median = Series(name: band.name, x: band.x, y: rows[1])
    high = Series(name: band.name, x: band.x, y: rows[2])
    runs = band.runs.count
    words = band.parameter.isEmpty ? nil : band.words
    self.missing = missing
  }

  /// "3 values of the runs are not a number".
  static func words(missing: Int) -> String {
    missing == 1
      ? "1 value of the runs is not a number" : "\(missing) values of the runs are not a number"
  }
}
