/// A repair and what it did when it was run.
package struct CheckedRepair: Sendable, Hashable {
  package let repair: Repair
  package let signals: Diagnosis.Flow
  package let gradients: Diagnosis.Flow
  /// How many draws of the weights were run, and in how many of them it helps the flows.
  package let draws: Int
  package let helped: Int
  /// The draw that the flows, units and steps are of: 0 is the network's own, which is left where the
  /// repair does not help there, but in three quarters of all draws.
  package let draw: Int
  /// Dead or saturated units that there are with it.
  package let leaves: [Diagnosis.Finding]
  /// A few steps of training with it.
  package let learning: LearningTrial
  /// Whether units of the network are alike, and these steps leave some alike.
  package let staysAlike: Bool
  /// The same steps in the same draw without it, each at the best rate that was found.
  package let without: LearningTrial
  /// In how many draws the steps were tried, and in how many the loss ends lower with it.
  package let trials: Int
  package let lower: Int

  /// Whether it makes both flows steady, or at least less bad, in three quarters of the draws.
  package var helps: Bool { helped * 4 >= draws * 3 }

  /// Whether the loss ends lower than without it in three quarters of the draws tried.
  package var endsLower: Bool { lower * 4 >= trials * 3 }

  /// Whether it helps, units work, and the loss falls further than without it.
  package var works: Bool {
    helps && leaves.isEmpty && !staysAlike && endsLower
  }
}

extension Repair {
  /// The repairs that suit a network, smallest change first, each run at the input.
  static func checked(
    _ network: Network,
    at x: Vector,
    signals: Diagnosis.Flow,
    severity: Diagnosis.Severity,
    learning: LearningTrial,
    checkpoint: (Double) throws -> Void
  ) throws -> [CheckedRepair] {
    let factor = signals.growth.isZero ? nil : signals.factor
    let candidates = inputs(x) + candidates(network, factor: factor)
    func helps(_ flows: Diagnosis.Flows) -> Bool {
      flows.severity < severity && flows.severity <= .mild
    }
    let input = x
    // By draw; the same for all repairs.
    var without = [0: learning]
    return try candidates.enumerated().map { index, repair in
      let repaired = try repair.applied(to: network)
      let x = repair.applied(toInput: x)
      func tell(_ share: Double) throws {
        try checkpoint((Double(index) + share) / Double(candidates.count))
      }
      let draws = try (0..<Diagnosis.draws(of: repaired)).map { index in
        try tell(0.05 * Double(index))
        return try Diagnosis.flows(repaired.draw(index), at: x, nil) { _ in
          try tell(0.05 * Double(index))
        }
      }
      let helped = draws.count(where: helps)
      // A draw is no measure where most others behave otherwise.
      let isMostly = helped * 4 >= draws.count * 3
      let draw = isMostly ? draws.firstIndex(where: helps) ?? 0 : 0
      let drawn = try repaired.draw(draw)
      let tried = isMostly && Diagnosis.isSmall(repaired) ? Array(draws.indices) : [draw]
      let pairs = try tried.map { index in
        let other =
          try without[index]
          ?? LearningTrial(network.draw(index), at: input) { _ in
            try tell(0.7)
          }
        without[index] = other
        let one = try LearningTrial(repaired.draw(index), at: x) { _ in try tell(0.8) }
        return (with: one, without: other)
      }
      let shown = pairs[tried.firstIndex(of: draw) ?? 0]
      return CheckedRepair(
        repair: repair,
        signals: draws[draw].signals,
        gradients: draws[draw].gradients,
        draws: draws.count,
        helped: helped,
        draw: draw,
        leaves: isMostly ? try Diagnosis.units(drawn, at: x) { _ in try tell(0.9) } : [],
        learning: shown.with,
        staysAlike: network.alike != nil
          ? try drawn.staysAlike(shown.with, at: x) { _ in try tell(0.9) } : false,
        without: shown.without,
        trials: pairs.count,
        lower: pairs.count { $0.with.endsLower(than: $0.without) }
      )
    }
  }

  /// What can be done about an input whose size is far from 1.
  private static func inputs(_ x: Vector) -> [Repair] {
    let rms = x.rms()
    return rms.isFinite && (rms > Extended(3) || rms * 3 < .one) ? [.unitInput] : []
  }
}

extension Diagnosis {
  /// Whether steps of training are tried in all draws of a network.
  fileprivate static func isSmall(_ network: Network) -> Bool {
    (1...network.depth).reduce(0) { $0 + network.width(of: $1) * network.width(of: $1 - 1) } <= 1024
  }

  /// In how many draws steps of training are tried.
  static func trials(of network: Network) -> Int { isSmall(network) ? draws(of: network) : 1 }
}

extension LearningTrial {
  /// Whether its loss falls, and ends lower than another's by more than a hundredth or at next to
  /// nothing.
  fileprivate func endsLower(than other: LearningTrial) -> Bool {
    guard lowers, other.before.isFinite else { return lowers }
    return after < 0.99 * other.after || after <= 1e-3 * other.before
  }
}

extension Network {
  /// Whether units are alike in single precision after a trial's steps.
  fileprivate func staysAlike(
    _ trial: LearningTrial,
    at x: Vector,
    checkpoint: (Double) throws -> Void
  ) throws -> Bool {
    guard alike != nil, trial.lowers, let rate = trial.rate else { return alike != nil }
    let target = Diagnosis.target(of: self)
    let set = try TrainingSet(count: 1, inputs: x.doubles, targets: target.doubles)
    let run = try Training(rate: rate, steps: LearningTrial.steps)
      .train(self, on: set, threads: 1, checkpoint: checkpoint)
    guard case .network(let trained) = run.trained else { return true }
    let rounded = try (1...depth).map { layer in
      let matrix = trained.weights(layer).dense
      let values = matrix.entries.doubles.map { Double(Float($0)) }
      return Matrix.dense(
        try DenseMatrix(rows: matrix.rows, columns: matrix.columns, values: values)
      )
    }
    let biases = (1...depth).map { layer in
      trained.bias(layer).map { Vector($0.doubles.map { Double(Float($0)) }) }
    }
    return try with(weights: rounded, biases: biases).alike != nil
  }
}
