/// A network at an input, moved along directions to see whether J follows its gradients.
struct GradientProbe {
  /// What one direction showed.
  struct Finding {
    /// |claimed − difference| / (|claimed| + |difference|), 0 where neither can be told from 0.
    let difference: Double
    let excuse: GradientCheck.Excuse?
  }

  let matrices: [Matrix]
  let vectors: [Vector?]
  private let network: Network
  private let x: Vector
  private let loss: Loss
  private let step: Extended
  private let gradients: Gradients
  private let forward: Forward
  /// J at the place itself.
  private let value: Extended
  /// A bound for what rounding in a pass makes of J, to first order.
  private let rounding: Extended

  init(_ network: Network, at x: Vector, loss: Loss, epsilon: Double) throws {
    let forward = try network.forward(x)
    let gradients = try network.backward(forward, loss: loss)
    let matrices = (1...network.depth).map { network.weights($0) }
    let vectors = (1...network.depth).map { network.bias($0) }
    value = try loss.value(of: forward.output)
    // Each sum W a + b is right to some 2^-53 of its terms, which reaches J through dJ/du.
    var reach = value.abs() + forward.output.norm() * gradients.dA(network.depth).norm()
    for layer in 1...network.depth {
      let terms =
        matrices[layer - 1].frobeniusNorm() * forward.a(layer - 1).norm()
        + (vectors[layer - 1]?.norm() ?? .zero)
      reach = reach + gradients.dB(layer).norm() * terms
    }
    rounding = reach * Extended(0x1p-50)
    step = Extended(epsilon)
    self.network = network
    self.x = x
    self.loss = loss
    self.forward = forward
    self.gradients = gradients
    self.matrices = matrices
    self.vectors = vectors
  }

  func weights(_ layer: Int, along d: Matrix) throws -> Finding {
    // Σ dWᵢⱼ dᵢⱼ.
    let claimed = gradients.dW(layer).dense.entries.product(d.dense.entries)
    return try finding(claimed) { t in
      var list = matrices
      list[layer - 1] = try list[layer - 1] + d.scaled(by: t)
      return try moved(list, vectors).forward(x)
    }
  }

  func bias(_ layer: Int, along d: Vector) throws -> Finding {
    try finding(gradients.dB(layer).product(d)) { t in
      var list = vectors
      list[layer - 1] = list[layer - 1]?.adding(d.scaled(by: t))
      return try moved(matrices, list).forward(x)
    }
  }

  func input(along d: Vector) throws -> Finding {
    try finding(gradients.dA(0).product(d)) { t in
      try network.forward(x.adding(d.scaled(by: t)))
    }
  }

  private func moved(_ weights: [Matrix], _ biases: [Vector?]) throws(NetworkError) -> Network {
    try Network(
      weights: weights,
      biases: biases.contains { $0 != nil } ? biases : [],
      activation: network.activation,
      lastActivation: network.lastActivation
    ).structured(network.structure)
  }

  private func finding(
    _ claimed: Extended,
    _ pass: (Extended) throws -> Forward
  ) throws -> Finding {
    let (up, down) = (try pass(step), try pass(-step))
    let (above, below) = (try loss.value(of: up.output), try loss.value(of: down.output))
    let slope = (above - below) / (step * 2)
    let miss = (claimed - slope).abs()
    let size = claimed.abs() + slope.abs()
    let blur = rounding / step
    // At a minimum the difference is not 0 but small beside what the step changes.
    let bend = (above + below - value * 2).abs() / step * Extended(0x1p-10)
    let floor = blur + bend
    if size.isZero || (claimed.abs() <= floor && slope.abs() <= floor) {
      return Finding(difference: 0, excuse: nil)
    }
    let difference = (miss / size).double
    var excuse: GradientCheck.Excuse?
    if difference >= 1e-7, let kink = kink(up, down) {
      excuse = .kink(kink)
    } else if difference >= 1e-5, miss <= blur {
      excuse = .rounding
    } else if difference >= 1e-5 {
      let half = step / 2
      let nearer =
        (try loss.value(of: pass(half).output) - loss.value(of: pass(-half).output)) / step
      // Without the term of ε² little may be left: (4 d(ε/2) − d(ε))/3.
      let limit = (nearer * 4 - slope) / 3
      if (claimed - limit).abs() * 4 <= miss { excuse = .bend }
      // A step may be so long that its half says nothing yet.
      for shift in [-7, -14] as [Int64] where excuse == nil {
        let short = step.shifted(shift)
        guard rounding / short < size * Extended(1e-6) else { break }
        let (up, down) = (try pass(short), try pass(-short))
        let slope = try (loss.value(of: up.output) - loss.value(of: down.output)) / (short * 2)
        if (claimed - slope).abs() <= (claimed.abs() + slope.abs()) * Extended(1e-5) {
          excuse = .bend
        }
      }
    }
    return Finding(difference: difference, excuse: excuse)
  }

  /// The first z that is not on one side of its activation's kink throughout the step.
  private func kink(_ up: Forward, _ down: Forward) -> GradientCheck.Kink? {
    for layer in 1...network.depth where network.activation(of: layer).hasKink {
      let passes = [up.z(layer), forward.z(layer), down.z(layer)]
      for entry in 0..<passes[0].count {
        let isAbove = passes.map { $0[entry] > 0 }
        if isAbove[0] != isAbove[1] || isAbove[1] != isAbove[2] {
          return GradientCheck.Kink(layer: layer, entry: entry + 1)
        }
      }
    }
    return nil
  }
}

extension Activation {
  /// Whether the slope jumps at z = 0.
  fileprivate var hasKink: Bool {
    switch self {
    case .relu, .selu: true
    case .leaky(let slope): slope != .one
    case .linear, .tanh, .sigmoid, .elu, .gelu, .silu, .softplus, .erf: false
    }
  }
}
