extension Network {
  /// The forward pass in a number format.
  func forward(
    _ x: Vector,
    rounding: Rounding,
    _ drops: [Int: Vector],
    checkpoint: (Double) throws -> Void
  ) throws -> Forward {
    try checkSingle()
    // Outer products are rounded entry by entry.
    if case .repeating(let matrix, let last) = weightSource {
      try matrix.checkRoundedEntries()
      try last.checkRoundedEntries()
    }
    if case .listed(let list) = weightSource {
      for matrix in list { try matrix.checkRoundedEntries() }
    }
    let format = rounding.format
    var pace = Pace(layers: depth, operations: 2 * forwardCost.operations)
    var last = rounding.rounded(x)
    var a = [Vector(last)]
    a.reserveCapacity(depth + 1)
    var z: [Vector] = []
    z.reserveCapacity(depth)
    var u: [Vector] = []
    var inputs: [Vector] = []
    var sums: [Vector] = []
    var operands = Operands(self, rounding)
    var past = last
    for layer in 1...depth {
      if skipEnd(from: layer - 1) != nil { past = last }
      var input = last
      if case .layer(_, .before) = structure.norm {
        if let norm = entryNorm(of: layer) {
          input = rounding.rounded(norm.value(Vector(last)).rounded)
        }
        inputs.append(Vector(input))
      }
      var products = rounding.product(operands[layer], input)
      if let bias = bias(layer) {
        products = rounding.combined(products, rounding.rounded(bias), +)
      }
      let sum = Vector(products)
      var normed = sum
      if structure.norm?.isInside == true {
        u.append(sum)
        if let norm = norm(of: layer) { normed = rounding.round(norm.value(sum).rounded) }
      }
      var value = leaving(layer, z: normed, past: past, drops[layer], rounding)
      if case .layer(_, .after) = structure.norm {
        sums.append(value)
        if let norm = exitNorm(of: layer) { value = rounding.round(norm.value(value).rounded) }
      }
      last = value.doubles
      z.append(normed)
      a.append(value)
      try pace.step(layer, checkpoint)
    }
    return Forward(
      a: VectorList(a),
      z: VectorList(z),
      u: VectorList(u),
      inputs: VectorList(inputs),
      sums: VectorList(sums),
      drops: drops,
      format: format,
      flushesToZero: rounding.flushesToZero
    )
  }

  /// a[layer] before a norm after it, from z and from a where a skip begins that ends there.
  func leaving(
    _ layer: Int,
    z: Vector,
    past: [Double],
    _ factors: Vector?,
    _ rounding: Rounding
  ) -> Vector {
    let activation = activation(of: layer).inDoubles
    var value = activation == .linear ? z : rounding.round(activation.value(z))
    if let factors { value = rounding.dropping(value, factors) }
    guard let scale = residualScale(of: layer) else { return value }
    let factor = rounding.format.round(scale)
    let branch = rounding.entries(of: value.doubles) { $0 * factor }
    return Vector(rounding.combined(past, branch, +))
  }

  /// The backward pass in the forward pass's number format, from dJ/dŷ.
  func backward(
    _ forward: Forward,
    from first: Vector,
    lossScale: Double,
    rounding: Rounding,
    checkpoint: (Double) throws -> Void
  ) throws -> Gradients {
    try checkMemory(entryGradientsCost)
    let format = rounding.format
    let back = Extended.one / Extended(lossScale)
    var pace = Pace(layers: depth, operations: 2 * backwardCost.operations)
    var gradient = rounding.rounded(lossScale == 1 ? first : first.scaled(by: Extended(lossScale)))
    var dA = [Vector(gradient).divided(back)]
    var dZ: [Vector] = []
    var dU: [Vector] = []
    var dW: [Matrix] = []
    var operands = Operands(self, rounding)
    var past = gradient
    for layer in stride(from: depth, through: 1, by: -1) {
      let activation = backwardActivation(of: layer)
      if let norm = exitNorm(of: layer) {
        gradient = rounding.rounded(
          norm.backpropagated(Vector(gradient), at: forward.sum(layer)).rounded
        )
      }
      if let scale = residualScale(of: layer).map({ format.round($0) }) {
        past = gradient
        gradient = rounding.entries(of: gradient) { $0 * scale }
      }
      if let factors = forward.drops[layer] {
        gradient = rounding.dropping(Vector(gradient), factors).doubles
      }
      if activation != .linear {
        let slopes = rounding.rounded(activation.inDoubles.derivative(at: forward.z(layer)))
        gradient = rounding.combined(gradient, slopes, *)
      }
      dZ.append(Vector(gradient).divided(back))
      if let norm = norm(of: layer) {
        gradient = rounding.rounded(
          norm.backpropagated(Vector(gradient), at: forward.u(layer)).rounded
        )
      }
      dU.append(Vector(gradient).divided(back))
      let sums = has(.factor, layer) ? rounding.entries(of: gradient) { 2 * $0 } : gradient
      let outer = rounding.outer(sums, forward.input(layer).doubles)
      dW.append(lossScale == 1 ? outer : outer.scaled(by: back))
      gradient =
        has(.transpose, layer)
        ? rounding.product(operands[layer], gradient)
        : rounding.transposedProduct(operands[layer], gradient)
      if let norm = entryNorm(of: layer) {
        gradient = rounding.rounded(
          norm.backpropagated(Vector(gradient), at: forward.a(layer - 1)).rounded
        )
      }
      if skipEnd(from: layer - 1) != nil { gradient = rounding.combined(gradient, past, +) }
      dA.append(Vector(gradient).divided(back))
      try pace.step(depth + 1 - layer, checkpoint)
    }
    let sums = VectorList(dU.reversed())
    return Gradients(
      dA: VectorList(dA.reversed()),
      dZ: VectorList(dZ.reversed()),
      dU: sums,
      dB: biasGradients(sums),
      dW: WeightGradients(dW.reversed())
    )
  }

  /// dJ/dW in a number format is kept entry by entry.
  private var entryGradientsCost: Cost {
    let entries = (1...depth).reduce(0.0) {
      $0 + Double(width(of: $1)) * Double(width(of: $1 - 1))
    }
    return Cost(operations: entries, bytes: 8 * entries)
  }
}

extension Rounding {
  /// Each entry times its factor, which is rounded as all that is multiplied; what is dropped is 0.
  func dropping(_ values: Vector, _ factors: Vector) -> Vector {
    var result = combined(values.doubles, rounded(factors), *)
    for index in result.indices where factors[index].isZero { result[index] = 0 }
    return Vector(result)
  }
}

extension Vector {
  /// The vector times 1/(loss scale), which is exact for a power of two.
  fileprivate func divided(_ back: Extended) -> Vector {
    back == .one ? self : scaled(by: back)
  }
}

extension Matrix {
  /// Whether the operand of a number format fits; a scaled identity stays one factor.
  fileprivate func checkRoundedEntries() throws(NetworkError) {
    if case .scaledIdentity = self { return }
    try checkEntries()
  }
}

/// The rounded weights of a layer; a matrix that repeats is rounded once.
private struct Operands {
  private let network: Network
  private let rounding: Rounding
  private var repeated: Rounding.Operand?

  init(_ network: Network, _ rounding: Rounding) {
    self.network = network
    self.rounding = rounding
  }

  subscript(layer: Int) -> Rounding.Operand {
    mutating get {
      guard case .repeating = network.weightSource, layer < network.depth else {
        return rounding.operand(network.weights(layer))
      }
      if let repeated { return repeated }
      let operand = rounding.operand(network.weights(layer))
      repeated = operand
      return operand
    }
  }
}
