import DeepNetworks
import Testing

/// Dropout: which units, by how much the others grow, and when.
struct DropoutTests {
  private func network(_ share: Extended, _ structure: Structure = .plain) throws -> Network {
    try Network(
      initialization: .gaussian(gain: 1.2),
      widths: [3, 40, 40, 40, 2],
      biasStandardDeviation: 0.4,
      activation: .tanh,
      lastActivation: .linear,
      seed: 4
    ).structured(
      Structure(
        residualScale: structure.residualScale,
        block: structure.block,
        norm: structure.norm,
        dropout: share
      )
    )
  }

  @Test("of many units p are 0 and the others 1/(1 − p): mean 1, variance p/(1 − p)")
  func moments() throws {
    let n = 20_000
    for share in [0.1, 0.5, 0.9] {
      let net = try Network(repeating: .scaledIdentity(1, n), depth: 2)
        .structured(Structure(dropout: Extended(share)))
      let units = try net.forward(.ones(n), droppingBy: 3).a(1).doubles
      let scale = 1 / (1 - share)
      #expect(units.allSatisfy { $0 == 0 || isNear($0, scale, within: 1e-15) })
      let dropped = Double(units.count { $0 == 0 }) / Double(n)
      // Four deviations of a binomial share.
      #expect((dropped - share).magnitude < 4 * (share * (1 - share) / Double(n)).squareRoot())
      let mean = units.reduce(0, +) / Double(n)
      let variance = units.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n)
      let expected = share / (1 - share)
      #expect((mean - 1).magnitude < 4 * (expected / Double(n)).squareRoot())
      #expect((variance / expected - 1).magnitude < 0.1)
      // ŷ is not dropped, nor anything without a seed.
      let output = try net.forward(.ones(n), droppingBy: 3).output.doubles
      #expect(output == units)
      #expect(try net.forward(.ones(n)).output == .ones(n))
    }
  }

  @Test("a seed, a layer and a sample draw their own units, the same at any depth")
  func draws() throws {
    func kept(_ depth: Int, _ seed: UInt64, layer: Int, sample: Int) throws -> [Bool] {
      let net = try Network(repeating: .scaledIdentity(1, 64), depth: depth)
        .structured(Structure(residualScale: 1, dropout: Extended(0.5)))
      let pass = try net.forward(.ones(64), droppingBy: seed, sample: sample)
      return zip(pass.a(layer).doubles, pass.a(layer - 1).doubles).map { $0 > $1 }
    }
    let first = try kept(3, 1, layer: 1, sample: 0)
    #expect(try kept(9, 1, layer: 1, sample: 0) == first)
    #expect(try kept(3, 2, layer: 1, sample: 0) != first)
    #expect(try kept(3, 1, layer: 2, sample: 0) != first)
    #expect(try kept(3, 1, layer: 1, sample: 1) != first)
  }

  private static let structures = [
    Structure.plain, Structure(normEpsilon: 1e-3),
    Structure(residualScale: Extended(0.7), block: 2, norm: .layer(epsilon: 0.1, .before)),
    Structure(residualScale: Extended(0.7), norm: .layer(epsilon: 0.1, .after)),
    Structure(norm: .batch(epsilon: 1e-3, nil)),
  ]

  @Test("a step has the gradients of the pass that drops the same units", arguments: structures)
  func training(structure: Structure) throws {
    let net = try network(Extended(0.25), structure)
    let set = try TrainingSet.linearTeacher(inputWidth: 3, outputWidth: 2, samples: 11, seed: 2)
    let samples = (0..<set.count).map { set.sample($0) }
    let forward = try net.forward(samples: samples.map(\.input), droppingBy: 7)
    let gradients = try net.backward(
      forward,
      losses: samples.map { .squaredError(target: $0.target) }
    )
    let run = try Training(rate: 0.25, steps: 1, seed: 7).train(net, on: set, threads: 1)
    for layer in 1...net.depth {
      let expected = try net.weights(layer) + gradients.dW(layer).scaled(by: Extended(-0.25))
      let miss = try (run.network.weights(layer) - expected).frobeniusNorm()
      #expect(miss < Extended(1e-12), "layer \(layer) by \(miss.double)")
    }
    #expect(try Training(rate: 0.25, steps: 1, seed: 7).train(net, on: set, threads: 3) == run)
    // The last loss is of all units.
    let kept = try run.network.forward(samples: samples.map(\.input))
    let losses = try zip(kept.samples, samples).map {
      try Loss.squaredError(target: $1.target).value(of: $0.output).double
    }
    #expect(isNear(run.losses[1], losses.reduce(0, +) / Double(set.count), within: 1e-12))
    #expect(run.marks?.first != run.losses[0])
  }

  @Test("each step draws anew, and another seed draws others")
  func steps() throws {
    let set = try TrainingSet.linearTeacher(inputWidth: 3, outputWidth: 2, samples: 9, seed: 2)
    // A rate of 0: the losses differ by what is dropped alone.
    let net = try network(Extended(0.5))
    let run = try Training(rate: 0, steps: 4, seed: 1).train(net, on: set)
    #expect(Set(run.losses).count == 5)
    let other = try Training(rate: 0, steps: 4, seed: 2).train(net, on: set)
    #expect(other.losses.dropLast() != run.losses.dropLast() && other.losses[4] == run.losses[4])
    #expect(run.marks?.first == run.losses[4] && run.marks?.late == run.losses[4])
    let all = try Training(rate: 0, steps: 1).train(network(.zero), on: set)
    #expect(all.losses[0] == run.losses[4])
  }

  @Test("gradients and Jacobians of a pass are its differences", arguments: structures.dropLast())
  func differences(structure: Structure) throws {
    let net = try network(Extended(0.5), structure)
    let x = Vector.normal(3, seed: 2)
    let forward = try net.forward(x, droppingBy: 5)
    let jacobian = try Jacobian(net, at: forward).matrix()
    for j in 0..<3 {
      let step = Vector((0..<3).map { $0 == j ? 1e-5 : 0.0 })
      let (up, down) = (
        try net.forward(x + step, droppingBy: 5).output,
        try net.forward(x - step, droppingBy: 5).output
      )
      #expect(try distance((up - down).scaled(by: Extended(5e4)), jacobian.column(j)) < 1e-8)
    }
    let gradient = try net.backward(forward, loss: .sum).dA(0)
    #expect(try distance(gradient, jacobian.transposed * .ones(2)) < 1e-12)
    for (format, tolerance) in [(NumberFormat.float64, 1e-13), (.float32, 1e-4)] {
      let rounded = try net.forward(x, format: format, droppingBy: 5)
      #expect(try distance(rounded.output, forward.output) < tolerance)
      let back = try net.backward(rounded, loss: .sum)
      #expect(try distance(back.dA(0), gradient) < tolerance)
    }
  }

  @Test("a share that is none", arguments: [1, 1.5, -0.1, .infinity])
  func refusals(share: Double) throws {
    #expect(throws: NetworkError.dropout(share)) { try network(Extended(share)) }
  }

  @Test("the sentence")
  func sentence() {
    #expect(
      NetworkError.dropout(1).description
        == "A dropout of 1.0 is no share of units to drop that leaves some: take 0 or more and less than "
        + "1. Those that are left grow by 1/(1 - p), which 1 would make infinite."
    )
  }
}
