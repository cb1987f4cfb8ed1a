import CKernels

/// What training makes small: a mean over the samples of a batch.
package enum Objective: Sendable, Hashable {
  /// (1/B) Σ ½ ‖ŷ − t‖².
  case squaredError
  /// −(1/B) Σ Σ tᵢ ln pᵢ, p = softmax(ŷ).
  case crossEntropy

  /// The loss, and dJ/dŷ in place of the outputs; count × width, row-major.
  func evaluate(
    _ outputs: UnsafeMutablePointer<Double>,
    targets: [Double],
    count: Int
  ) -> Double {
    let share = 1 / Double(count)
    switch self {
    case .squaredError:
      fk_axpy(outputs, -1, targets, targets.count)
      let loss = 0.5 * share * fk_sumsq(outputs, targets.count)
      fk_scale(outputs, share, outputs, targets.count)
      return loss
    case .crossEntropy:
      var loss = 0.0
      let width = targets.count / count
      for row in 0..<count {
        loss += Objective.softmax(outputs, targets, row * width..<(row + 1) * width)
      }
      fk_scale(outputs, share, outputs, targets.count)
      return loss * share
    }
  }

  /// The change of dJ/dŷ where the outputs change by `change`; `gradient` is dJ/dŷ.
  func curvature(
    _ change: [Double],
    gradient: [Double],
    targets: [Double],
    count: Int
  ) -> [Double] {
    let share = 1 / Double(count)
    switch self {
    case .squaredError:
      return change.map { $0 * share }
    case .crossEntropy:
      let width = targets.count / count
      return (0..<count).flatMap { sample in
        let row = sample * width..<(sample + 1) * width
        let mass = row.reduce(0) { $0 + targets[$1] }
        guard mass != 0 else { return row.map { _ in 0.0 } }
        // p times the targets' sum; its mean is subtracted.
        let weights = row.map { gradient[$0] * Double(count) + targets[$0] }
        let mean = zip(weights, row).reduce(0) { $0 + $1.0 * change[$1.1] } / mass
        return zip(weights, row).map { $0 * (change[$1] - mean) * share }
      }
    }
  }

  /// One row's −Σ t ln p; pᵢ Σt − tᵢ in place of it.
  private static func softmax(
    _ values: UnsafeMutablePointer<Double>,
    _ targets: [Double],
    _ row: Range<Int>
  ) -> Double {
    let top = row.reduce(-Double.infinity) { max($0, values[$1]) }
    let place = row.first { values[$0] == top } ?? row.lowerBound
    // The weights but the largest, which is 1: what is left of them is the loss, however small.
    var rest = 0.0
    var (mass, along) = (0.0, 0.0)
    for i in row {
      let distance = values[i] - top
      if targets[i] != 0 { along += targets[i] * distance }
      mass += targets[i]
      values[i] = fk_exp1(distance)
      if i != place { rest += values[i] }
    }
    let total = values[place] + rest
    // values[place] − 1 is 0, or nan where the outputs are not finite.
    let loss = mass * fk_log1p1(rest + (values[place] - 1)) - along
    for i in row where i != place { values[i] = values[i] / total * mass - targets[i] }
    // p (Σt − t) − t (1 − p), which does not cancel where p is next to 1.
    let (weight, target) = (values[place], targets[place])
    values[place] = (weight * (mass - target) - target * rest) / total
    return loss
  }
}
