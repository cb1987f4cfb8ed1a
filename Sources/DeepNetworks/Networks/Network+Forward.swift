extension Network {
  /// a[0] … a[L] and z[1] … z[L] for an input.
  ///
  /// Without a format nothing overflows: every vector carries its exponent. With one, every
  /// operation of the network is rounded to it (see `Network+Formats.swift`), and with `flushToZero`
  /// a subnormal result becomes zero, as on processors that are set so.
  ///
  /// *Shape*: x has `inputWidth` entries. *Cost*: `forwardCost`. `checkpoint` is called now and then
  /// with the share that is done, from 0 to 1; what it throws ends the pass.
  /// *Throws*: `.inputLength`, `.tooMuchMemory`, `.range` where a number leaves 2^±2^40.
  package func forward(
    _ x: Vector,
    format: NumberFormat? = nil,
    flushToZero: Bool = false,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> Forward {
    guard x.count == inputWidth else {
      throw NetworkError.inputLength(x.count, expected: inputWidth)
    }
    try checkMemory(forwardCost)
    if let format {
      let rounding = Rounding(format, flushesToZero: flushToZero)
      return try forward(x, rounding: rounding, checkpoint: checkpoint)
    }
    var pace = Pace(layers: depth, operations: forwardCost.operations)
    if let chain = ScaledIdentities(self),
      let a = try chain.forward(x, &pace, checkpoint: checkpoint)
    {
      return Forward(a: VectorList(a), z: VectorList(a, skipping: 1))
    }
    var a = [x]
    a.reserveCapacity(depth + 1)
    var z: [Vector] = []
    z.reserveCapacity(depth)
    var u: [Vector] = []
    var last = x
    let shared = if case .none = biasSource { sharedMatrix } else { DenseMatrix?.none }
    let isPlain = structure == .plain
    for layer in 1...depth {
      let sum: Vector
      if let shared, layer < depth {
        sum = shared.times(last)
      } else {
        sum = try preactivation(layer, of: last) {
          try checkpoint((Double(layer - 1) + $0) / Double(depth))
        }
      }
      try checkRange(sum, layer: layer)
      if isPlain {
        last = activation(of: layer).value(sum)
        z.append(sum)
      } else {
        if structure.normEpsilon != nil { u.append(sum) }
        let normed = norm(of: layer)?.value(sum) ?? sum
        var value = activation(of: layer).value(normed)
        if let scale = residualScale(of: layer) { value = last.adding(value.scaled(by: scale)) }
        last = value
        z.append(normed)
      }
      try checkRange(last, layer: layer)
      a.append(last)
      try pace.step(layer, checkpoint)
    }
    return Forward(a: VectorList(a), z: VectorList(z), u: VectorList(u))
  }

  /// W[l] a[l−1] + b[l]; a dense product has no low parts, and the bias is brought to its exponent.
  private func preactivation(
    _ layer: Int,
    of input: Vector,
    checkpoint: (Double) throws -> Void
  ) rethrows -> Vector {
    let matrix = try weights(layer, checkpoint: checkpoint)
    let product = matrix.times(input)
    guard let bias = bias(layer) else { return product }
    let sum = product.adding(bias)
    guard case .dense = matrix else { return sum }
    return sum.rounded
  }

  /// The dense matrix of nearly all layers, which isn't copied for each; nil where there is none.
  var sharedMatrix: DenseMatrix? {
    if case .repeating(.dense(let dense), _) = weightSource { dense } else { nil }
  }

  func checkMemory(_ cost: Cost) throws(NetworkError) {
    guard cost.bytes <= Engine.memoryLimit else {
      throw .tooMuchMemory(bytes: cost.bytes, limit: Engine.memoryLimit)
    }
  }

  func checkRange(_ vector: Vector, layer: Int) throws(NetworkError) {
    do {
      _ = try vector.checked()
    } catch {
      throw .range(layer: layer, error)
    }
  }
}
