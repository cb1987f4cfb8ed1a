/// Backward passes against central differences: the lecture's gradient checking.
///
/// ```
/// |claimed − (J(θ + ε d) − J(θ − ε d))/2ε| / (|claimed| + |difference|)
/// ```
/// for each layer's W and b and for x, along a random direction d, in extended range.
/// *Source*: Ng, C2W1, "Gradient checking".
package struct GradientCheck: Sendable, Hashable {
  /// What a difference says by the lecture's thresholds.
  package enum Verdict: Sendable, Hashable {
    /// Below 1e-7.
    case great
    /// Below 1e-5.
    case acceptable
    /// Below 1e-3.
    case suspicious
    case wrong
  }

  /// Layer 1 first.
  package let weights: [Double]
  /// Layer 1 first; nil for a layer without a bias.
  package let biases: [Double?]
  /// Of dJ/dx.
  package let input: Double

  /// The largest of all of them.
  package var worst: Double {
    (weights + biases.compactMap { $0 } + [input]).reduce(0) { max($0, $1) }
  }

  package var verdict: Verdict {
    worst < 1e-7 ? .great : worst < 1e-5 ? .acceptable : worst < 1e-3 ? .suspicious : .wrong
  }
}

extension GradientCheck {
  /// Checks every layer's W and b and the input.
  ///
  /// *Cost*: 4 L + 2 forward passes and one backward. *Throws*: as `Network.forward`.
  package static func run(
    _ network: Network,
    at x: Vector,
    loss: Loss,
    epsilon: Double = 1e-5,
    seed: UInt64 = 1,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> GradientCheck {
    let gradients = try network.backward(network.forward(x), loss: loss)
    let matrices = (1...network.depth).map { network.weights($0) }
    let vectors = (1...network.depth).map { network.bias($0) }
    let step = Extended(epsilon)
    func slope(_ value: (Extended) throws -> Extended) rethrows -> Extended {
      (try value(step) - value(-step)) / (step * 2)
    }
    func moved(_ weights: [Matrix], _ biases: [Vector?]) throws -> Extended {
      let changed = try Network(
        weights: weights,
        biases: biases,
        activation: network.activation,
        lastActivation: network.lastActivation
      ).structured(network.structure)
      return try loss.value(of: changed.forward(x).output)
    }
    var weights: [Double] = []
    var biases: [Double?] = []
    for layer in 1...network.depth {
      let index = layer - 1
      let matrix = matrices[index]
      let d = try Initialization.lecun.matrix(
        fanOut: matrix.rows,
        fanIn: matrix.columns,
        seed: seed,
        layer: layer
      )
      let along = try slope { t in
        var list = matrices
        list[index] = try matrix + d.scaled(by: t)
        return try moved(list, vectors)
      }
      weights.append(difference(along, inner(gradients.dW(layer), d)))
      guard let bias = vectors[index] else {
        biases.append(nil)
        continue
      }
      let shift = Vector.normal(bias.count, seed: seed &+ UInt64(layer))
      let alongBias = try slope { t in
        var list = vectors
        list[index] = bias.adding(shift.scaled(by: t))
        return try moved(matrices, list)
      }
      biases.append(difference(alongBias, gradients.dB(layer).product(shift)))
      try checkpoint(Double(layer) / Double(network.depth))
    }
    let d = Vector.normal(x.count, seed: seed)
    let along = try slope { t in
      try loss.value(of: network.forward(x.adding(d.scaled(by: t))).output)
    }
    return GradientCheck(
      weights: weights,
      biases: biases,
      input: difference(along, gradients.dA(0).product(d))
    )
  }

  private static func difference(_ a: Extended, _ b: Extended) -> Double {
    let size = a.abs() + b.abs()
    return size.isZero ? 0 : ((a - b).abs() / size).double
  }

  /// Σ aᵢⱼ bᵢⱼ.
  private static func inner(_ a: Matrix, _ b: Matrix) -> Extended {
    a.dense.entries.product(b.dense.entries)
  }
}
