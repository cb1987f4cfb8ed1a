import DeepNetworks
import Testing

/// Outcomes against the losses of all samples, worked out one sample at a time in extended range.
@Suite("Outcomes of mini-batches")
struct MiniBatchOutcomeTests {
  private func loss(_ network: Network, _ set: TrainingSet) throws -> Double {
    var total = Extended.zero
    for i in 0..<set.count {
      let (x, t) = set.sample(i)
      total = total + (try Loss.squaredError(target: t).value(of: network.forward(x).output))
    }
    return (total / Extended(set.count)).double
  }

  private func network(_ activation: Activation) throws -> Network {
    try Network(
      initialization: .he(slope: 0),
      widths: [2, 8, 8, 2],
      activation: activation,
      seed: 1
    )
  }

  @Test(
    "each outcome holds of the losses of all samples, at both ends and nine tenths of the way",
    arguments: [Activation.relu, .sigmoid, .linear],
    [1, 2, 16, 24]
  )
  func truth(_ activation: Activation, _ batch: Int) throws {
    let set = try TrainingSet.spirals(samplesPerArm: 12, seed: 3)
    let net = try network(activation)
    for rate in [0, 1e-9, 1e-4, 1e-3, 0.01, 0.1, 1, 4] {
      for (steps, optimizer) in [
        (1, Optimizer.gradientDescent), (25, .momentum(0.9)), (60, .adam()),
      ] {
        let training = Training(rate: rate, steps: steps, batch: batch, optimizer: optimizer)
        let run = try training.train(net, on: set)
        if case .diverged = run.outcome {
          let end = run.losses.last ?? 0
          let norms = run.gradientNorms.last ?? []
          #expect(!end.isFinite || end > 1e6 * 0.2 || !norms.allSatisfy(\.isFinite))
          continue
        }
        // The run of fewer steps ends where this one was.
        var shorter = training
        shorter.steps = steps - max(1, steps / 10)
        let first = try loss(net, set)
        let late = try loss(shorter.train(net, on: set).network, set)
        let last = try loss(run.network, set)
        let marks = try #require(run.marks)
        #expect(isNear(marks.first, first, within: 1e-12), "\(rate)")
        #expect(isNear(marks.late, late, within: 1e-12), "\(rate)")
        #expect(isNear(run.losses[steps], last, within: 1e-12))
        let share = Double(max(1, steps / 10)) / Double(steps)
        let change = abs(late - last)
        let stands = change < 0.01 * late && change < 0.1 * share * (first - last)
        switch run.outcome {
        case .diverged, .overflowed, .stopped: break
        case .converged: #expect(last <= 1.001e-3 * first)
        case .dead: #expect(run.finalGradientNorms.allSatisfy { $0 == 0 })
        case .risen: #expect(last > 1.0099 * first)
        case .stalled, .saturated: #expect(last > 0.9899 * first || stands, "\(rate) \(run.losses)")
        case .finished: #expect(last < 0.9901 * first && !stands)
        }
        if rate <= 1e-9 { #expect(run.outcome != .risen && run.outcome != .finished) }
      }
    }
  }

  @Test("batches of all samples are the whole set: the same outcome and marks as without")
  func whole() throws {
    let net = try network(.relu)
    for rate in [1e-4, 0.1, 1] {
      let run = try Training(rate: rate, steps: 30).train(net, on: .xor)
      let batched = try Training(rate: rate, steps: 30, batch: 4).train(net, on: .xor)
      #expect(run == batched && run.isWhole)
    }
  }

  @Test("batches made for each step are judged by the last of them, at both ends")
  func made() throws {
    let net = try network(.linear)
    func batch(_ step: Int) throws -> TrainingSet {
      try .linearTeacher(inputWidth: 2, outputWidth: 2, samples: 4, seed: UInt64(step))
    }
    for steps in [0, 1, 8, 30] {
      let run = try Training(rate: 0.01, steps: steps).train(net, batches: batch)
      let marks = try #require(run.marks)
      #expect(isNear(marks.first, try loss(net, batch(steps)), within: 1e-12))
      #expect(isNear(run.losses[steps], try loss(run.network, batch(steps)), within: 1e-12))
      #expect(!run.isWhole)
    }
  }

  /// For ŷ = w x at x = 1, J = ½ (w − 1)² is (1 − η)^2n ½ after n steps from 0.
  @Test(
    "a slow, even fall is no standstill; one of less than a hundredth is",
    arguments: [
      (2e-4, 100, TrainingRun.Outcome.finished), (1e-3, 20, .finished), (1e-5, 100, .stalled),
      (0, 100, .stalled), (5e-3, 2, .finished), (1e-3, 2, .stalled),
    ]
  )
  func slow(_ rate: Double, _ steps: Int, _ outcome: TrainingRun.Outcome) throws {
    let net = try Network(repeating: .rows([[0.0]]), depth: 1)
    let set = try TrainingSet(count: 1, inputs: [1], targets: [1])
    #expect(try Training(rate: rate, steps: steps).train(net, on: set).outcome == outcome)
  }

  @Test("one output is right where it is nearer to the target than to any other of the set")
  func oneOutput() throws {
    let net = try Network(repeating: .identity(1), depth: 1)
    // Between 0, 1 and 4 the borders are 0.5 and 2.5.
    let set = try TrainingSet(
      count: 6,
      inputs: [-9, 0.5, 0.6, 2.4, 2.6, 9],
      targets: [0, 0, 1, 1, 4, 1]
    )
    #expect(set.hasAnswers)
    let run = try Training(rate: 0, steps: 1).train(net, on: set)
    #expect(run.accuracies == [4.0 / 6, 4.0 / 6])
    // A sample by itself is compared with the targets of all.
    let single = try Training(rate: 0, steps: 6, batch: 1).train(net, on: set)
    let right: Double = single.accuracies.dropLast().reduce(0, +)
    #expect(right == 4)
    let flat = try TrainingSet(count: 2, inputs: [1, 2], targets: [3, 3])
    #expect(!flat.hasAnswers && TrainingSet.xor.hasAnswers)
  }
}
