/// A repair and what it did when it was run.
package struct CheckedRepair: Sendable, Hashable {
  package let repair: Repair
  package let signals: Diagnosis.Flow
  package let gradients: Diagnosis.Flow
  /// How many draws of the weights were run, and in how many of them it helps the flows.
  package let draws: Int
  package let helped: Int
  /// A few steps of training with it.
  package let learning: LearningTrial
  /// Whether units stay alike with it, as the network's own are.
  package let staysAlike: Bool
  /// Whether it makes both flows of the network's own draw steady, or at least less bad.
  package let helps: Bool

  /// Whether it helps here and in three quarters of the draws, and then the loss falls.
  package var works: Bool {
    helps && !staysAlike && learning.lowers && helped * 4 >= draws * 3
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
    let candidates = candidates(network, factor: factor)
    func helps(_ flows: (signals: Diagnosis.Flow, gradients: Diagnosis.Flow)) -> Bool {
      let left = max(flows.signals.severity, flows.gradients.severity)
      return left < severity && left <= .mild
    }
    return try candidates.enumerated().map { index, repair in
      let repaired = try repair.applied(to: network)
      func tell(_ share: Double) throws {
        try checkpoint((Double(index) + share) / Double(candidates.count))
      }
      let drawn = try repaired.drawnOnce { try tell(0.1 * $0) }
      let own = try Diagnosis.flows(drawn, at: x, nil) { try tell(0.1 + 0.1 * $0) }
      let others = try Diagnosis.draws(of: repaired, at: x) { try tell(0.2 + 0.6 * $0) }
      return CheckedRepair(
        repair: repair,
        signals: own.signals,
        gradients: own.gradients,
        draws: others.count + 1,
        helped: others.count(where: helps) + (helps(own) ? 1 : 0),
        learning: try LearningTrial(drawn, at: x) { _ in try tell(0.9) },
        staysAlike: network.alike != nil && drawn.alike != nil,
        helps: helps(own)
      )
    }
  }
}
