import DeepNetworks
import Testing

/// The largest stable rates that a diagnosis tells, beside curvatures worked out otherwise.
struct DiagnosisRateTests {
  /// The largest eigenvalue of the Hessian of ½(w^D − t)² over D equal weights, at x = 1.
  ///
  /// ```
  /// H = u² 1 1ᵀ + r v (1 1ᵀ − I),  u = w^(D−1), v = w^(D−2), r = w^D − t
  /// ```
  private func chain(_ weight: Double, _ depth: Int, _ target: Extended) throws -> Extended {
    let w = Extended(weight)
    let (u, v) = (w.power(integer: depth - 1), w.power(integer: depth - 2))
    let bend = (w.power(integer: depth) - target) * v
    let along = Extended(depth) * u * u + Extended(depth - 1) * bend
    return along > -bend ? along : -bend
  }

  static let chains: [(weight: Double, depth: Int)] = [
    (0.5, 10), (0.1, 2), (0.5, 150), (0.9, 20), (0.9, 150), (1, 10), (1, 3), (1.1, 40), (1.5, 150),
    (-0.5, 9), (-1.2, 12),
  ]

  @Test("of a chain of equal weights it is 2/λ of the whole Hessian", arguments: chains.indices)
  func equalWeights(_ index: Int) throws {
    let (weight, depth) = Self.chains[index]
    let net = try Network(repeating: .scaledIdentity(Extended(weight), 1), depth: depth)
    let report = try Diagnosis.run(net, at: .ones(1))
    #expect(report.bend == .ofTraining)
    let target = Vector.normal(1, seed: 2)[0]
    for rate in report.rates {
      let expected = try Extended(2) / chain(weight, rate.depth, target)
      #expect(rate.isSettled && isNear(rate.largestStable, expected, within: 1e-9))
    }
  }

  @Test("beyond doubles it is that of t = ŷ, 2/(D w^(2D − 2)), and so called")
  func beyond() throws {
    for (factor, depth) in [(1.5, 2000), (0.5, 2000)] {
      let net = try Network(repeating: .scaledIdentity(Extended(factor), 1), depth: depth)
      let report = try Diagnosis.run(net, at: .ones(1))
      let expected =
        Extended(2) / (Extended(depth) * Extended(factor).power(integer: 2 * depth - 2))
      #expect(report.bend == .ofSolution)
      #expect(isNear(try #require(report.rates.last).largestStable, expected, within: 1e-12))
    }
  }

  @Test("the rate at t = ŷ agrees with the curvature there, with skip, norm and biases")
  func ofSolution() throws {
    for structure in [
      Structure.plain, Structure(residualScale: Extended(0.5)), Structure(normEpsilon: 0.1),
      Structure(residualScale: 1, normEpsilon: 0.1),
    ] {
      for bias in [0, 0.3] {
        let drawn = try Network(
          initialization: .gaussian(gain: 1.1),
          widths: [4, 4, 4, 3],
          biasStandardDeviation: bias,
          activation: .silu,
          lastActivation: .linear,
          seed: 5
        )
        // So large a last matrix that the Hessian is beyond what is told as its own.
        let biases = (1...3).map { drawn.bias($0) }
        let net = try Network(
          weights: [
            drawn.weights(1), drawn.weights(2), drawn.weights(3).scaled(by: Extended(1e72)),
          ],
          biases: bias == 0 ? [] : biases,
          activation: .silu,
          lastActivation: .linear
        ).structured(structure)
        let x = Vector.normal(4, seed: 2)
        let output = try net.forward(x).output
        let set = try TrainingSet(count: 1, inputs: x.doubles, targets: output.doubles)
        let sharpness = try Sharpness.measure(net, on: set, iterations: 300)
        let report = try Diagnosis.run(net, at: x)
        let rate = try #require(report.rates.last).largestStable.double
        #expect(report.bend == .ofSolution)
        #expect(isNear(sharpness.largestStableRate, rate, within: 1e-10))
      }
    }
  }

  /// λ_max of a symmetric matrix by powers of H + ‖H‖ I.
  private func largest(_ rows: [[Double]]) -> Double {
    let shift = rows.joined().reduce(0) { $0 + $1 * $1 }.squareRoot()
    var v = rows.indices.map { 1 + 0.1 * Double($0) }
    var value = 0.0
    for _ in 0..<20_000 {
      let next = rows.indices.map { i in
        shift * v[i] + zip(rows[i], v).reduce(0) { $0 + $1.0 * $1.1 }
      }
      value = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      v = next.map { $0 / value }
    }
    return value - shift
  }

  @Test("where the loss curves upwards in no direction there is none")
  func downwards() throws {
    // ½(tanh(w·x) − t)² with tanh(w·x) below t and so far out that r g″ is below −g′²: H is that times
    // x xᵀ, whose other eigenvalue is 0.
    let target = Vector.normal(1, seed: 2)[0].double
    let side = target < 0 ? 1.0 : -1
    let net = try Network(repeating: .rows([[side, side]]), depth: 1, activation: .tanh)
    let report = try Diagnosis.run(net, at: Vector([1.0, 0.5]))
    let rate = try #require(report.rates.last)
    #expect(report.bend == .ofTraining && rate.movesOutput && rate.largestStable.isInfinite)
  }

  @Test("of a network with bends it is that of second differences of the loss")
  func differences() throws {
    for (activation, gain) in [(Activation.tanh, 0.5), (.sigmoid, 1), (.silu, 1.5), (.tanh, 2)] {
      let net = try Network(
        initialization: .gaussian(gain: gain),
        widths: [2, 2, 2, 2],
        activation: activation,
        seed: 4
      )
      let x = Vector.normal(2, seed: 1)
      let target = Vector.normal(2, seed: 2)
      let start = (1...3).flatMap { layer in
        (0..<4).map { net.weights(layer)[$0 / 2, $0 % 2].double }
      }
      func loss(_ w: [Double]) throws -> Double {
        let matrices = try (0..<3).map { layer in
          Matrix.dense(
            try DenseMatrix(rows: 2, columns: 2, values: Array(w[4 * layer..<4 * layer + 4]))
          )
        }
        let output = try Network(weights: matrices, activation: activation).forward(x).output
        return zip(output.doubles, target.doubles).reduce(0) {
          $0 + 0.5 * ($1.0 - $1.1) * ($1.0 - $1.1)
        }
      }
      let h = 1e-3
      func at(_ i: Int, _ a: Double, _ j: Int, _ b: Double) throws -> Double {
        var w = start
        w[i] += a * h
        w[j] += b * h
        return try loss(w)
      }
      let hessian = try start.indices.map { i in
        try start.indices.map { j in
          try (at(i, 1, j, 1) - at(i, 1, j, -1) - at(i, -1, j, 1) + at(i, -1, j, -1)) / (4 * h * h)
        }
      }
      let report = try Diagnosis.run(net, at: x)
      let rate = try #require(report.rates.last)
      #expect(report.bend == .ofTraining && rate.depth == 3)
      #expect(isNear(rate.largestStable.double, 2 / largest(hessian), within: 1e-3))
    }
  }
}
