import DeepNetworks
import Testing

/// Ensembles and sweeps: the same for any number of threads, watched, cancelled.
struct SweepTests {
  private static let sweep = Sweep(
    [Extended(0.5), Extended(1.5)],
    [2, 6, 11],
    seeds: [1, 2, 3, 4]
  )

  /// rms of every layer, tanh, gain first, depth second.
  @Sendable
  private static func curve(
    _ point: Sweep.Point,
    _ checkpoint: (Double) throws -> Void
  ) throws -> [Extended] {
    let depth = point.second?.integer ?? 1
    let net = try Network(
      initialization: .gaussian(gain: point.first.double),
      widths: Array(repeating: 9, count: depth + 1),
      activation: .tanh,
      seed: point.seed
    )
    try checkpoint(0)
    return try net.forward(.normal(9, seed: point.seed)).a.map { $0.rms() }
  }

  @Test("the same bits for 1, 2, 3 and 5 threads")
  func threads() throws {
    let alone = try Self.sweep.run(threads: 1, quantity: Self.curve)
    #expect(alone.count == 6 && alone[2].places == 12 && alone[2].realizations.count == 4)
    for threads in [2, 3, 5] {
      #expect(try Self.sweep.run(threads: threads, quantity: Self.curve) == alone)
    }
    let point = Self.sweep.point(4 * 5 + 3)
    #expect(point.first == Extended(1.5) && point.second == 11 && point.seed == 4)
  }

  @Test("means, deviations and quantiles (NumPy's)")
  func statistics() throws {
    let ensemble = try Ensemble([1, 4, 2, 8].map { [Extended($0 as Int), 7] })
    #expect(ensemble.means == [Extended(3.75), 7])
    // numpy.std(ddof=1), numpy.quantile.
    #expect(isNear(ensemble.deviations[0].double, 3.095695936834452, within: 1e-15))
    #expect(ensemble.deviations[1].isZero)
    for (share, value) in [(0.0, 1.0), (0.25, 1.75), (0.5, 3), (0.9, 6.8), (1, 8)] {
      #expect(isNear(ensemble.quantiles(Extended(share))[0].double, value, within: 1e-15))
    }
    #expect(throws: NetworkError.lengths(operation: .ensemble, left: 1, right: 2)) {
      try Ensemble([[1], [1, 2]])
    }
    let far = try Ensemble([[Extended(10).power(integer: 400)], [0]])
    #expect(far.means[0] == Extended(10).power(integer: 400) / 2)
  }

  private struct Stop: Error, Equatable {}

  @Test("a checkpoint that throws ends it, on any number of threads", arguments: [1, 2, 4])
  func cancelled(threads: Int) {
    #expect(throws: Stop.self) {
      try Parallel.map(10_000, threads: threads, checkpoint: { _ in throw Stop() }) {
        index,
        checkpoint in
        for _ in 0..<1000 { try checkpoint(0) }
        return index
      }
    }
  }

  @Test("an error in a piece is thrown; shares grow to 1", arguments: [1, 3])
  func errors(threads: Int) throws {
    #expect(throws: NetworkError.noWidths) {
      try Parallel.map(50, threads: threads) { index, _ in
        if index == 20 { throw NetworkError.noWidths }
        return index
      }
    }
    var shares: [Double] = []
    let squares = try Parallel.map(50, threads: threads, checkpoint: { shares.append($0) }) {
      index,
      _ in index * index
    }
    #expect(squares == (0..<50).map { $0 * $0 })
    #expect(shares == shares.sorted() && shares.allSatisfy { $0 <= 1 })
    #expect(try Parallel.map(0, threads: threads) { index, _ in index } == [])
  }

  @Test("gains side by side are the networks one by one")
  func gainSweep() throws {
    let gains = [0.8, 1.0, 2.2]
    for activation in [Activation.tanh, .relu] {
      let sweep = try GainSweep(
        width: 8,
        depth: 12,
        activation: activation,
        gains: gains,
        seeds: [5, 6]
      )
      let curves = try sweep.run(threads: 1)
      #expect(try sweep.run(threads: 2) == curves)
      for (index, gain) in gains.enumerated() {
        let net = try Network(
          initialization: .gaussian(gain: gain),
          widths: Array(repeating: 8, count: 13),
          activation: activation,
          seed: 6
        )
        let forward = try net.forward(.normal(8, seed: 6))
        let gradients = try net.backward(forward, loss: .sum)
        for layer in 1...12 {
          let norm = forward.a(layer).norm().double
          #expect(isNear(curves[1].activationNorms[index][layer - 1], norm, within: 1e-10))
          let back = gradients.dA(layer - 1).norm().double / 8.0.squareRoot()
          #expect(isNear(curves[1].gradientNorms[index][layer - 1], back, within: 1e-9))
        }
      }
    }
  }

  @Test("costs add up; what cannot be swept is refused")
  func bounds() throws {
    let cost = Self.sweep.cost { _ in Cost(operations: 10, bytes: 5) }
    #expect(cost == Cost(operations: 240, bytes: 5))
    #expect(throws: NetworkError.parameter(.gain, value: .infinity)) {
      try GainSweep(width: 2, depth: 2, activation: .tanh, gains: [.infinity], seeds: [1])
    }
    #expect(throws: NetworkError.width(0, layer: 1)) {
      try GainSweep(width: 0, depth: 2, activation: .tanh, gains: [1], seeds: [1])
    }
    let none = try GainSweep(width: 2, depth: 2, activation: .tanh, gains: [], seeds: [1])
    #expect(try none.run(threads: 1)[0].activationNorms == [])
  }
}
