/// A backward pass through time.
package struct RecurrentGradients: Sendable, Hashable {
  /// The step of the first of the states; 0 unless the pass was cut off.
  package let first: Int
  /// dJ/dh of the steps `first`…T, by all ways.
  package let dH: [Vector]
  /// dJ/dc of the same steps of an lstm; empty of another cell.
  package let dC: [Vector]
  /// dJ/dx of the steps `first` + 1…T; empty where there are no inputs.
  package let dX: [Vector]
  /// One for each of the cell's gates.
  package let gates: [Gate]
  /// dJ/dV = dJ/dŷ h[T]ᵀ; nil where the last state itself is the output.
  package let dV: Matrix?

  /// The gradients by the matrices of one gate.
  package struct Gate: Sendable, Hashable {
    /// dJ/dW, the sum over the steps.
    package let dW: Matrix
    /// The same for U; nil where there are no inputs.
    package let dU: Matrix?
    /// dJ/ds · vᵀ of the steps `first` + 1…T, whose sum is dJ/dW.
    package let parts: [Matrix]
  }

  /// √(Σ ‖dJ/dW‖² + ‖dJ/dU‖²) over the gates, with ‖dJ/dV‖².
  package var norm: Extended {
    var total = Extended.zero
    let matrices = gates.flatMap { [$0.dW] + ($0.dU.map { [$0] } ?? []) }
    for matrix in matrices + (dV.map { [$0] } ?? []) {
      let size = matrix.frobeniusNorm()
      total = total + size * size
    }
    return total.squareRoot()
  }

  /// The same with dJ/dW, dJ/dU and dJ/dV times limit/norm where the norm is above the limit.
  ///
  /// What flows from step to step stays as it is. *Domain*: limit > 0. *Source*: Pascanu, Mikolov and
  /// Bengio 2013.
  package func clipped(toNorm limit: Extended) -> RecurrentGradients {
    let size = norm
    guard size > limit, size.isFinite, !limit.isNegative else { return self }
    let factor = limit / size
    return RecurrentGradients(
      first: first,
      dH: dH,
      dC: dC,
      dX: dX,
      gates: gates.map { gate in
        Gate(
          dW: gate.dW.scaled(by: factor),
          dU: gate.dU?.scaled(by: factor),
          parts: gate.parts
        )
      },
      dV: dV?.scaled(by: factor)
    )
  }
}
