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
      ).shaped(structure)
    }
    if case .repeating(let matrix, _) = weightSource {
      return try Network(
        repeating: matrix,
        depth: count,
        bias: bias(1),
        activation: activation
      ).shaped(structure)
    }
    let biases = (1...count).map { bias($0) }
    return try Network(
      weights: (1...count).map { weights($0) },
      biases: biases.contains { $0 != nil } ? biases : [],
      activation: activation
    ).shaped(structure)
  }

  /// The largest stable rate of ½‖ŷ − t‖² at one input, if t were ŷ.
  ///
  /// It is 2/λ for the largest eigenvalue λ of the Gauss–Newton matrix over all weights and biases,
  /// in extended range.
  ///
  /// ```
  /// λ = λ_max(Σ_l (‖a[l−1]‖² + β_l) J_l J_lᵀ),  J_l = ∂ŷ/∂u[l],  β_l = 1 where there is a bias
  /// ```
  /// by Lanczos' iteration in the outputs (at most 60 times): a backward and a forward pass each.
  /// Infinite where no weight changes the output.
  func rateAtSolution(
    at x: Vector,
    checkpoint: (Double) throws -> Void
  ) throws -> (rate: Extended, isSettled: Bool) {
    let forward = try forward(x, checkpoint: checkpoint)
    let squares = (1...depth).map { layer in
      let square = forward.input(layer).product(forward.input(layer))
      return bias(layer) == nil ? square : square + .one
    }
    // The first product's size, so that doubles hold the others.
    var unit: Extended?
    let found = try Lanczos(count: outputWidth, iterations: 60) { v in
      let gradients = try backward(forward, from: Vector(v)) { _ in try checkpoint(0.5) }
      var tangent = Vector.zeros(inputWidth)
      var past = tangent
      for layer in 1...depth {
        if skipEnd(from: layer - 1) != nil { past = tangent }
        let matrix = try weights(layer) { _ in try checkpoint(0.5) }
        let du = matrix.times(throughEntry(tangent, layer, forward))
          .adding(gradients.dU[layer - 1].scaled(by: squares[layer - 1]))
        tangent = pushed(du, past: past, layer, forward)
        if layer % 64 == 0 { try checkpoint(0.5) }
      }
      let size = tangent.norm()
      guard !size.isZero, size.isFinite else { return tangent.doubles }
      let scale = unit ?? size
      unit = scale
      return tangent.scaled(by: .one / scale).doubles
    }
    guard found.eigenvalue.isFinite else { return (.zero, true) }
    guard let unit, found.eigenvalue > 0 else { return (.infinity, true) }
    return (Extended(2) / (Extended(found.eigenvalue) * unit), found.isSettled)
  }
}
