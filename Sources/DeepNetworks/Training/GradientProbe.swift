/// A network at an input, moved along directions to see whether J follows its gradients.
struct GradientProbe {
  /// What one direction showed.
  struct Finding {
    /// |claimed − difference| / (|claimed| + |difference|), 0 where neither can be told from 0.
    let difference: Double
    let excuse: GradientCheck.Excuse?
    /// The derivative along the direction by back-propagation, and by the difference.
    let (claimed, slope): (Extended, Extended)

    /// Whether a derivative is there that rounding over ε hides.
    let isHidden: Bool

    var isWrong: Bool { excuse == nil && difference >= 1e-3 }
  }

  let matrices: [Matrix]
  let vectors: [Vector?]
  private let network: Network
  private let x: Vector
  private let loss: Loss
  private let step: Extended
  private let sides: GradientCheck.Sides
  private let format: NumberFormat?
  private let gradients: Gradients
  private let forward: Forward
  /// J at the place itself.
  private let value: Extended
  /// A bound for what rounding in a pass makes of J, to first order.
  private let rounding: Extended

  init(
    _ network: Network,
    at x: Vector,
    loss: Loss,
    _ differences: GradientCheck.Differences
  ) throws {
    let forward = try network.forward(x, format: differences.format)
    let gradients = try network.backward(forward, loss: loss)
    let matrices = (1...network.depth).map { network.weights($0) }
    let vectors = (1...network.depth).map { network.bias($0) }
    value = try loss.value(of: forward.output)
    // Each sum W a + b is right to some 2^-53 of its terms, or what the format has, which reaches J
    // through dJ/du.
    var reach = value.abs() + forward.output.norm() * gradients.dA(network.depth).norm()
    for layer in 1...network.depth {
      let terms =
        matrices[layer - 1].frobeniusNorm() * forward.input(layer).norm()
        + (vectors[layer - 1]?.norm() ?? .zero)
      reach = reach + gradients.dB(layer).norm() * terms
    }
    rounding = reach.shifted(Int64(3 - (differences.format?.precision ?? 53)))
    step = Extended(differences.epsilon)
    sides = differences.sides
    format = differences.format
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
      return try network.with(weights: list, biases: vectors).forward(x, format: format)
    }
  }

  func bias(_ layer: Int, along d: Vector) throws -> Finding {
    try finding(gradients.dB(layer).product(d)) { t in
      var list = vectors
      list[layer - 1] = list[layer - 1]?.adding(d.scaled(by: t))
      return try network.with(weights: matrices, biases: list).forward(x, format: format)
    }
  }

  func input(along d: Vector) throws -> Finding {
    try finding(gradients.dA(0).product(d)) { t in
      try network.forward(x.adding(d.scaled(by: t)), format: format)
    }
  }

  /// J where a step has led; that at the place itself is known.
  private func loss(_ forward: Forward) throws -> Extended { try loss.value(of: forward.output) }

  /// The difference of a step.
  private func slope(_ t: Extended, _ pass: (Extended) throws -> Forward) throws -> Extended {
    let above = try loss(pass(t))
    switch sides {
    case .one: return (above - value) / t
    case .two: return try (above - loss(pass(-t))) / (t * 2)
    }
  }

  private func finding(
    _ claimed: Extended,
    _ pass: (Extended) throws -> Forward
  ) throws -> Finding {
    let up = try pass(step)
    let down = sides == .two ? try pass(-step) : forward
    let (above, below) = (try loss(up), sides == .two ? try loss(down) : value)
    let slope = (above - below) / (sides == .two ? step * 2 : step)
    func finding(_ difference: Double, _ excuse: GradientCheck.Excuse?) -> Finding {
      let size = claimed.abs()
      return Finding(
        difference: difference,
        excuse: excuse,
        claimed: claimed,
        slope: slope,
        isHidden: size <= rounding / step && (size > rounding || slope.isZero && !size.isZero)
      )
    }
    guard claimed.isFinite, slope.isFinite else { return finding(.nan, .notFinite) }
    let miss = (claimed - slope).abs()
    let size = claimed.abs() + slope.abs()
    let blur = rounding / step
    // At a minimum the difference is not 0 but small beside what the step changes.
    let bend = sides == .two ? (above + below - value * 2).abs() / step * Extended(0x1p-10) : .zero
    let floor = blur + bend
    if size.isZero || (claimed.abs() <= floor && slope.abs() <= floor) { return finding(0, nil) }
    let difference = (miss / size).double
    if difference >= 1e-7, let kink = kink(up, down) { return finding(difference, .kink(kink)) }
    guard difference >= 1e-5 else { return finding(difference, nil) }
    if miss <= blur { return finding(difference, .rounding) }
    return finding(difference, try bends(claimed, slope, pass) ? .bend : nil)
  }

  /// Whether what a difference misses goes away with a shorter step.
  private func bends(
    _ claimed: Extended,
    _ slope: Extended,
    _ pass: (Extended) throws -> Forward
  ) throws -> Bool {
    let nearer = try self.slope(step / 2, pass)
    // Without the term of ε², or of ε, little may be left: (4 d(ε/2) − d(ε))/3, or 2 d(ε/2) − d(ε).
    let limit = sides == .two ? (nearer * 4 - slope) / 3 : nearer * 2 - slope
    if (claimed - limit).abs() * 4 <= (claimed - slope).abs() { return true }
    // A step may be so long that its half says nothing yet.
    for shift in [-7, -14] as [Int64] {
      let short = step.shifted(shift)
      guard rounding / short < (claimed.abs() + slope.abs()) * Extended(1e-6) else { break }
      let slope = try self.slope(short, pass)
      if (claimed - slope).abs() <= (claimed.abs() + slope.abs()) * Extended(1e-5) { return true }
    }
    return false
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
