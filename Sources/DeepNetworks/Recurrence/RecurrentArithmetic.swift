/// What the passes of a recurrent network compute with: extended range, or every result rounded to a format.
struct RecurrentArithmetic {
  private let network: RecurrentNetwork
  private let formatted: Formatted?

  /// In a number format every matrix is rounded once.
  private struct Formatted {
    let rounding: Rounding
    let weights: [Rounding.Operand]
    let inputWeights: [Rounding.Operand]
    let biases: [[Double]?]
    let outputWeights: Rounding.Operand?
  }

  init(_ network: RecurrentNetwork, _ format: NumberFormat?) {
    self.network = network
    formatted = format.map { format in
      let rounding = Rounding(format)
      return Formatted(
        rounding: rounding,
        weights: network.layers.map { rounding.operand($0.weights) },
        inputWeights: network.layers.compactMap { $0.inputWeights.map { rounding.operand($0) } },
        biases: network.layers.map { $0.bias.map { rounding.rounded($0) } },
        outputWeights: network.readout.map { rounding.operand($0.weights) }
      )
    }
  }

  /// Whether numbers keep low parts.
  private var isPrecise: Bool { network.isPrecise }

  var format: NumberFormat? { formatted?.rounding.format }

  var isRounded: Bool { formatted != nil }

  /// A vector as the format has it.
  func taken(_ vector: Vector) -> Vector { formatted?.rounding.round(vector) ?? vector }

  func product(_ a: Vector, _ b: Vector) -> Vector {
    guard let rounding = formatted?.rounding else { return a.entryProduct(b) }
    return Vector(rounding.combined(a.doubles, b.doubles, *))
  }

  func plus(_ a: Vector, _ b: Vector) -> Vector {
    guard let rounding = formatted?.rounding else { return a.adding(b) }
    return Vector(rounding.combined(a.doubles, b.doubles, +))
  }

  func value(_ activation: Activation, _ z: Vector) -> Vector {
    guard let rounding = formatted?.rounding else {
      return isPrecise ? activation.preciseValue(z) : activation.value(z)
    }
    let activation = activation.inDoubles
    return activation == .linear ? z : rounding.round(activation.value(z))
  }

  /// 1 − σ(z), where `gate` is σ(z): as σ(−z), which does not cancel; a format subtracts.
  func rest(_ gate: Vector, at z: Vector) -> Vector {
    guard let rounding = formatted?.rounding else { return Activation.sigmoid.value(-z) }
    return Vector(rounding.entries(of: gate.doubles) { 1 - $0 })
  }

  /// dJ/dz = dJ/da · g′(z).
  func back(_ activation: Activation, _ gradient: Vector, at z: Vector) -> Vector {
    guard let rounding = formatted?.rounding else {
      return isPrecise
        ? activation.preciselyBackpropagated(gradient, at: z)
        : activation.backpropagated(gradient, at: z)
    }
    let activation = activation.inDoubles
    if activation == .linear { return gradient }
    let slopes = rounding.rounded(activation.derivative(at: z))
    return Vector(rounding.combined(gradient.doubles, slopes, *))
  }

  /// W v + U x + b of a gate.
  func sum(_ index: Int, _ source: Vector, _ x: Vector?) -> Vector {
    let layer = network.layers[index]
    guard let formatted else {
      var sum = times(layer.weights, source)
      if let inputWeights = layer.inputWeights, let x { sum = sum.adding(times(inputWeights, x)) }
      if let bias = layer.bias { sum = sum.adding(bias) }
      return isPrecise ? sum : sum.rounded
    }
    let rounding = formatted.rounding
    var sum = rounding.product(formatted.weights[index], source.doubles)
    if !formatted.inputWeights.isEmpty, let x {
      sum = rounding.combined(
        sum,
        rounding.product(formatted.inputWeights[index], x.doubles),
        +
      )
    }
    if let bias = formatted.biases[index] { sum = rounding.combined(sum, bias, +) }
    return Vector(sum)
  }

  /// Wᵀ dJ/ds of a gate.
  func backThroughWeights(_ index: Int, _ slope: Vector) -> Vector {
    guard let formatted else { return transposedTimes(network.layers[index].weights, slope) }
    return Vector(formatted.rounding.transposedProduct(formatted.weights[index], slope.doubles))
  }

  /// Uᵀ dJ/ds of a gate; nil where there are no inputs.
  func backThroughInputs(_ index: Int, _ slope: Vector) -> Vector? {
    guard let inputWeights = network.layers[index].inputWeights else { return nil }
    guard let formatted else { return transposedTimes(inputWeights, slope) }
    return Vector(
      formatted.rounding.transposedProduct(formatted.inputWeights[index], slope.doubles)
    )
  }

  /// ŷ = V h + b, or h itself.
  func output(_ state: Vector) -> Vector {
    guard let readout = network.readout else { return state }
    guard let formatted, let operand = formatted.outputWeights else {
      var y = times(readout.weights, state)
      if let bias = readout.bias { y = y.adding(bias) }
      return isPrecise ? y : y.rounded
    }
    let rounding = formatted.rounding
    var y = rounding.product(operand, state.doubles)
    if let bias = readout.bias { y = rounding.combined(y, rounding.rounded(bias), +) }
    return Vector(y)
  }

  /// Vᵀ dJ/dŷ.
  func backThroughOutput(_ gradient: Vector) -> Vector {
    guard let readout = network.readout else { return gradient }
    guard let formatted, let operand = formatted.outputWeights else {
      let back = transposedTimes(readout.weights, gradient)
      return isPrecise ? back : back.rounded
    }
    return Vector(formatted.rounding.transposedProduct(operand, gradient.doubles))
  }

  /// x yᵀ.
  func outer(_ x: Vector, _ y: Vector) -> Matrix {
    formatted?.rounding.outer(x.doubles, y.doubles) ?? .outer(x, y)
  }

  /// The sums of one gate's gradients.
  func gradientSum(_ index: Int) -> GateSum {
    GateSum(network.layers[index], isPrecise: isPrecise, rounding: formatted?.rounding)
  }

  /// The product, in double-double where the matrix was given and is small.
  private func times(_ matrix: Matrix, _ x: Vector) -> Vector {
    guard isPrecise, case .dense(let dense) = matrix else { return matrix.times(x) }
    return Vector((0..<dense.rows).map { dense.row($0).product(x) })
  }

  /// The product with the transpose, as `times`.
  private func transposedTimes(_ matrix: Matrix, _ x: Vector) -> Vector {
    guard isPrecise, case .dense(let dense) = matrix else { return matrix.transposedTimes(x) }
    return Vector((0..<dense.columns).map { dense.column($0).product(x) })
  }
}
