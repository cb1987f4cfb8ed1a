extension Network {
  /// The forward pass in a number format.
  func forward(
    _ x: Vector,
    rounding: Rounding,
    checkpoint: (Double) throws -> Void
  ) throws -> Forward {
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
    var last = format.rounded(x)
    var a = [Vector(last)]
    a.reserveCapacity(depth + 1)
    var z: [Vector] = []
    z.reserveCapacity(depth)
    var operands = Operands(self, rounding)
    for layer in 1...depth {
      var sums = rounding.product(operands[layer], last)
      if let bias = bias(layer) {
        sums = rounding.combined(sums, format.rounded(bias), +)
      }
      let sum = Vector(sums)
      let activation = activation(of: layer)
      let value = activation == .linear ? sum : format.round(activation.value(sum))
      last = value.doubles
      z.append(sum)
      a.append(value)
      try pace.step(layer, checkpoint)
    }
    return Forward(a: a, z: z, format: format)
  }

  /// The backward pass in the forward pass's number format.
  func backward(
    _ forward: Forward,
    loss: Loss,
    rounding: Rounding,
    checkpoint: (Double) throws -> Void
  ) throws -> Gradients {
    try checkMemory(entryGradientsCost)
    let format = rounding.format
    var pace = Pace(layers: depth, operations: 2 * backwardCost.operations)
    var gradient = format.rounded(try loss.gradient(at: forward.output))
    var dA = [Vector(gradient)]
    var dZ: [Vector] = []
    var dW: [Matrix] = []
    var operands = Operands(self, rounding)
    for layer in stride(from: depth, through: 1, by: -1) {
      let activation = activation(of: layer)
      if activation != .linear {
        let slopes = format.rounded(activation.derivative(at: forward.z(layer)))
        gradient = rounding.combined(gradient, slopes, *)
      }
      dZ.append(Vector(gradient))
      dW.append(rounding.outer(gradient, forward.a(layer - 1).doubles))
      gradient = rounding.transposedProduct(operands[layer], gradient)
      dA.append(Vector(gradient))
      try pace.step(depth + 1 - layer, checkpoint)
    }
    return Gradients(dA: dA.reversed(), dZ: dZ.reversed(), dW: dW.reversed())
  }

  /// dJ/dW in a number format is kept entry by entry.
  private var entryGradientsCost: Cost {
    let entries = (1...depth).reduce(0.0) {
      $0 + Double(width(of: $1)) * Double(width(of: $1 - 1))
    }
    return Cost(operations: entries, bytes: 8 * entries)
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
