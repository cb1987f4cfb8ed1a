extension Network {
  /// The network of the first layers; all hidden ones' g in the last of them too.
  func prefix(_ count: Int) throws(NetworkError) -> Network {
    guard count < depth else { return self }
    if case .drawn(let initialization, let seed) = weightSource {
      return try Network(
        initialization: initialization,
        widths: (0...count).map { width(of: $0) },
        biasStandardDeviation: biasStandardDeviation,
        activation: activation,
        seed: seed
      ).structured(structure)
    }
    if case .repeating(let matrix, _) = weightSource {
      return try Network(
        repeating: matrix,
        depth: count,
        bias: bias(1),
        activation: activation
      ).structured(structure)
    }
    let biases = (1...count).map { bias($0) }
    return try Network(
      weights: (1...count).map { weights($0) },
      biases: biases.contains { $0 != nil } ? biases : [],
      activation: activation
    ).structured(structure)
  }

  /// The rate beyond which gradient descent cannot settle near a solution at one input.
  ///
  /// It is 2/λ for the largest eigenvalue λ of the Gauss–Newton matrix of ½‖ŷ − t‖² over all
  /// weights, in extended range.
  ///
  /// ```
  /// λ = λ_max(Σ_l ‖a[l−1]‖² J_l J_lᵀ),  J_l = ∂ŷ/∂u[l]
  /// ```
  /// by power iteration in the outputs: a backward and a forward pass each, at most 60 times, until
  /// the residual of λ is below 2e-4 of it, so that three digits are right. Infinite where no weight
  /// changes the output.
  func largestStableRate(
    at x: Vector,
    checkpoint: (Double) throws -> Void
  ) throws -> (rate: Extended, isSettled: Bool) {
    let forward = try forward(x, checkpoint: checkpoint)
    let squares = forward.a.map { $0.product($0) }
    var v = Vector.normal(outputWidth, seed: 1)
    v = v.scaled(by: .one / v.norm())
    var last = Extended.zero
    for _ in 0..<60 {
      let gradients = try backward(forward, from: v) { _ in try checkpoint(0.5) }
      var tangent = Vector.zeros(inputWidth)
      for layer in 1...depth {
        let matrix = try weights(layer) { _ in try checkpoint(0.5) }
        let du = matrix.times(tangent)
          .adding(gradients.dU[layer - 1].scaled(by: squares[layer - 1]))
        tangent = pushed(du, tangent, layer, forward)
        if layer % 64 == 0 { try checkpoint(0.5) }
      }
      let value = tangent.norm()
      guard !value.isZero, value.isFinite else { return (value.isZero ? .infinity : .zero, true) }
      // Rayleigh's quotient errs by the square of the residual, over the gap to the next λ.
      last = tangent.product(v)
      let residual = tangent.adding(-v.scaled(by: last)).norm()
      if residual <= last * Extended(2e-4) { return (Extended(2) / last, true) }
      v = tangent.scaled(by: .one / value)
    }
    return (Extended(2) / last, false)
  }

  /// The change of a[layer] from that of u[layer] and, past a skip, of a[layer − 1].
  private func pushed(
    _ du: Vector,
    _ lower: Vector,
    _ layer: Int,
    _ forward: Forward
  ) -> Vector {
    // dz/du is symmetric, and g′ is diagonal: both pass tangents as they pass gradients.
    let dz = norm(of: layer)?.backpropagated(du, at: forward.u(layer)) ?? du
    let value = activation(of: layer).backpropagated(dz, at: forward.z(layer))
    guard let scale = residualScale(of: layer) else { return value }
    return lower.adding(value.scaled(by: scale))
  }
}
