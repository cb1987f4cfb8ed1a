import DeepNetworks
import Testing

/// How trainings end, on one weight, where every step can be worked out by hand.
///
/// For ŷ = w x at x = 1, J = ½ (w − t)²: a step leaves (1 − η) of w − t, and of J its square.
struct TrainingOutcomeTests {
  private func weight(_ w: Double, _ activation: Activation = .linear) throws -> Network {
    try Network(repeating: .scaledIdentity(Extended(w), 1), depth: 1, activation: activation)
  }

  private func target(_ t: Double) throws -> TrainingSet {
    try TrainingSet(count: 1, inputs: [1], targets: [t])
  }

  @Test("4^n passes a million at step 10; 1.21^5 rises; 4^-5 has converged, 4^-4 still falls")
  func rates() throws {
    func run(_ rate: Double, _ steps: Int) throws -> TrainingRun {
      try Training(rate: rate, steps: steps).train(weight(0), on: target(1))
    }
    #expect(try run(3, 100).outcome == .diverged(step: 10))
    #expect(try run(3, 9).outcome == .risen && run(2.1, 5).outcome == .risen)
    #expect(try run(0.5, 5).outcome == .converged && run(0.5, 4).outcome == .finished)
    #expect(try run(0, 50).outcome == .stalled)
    let five = try run(0.5, 5)
    #expect(five.losses.last == 0.5 / 1024)
    #expect(five.gradientNorms.map { $0[0] } == [1, 0.5, 0.25, 0.125, 0.0625])
    #expect(five.finalGradientNorms == [0.03125])
    #expect(try run(3, 100).finalGradientNorms.isEmpty)
  }

  @Test("two targets for one input: J = ½ + ½ 4^-n stands at ½")
  func plateau() throws {
    let set = try TrainingSet(count: 2, inputs: [1, 1], targets: [0, 2])
    func run(_ steps: Int) throws -> TrainingRun {
      try Training(rate: 0.5, steps: steps).train(weight(0), on: set)
    }
    #expect(try run(20).outcome == .stalled && run(20).losses[0] == 1)
    #expect(try run(2).outcome == .finished)
  }

  @Test("relu's weight is thrown from 1 to -1 by the first step and learns nothing from then on")
  func dead() throws {
    let run = try Training(rate: 1, steps: 30).train(weight(1, .relu), on: target(-1))
    #expect(run.outcome == .dead(step: 1))
    #expect(run.losses[0] == 2 && run.losses[1...].allSatisfy { $0 == 0.5 })
    let born = try Network(repeating: .rows([[-1.0]]), depth: 2, activation: .relu)
    #expect(
      try Training(rate: 0.1, steps: 5).train(born, on: target(2)).outcome == .dead(step: 0)
    )
  }

  @Test("zero weights are a saddle, and no unit is dead there")
  func saddle() throws {
    let net = try Network(repeating: .rows([[0.0]]), depth: 3)
    #expect(try Training(rate: 0.1, steps: 5).train(net, on: target(1)).outcome == .stalled)
  }

  @Test("tanh at 50 is saturated: its slope is 4 e^-100")
  func saturated() throws {
    let run = try Training(rate: 1, steps: 20).train(weight(50, .tanh), on: target(-1))
    #expect(run.outcome == .saturated(layer: 1))
    #expect(run.losses.last == 2)
  }

  @Test("accuracy stands beside each loss, of the samples that the loss is of")
  func accuracy() throws {
    // ŷ = x: right where the target is the greater of the two.
    let net = try Network(repeating: .identity(2), depth: 1)
    let set = try TrainingSet(
      count: 3,
      inputs: [1, 0, 0, 1, 1, 0],
      targets: [1, 0, 0, 1, 0, 1]
    )
    let run = try Training(rate: 0, steps: 2).train(net, on: set)
    let share = 2.0 / 3
    #expect(run.accuracies == [share, share, share])
    let single = try Training(rate: 0, steps: 3, batch: 1).train(net, on: set)
    let right: Double = single.accuracies.dropLast().reduce(0, +)
    #expect(right == 2)
    #expect(single.accuracies.last == share)
  }
}
