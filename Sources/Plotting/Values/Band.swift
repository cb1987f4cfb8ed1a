import TerminalText

/// The same quantity in several runs, of different seeds for instance: `runs[k][i]` is run k's value at `x[i]`.
package struct Band: Sendable, Hashable {
  package var name: String
  package var x: [Double]
  package var runs: [[Sample]]
  /// What is another in each run, `seed`; empty where the runs are just runs.
  package var parameter: String

  /// A run may be shorter than `x`; it counts where it has a value.
  package init(name: String, x: [Double], runs: [[Sample]], parameter: String = "") {
    self.name = name
    self.x = x
    self.runs = runs
    self.parameter = parameter
  }

  /// Runs of one sample per layer, the first at layer `first`.
  package init(name: String, first: Int, runs: [[Sample]]) {
    let count = runs.map(\.count).max() ?? 0
    self.init(name: name, x: (0..<count).map { Double(first + $0) }, runs: runs)
  }

  /// The tenth, the median and nine tenths of the runs, each as a series.
  package var quantiles: [Series] {
    let quantiles = Quantiles(self)
    return [("10 %", quantiles.low), ("median", quantiles.median), ("90 %", quantiles.high)].map {
      part,
      one in
      Series(name: one.name.isEmpty ? part : "\(one.name) \(part)", x: one.x, y: one.y)
    }
  }

  /// "10 %, 50 % and 90 % of 20 values of seed"; "up to" where some runs are shorter than others.
  package var words: String {
    let isUneven = runs.contains { $0.count != runs[0].count }
    let what =
      parameter.isEmpty
      ? runs.count == 1 ? "run" : "runs"
      : (runs.count == 1 ? "value of " : "values of ") + neutralised(parameter)
    return "10 %, 50 % and 90 % of \(isUneven ? "up to " : "")\(runs.count) \(what)"
  }
}
