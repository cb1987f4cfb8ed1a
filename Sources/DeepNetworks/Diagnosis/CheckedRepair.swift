/// A repair and what it did when it was run.
package struct CheckedRepair: Sendable, Hashable {
  package let repair: Repair
  package let signals: Diagnosis.Flow
  package let gradients: Diagnosis.Flow
  /// How many draws of the weights were run, and in how many of them it helps the flows.
  package let draws: Int
  package let helped: Int
  /// Dead or saturated units that there are with it.
  package let leaves: [Diagnosis.Finding]
  /// A few steps of training with it.
  package let learning: LearningTrial
  /// Whether units of the network are alike, and these steps leave some alike.
  package let staysAlike: Bool
  /// Whether it makes both flows of the network's own draw steady, or at least less bad.
  package let helps: Bool

  /// Whether it helps here and in three quarters of the draws, units work, and the loss falls.
  package var works: Bool {
    helps && leaves.isEmpty && !staysAlike && learning.lowers && helped * 4 >= draws * 3
  }
}

extension Repair {
  /// The repairs that suit a network, smallest change first, each run at the input.
  static func checked(
    _ network: Network,
    at x: Vector,
    signals: Diagnosis.Flow,
    severity: Diagnosis.Severity,
    checkpoint: (Double) throws -> Void
  ) throws -> [CheckedRepair] {
    let factor = signals.growth.isZero ? nil : signals.factor
    let candidates = inputs(x) + candidates(network, factor: factor)
    func helps(_ flows: Diagnosis.Flows) -> Bool {
      flows.severity < severity && flows.severity <= .mild
    }
    return try candidates.enumerated().map { index, repair in
      let repaired = try repair.applied(to: network)
      let x = repair.applied(toInput: x)
      func tell(_ share: Double) throws {
        try checkpoint((Double(index) + share) / Double(candidates.count))
      }
      let drawn = try repaired.drawnOnce { try tell(0.1 * $0) }
      let own = try Diagnosis.flows(drawn, at: x, nil) { try tell(0.1 + 0.1 * $0) }
      let others = try Diagnosis.draws(of: repaired, at: x) { try tell(0.2 + 0.6 * $0) }
      let learning = try LearningTrial(drawn, at: x) { _ in try tell(0.9) }
      return CheckedRepair(
        repair: repair,
        signals: own.signals,
        gradients: own.gradients,
        draws: others.count + 1,
        helped: others.count(where: helps) + (helps(own) ? 1 : 0),
        leaves: helps(own) ? try Diagnosis.units(drawn, at: x) { _ in try tell(0.9) } : [],
        learning: learning,
        staysAlike: network.alike != nil
          ? try drawn.staysAlike(learning, at: x) { _ in try tell(0.9) } : false,
        helps: helps(own)
      )
    }
  }

  /// What can be done about an input whose size is far from 1.
  private static func inputs(_ x: Vector) -> [Repair] {
    let rms = x.rms()
    return rms.isFinite && (rms > Extended(3) || rms * 3 < .one) ? [.unitInput] : []
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
    let trained = try Training(rate: rate, steps: LearningTrial.steps)
      .train(self, on: set, threads: 1, checkpoint: checkpoint).network
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
    return try Network(
      weights: rounded,
      biases: biases.contains { $0 != nil } ? biases : [],
      activation: activation,
      lastActivation: lastActivation
    ).structured(structure).alike != nil
  }
}
