extension Gradients {
  /// √(Σ ‖dJ/dW[l]‖² + ‖dJ/db[l]‖²), over all layers; biases count where the network has them.
  package func norm(biases: Bool = false) -> Extended {
    var total = Extended.zero
    for matrix in dW {
      let size = matrix.frobeniusNorm()
      total = total + size * size
    }
    if biases { for vector in dB { total = total + vector.product(vector) } }
    return total.squareRoot()
  }

  /// The gradients times limit/norm where the norm is above the limit, else as they are.
  ///
  /// *Domain*: limit > 0. *Source*: Pascanu, Mikolov and Bengio 2013.
  package func clipped(toNorm limit: Extended, biases: Bool = false) -> Gradients {
    let size = norm(biases: biases)
    guard size > limit, size.isFinite, !limit.isNegative else { return self }
    let factor = limit / size
    return Gradients(
      dA: VectorList(dA.map { $0.scaled(by: factor) }),
      dZ: VectorList(dZ.map { $0.scaled(by: factor) }),
      dU: VectorList(dU.map { $0.scaled(by: factor) }),
      dB: VectorList(dB.map { $0.scaled(by: factor) }),
      dW: WeightGradients(dW.map { $0.scaled(by: factor) })
    )
  }
}
