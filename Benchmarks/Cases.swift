import CKernels
import DeepNetworks

/// The cases of the peers, on our side.
enum Cases {
  /// In the order of the table; each is made when it is wanted.
  nonisolated(unsafe) static let all: [(name: String, make: () throws -> Case)] = [
    ("a", lecture), ("b linear", { try batch(.linear, threads: 1) }),
    ("b linear, 2 threads", { try batch(.linear, threads: 2) }),
    ("b tanh", { try batch(.tanh, threads: 1) }),
    ("b tanh, 2 threads", { try batch(.tanh, threads: 2) }), ("c", spectrum),
    ("d", { try sweep(threads: 1) }), ("d, 2 threads", { try sweep(threads: 2) }),
    ("e", { try training(threads: 1) }), ("e, 2 threads", { try training(threads: 2) }),
  ]

  /// a: the lecture's network, n = 2, L = 150: forward, backward, dW.
  static func lecture() throws -> Case {
    let net = try Network(
      repeating: .scaledIdentity(Extended(1.5), 2),
      depth: 150,
      last: .identity(2)
    )
    return Case(name: "a", what: "lecture, n=2 L=150, forward, backward, dW", runs: 501) {
      let forward = try net.forward(.ones(2))
      let gradients = try net.backward(forward, loss: .sum)
      precondition(gradients.dA(0)[0] == forward.output[0])
    }
  }

  /// b: n = 128, L = 150, 64 samples, all dW.
  static func batch(_ activation: Activation, threads: Int) throws -> Case {
    let net = try Network(
      initialization: .lecun,
      widths: Array(repeating: 128, count: 151),
      activation: activation,
      seed: 1
    )
    var batch = try Batch(net, count: 64)
    let inputs = Vector.normal(128 * 64, seed: 2).doubles
    let ones = [Double](repeating: 1, count: 128 * 64)
    return Case(
      name: named("b \(activation.name)", threads),
      what: "n=128 L=150 B=64, forward, backward, dW",
      runs: 15
    ) {
      try batch.forward(inputs, threads: threads)
      try batch.backward(from: ones, threads: threads)
    }
  }

  /// c: all 128 singular values of a product of 150 Gaussian matrices.
  static func spectrum() throws -> Case {
    let factors = try (1...150).map {
      try Initialization.lecun.matrix(fanOut: 128, fanIn: 128, seed: 1, layer: $0)
    }
    let jacobian = try Jacobian(factors: factors)
    return Case(name: "c", what: "n=128 L=150, all singular values", runs: 7) {
      let rank = try jacobian.spectrum().rank
      precondition(rank == 128)
    }
  }

  /// d: 64 gains × 100 layers × 20 seeds, n = 32, tanh, normals shared across gains.
  static func sweep(threads: Int) throws -> Case {
    let gains = (0..<64).map { 0.5 + 2 * Double($0) / 63 }
    let sweep = try GainSweep(
      width: 32,
      depth: 100,
      activation: .tanh,
      gains: gains,
      seeds: Array(0..<20)
    )
    return Case(
      name: named("d", threads),
      what: "64 gains, 100 layers, 20 seeds, n=32 tanh",
      runs: 7
    ) {
      _ = try sweep.run(threads: threads)
    }
  }

  /// e: a 20-layer tanh network of width 32 learns tanh(T x), 500 steps, 64 fresh samples each.
  static func training(threads: Int) throws -> Case {
    let n = 32
    let drawn = try Network(
      initialization: .lecun,
      widths: Array(repeating: n, count: 21),
      activation: .tanh,
      lastActivation: .linear,
      seed: 1
    )
    let net = try Network(
      weights: (1...20).map { drawn.weights($0) },
      biases: Array(repeating: .zeros(n), count: 20),
      activation: .tanh,
      lastActivation: .linear
    )
    let teacher = try Initialization.lecun.matrix(fanOut: n, fanIn: n, seed: 9, layer: 1)
    var entries: [Double] = []
    for i in 0..<n { for j in 0..<n { entries.append(teacher[j, i].double) } }
    // The peers' loss is a mean over entries: ½ · 2/n of ours.
    let training = Training(rate: 0.01 * 2 / Double(n), steps: 500)
    return Case(name: named("e", threads), what: "20 layers, n=32 B=64, 500 steps of SGD", runs: 5)
    {
      let run = try training.train(net, threads: threads) { step in
        var x = [Double](repeating: 0, count: 64 * n)
        fk_normals(7, UInt32(step), 99, 0, &x, x.count)
        var y = x
        fk_gemm(64, n, n, x, n, entries, n, &y, n)
        let sums = y
        fk_tanh(&y, sums, sums.count)
        return try TrainingSet(count: 64, inputs: x, targets: y)
      }
      precondition(run.outcome == .finished)
    }
  }

  private static func named(_ name: String, _ threads: Int) -> String {
    threads == 1 ? name : "\(name), \(threads) threads"
  }
}
