extension Network {
  /// dJ/da, dJ/dz, dJ/db and dJ/dW of every layer, from the forward pass of this network.
  ///
  /// ```
  /// dJ/dz[l] = dJ/da[l] · g′(z[l]),  dJ/dW[l] = dJ/dz[l] a[l−1]ᵀ,  dJ/da[l−1] = W[l]ᵀ dJ/dz[l]
  /// ```
  /// In a forward pass of a number format the gradients are rounded as well, after every operation.
  ///
  /// *Cost*: `backwardCost`. *Throws*: `.otherNetwork` for a pass of another shape, `.targetLength`,
  /// `.tooMuchMemory`, `.range`, and what `checkpoint` throws.
  package func backward(
    _ forward: Forward,
    loss: Loss,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> Gradients {
    guard forward.depth == depth else {
      throw NetworkError.otherNetwork(depth: forward.depth, expected: depth)
    }
    for layer in 0...depth where forward.a(layer).count != width(of: layer) {
      throw NetworkError.inputLength(forward.a(layer).count, expected: width(of: layer))
    }
    try checkMemory(forwardCost + backwardCost)
    if let format = forward.format {
      return try backward(
        forward,
        loss: loss,
        rounding: Rounding(format),
        checkpoint: checkpoint
      )
    }
    var pace = Pace(layers: depth, operations: backwardCost.operations)
    var gradient = try loss.gradient(at: forward.output)
    var dA = [gradient]
    dA.reserveCapacity(depth + 1)
    var dZ: [Vector] = []
    dZ.reserveCapacity(depth)
    for layer in stride(from: depth, through: 1, by: -1) {
      let sum = activation(of: layer).backpropagated(gradient, at: forward.z(layer))
      let matrix = try weights(layer) {
        try checkpoint((Double(depth - layer) + $0) / Double(depth))
      }
      gradient = matrix.transposedTimes(sum)
      try checkRange(sum, layer: layer)
      try checkRange(gradient, layer: layer)
      dZ.append(sum)
      dA.append(gradient)
      try pace.step(depth + 1 - layer, checkpoint)
    }
    dA.reverse()
    dZ.reverse()
    let dW = dZ.indices.map { Matrix.outer(dZ[$0], forward.a[$0]) }
    return Gradients(dA: dA, dZ: dZ, dW: dW)
  }
}
