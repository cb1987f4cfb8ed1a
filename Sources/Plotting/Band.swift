/// The same quantity in several runs, of different seeds for instance: `runs[k][i]` is run k's value at `x[i]`.
package struct Band: Sendable, Hashable {
  package var name: String
  package var x: [Double]
  package var runs: [[Sample]]

  /// A run may be shorter than `x`; it counts where it has a value.
  package init(name: String, x: [Double], runs: [[Sample]]) {
    self.name = name
    self.x = x
    self.runs = runs
  }

  /// Runs of one sample per layer, the first at layer `first`.
  package init(name: String, first: Int, runs: [[Sample]]) {
    let count = runs.map(\.count).max() ?? 0
    self.init(name: name, x: (0..<count).map { Double(first + $0) }, runs: runs)
  }
}
