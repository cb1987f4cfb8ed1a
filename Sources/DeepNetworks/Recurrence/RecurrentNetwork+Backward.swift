extension RecurrentNetwork {
  /// dJ/dh of every step and dJ/dW, dJ/dU summed over the steps, for a loss of the output.
  ///
  /// ```
  /// plain   dJ/ds[t] = dJ/dh[t] · g′(s[t]),  dJ/dh[t−1] = Wᵀ dJ/ds[t],  dJ/dW = Σ dJ/ds[t] h[t−1]ᵀ
  /// ```
  /// and for each gate of another cell its own. With `truncation` only the last steps are gone back
  /// through, and the sums are over them (truncated back-propagation through time). It is computed as
  /// the forward pass was, in its number format or none.
  ///
  /// *Cost*: `backwardCost`. *Throws*: `.targetLength`, `.tooMuchMemory`, `.stepRange`, and what
  /// `checkpoint` throws.
  package func backward(
    _ pass: RecurrentPass,
    loss: Loss,
    truncation: Int? = nil,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> RecurrentGradients {
    try checkMemory(forwardCost + backwardCost)
    let taken = min(max(truncation ?? steps, 1), steps)
    let first = steps - taken
    var pace = Pace(layers: taken, operations: backwardCost.operations)
    let arithmetic = RecurrentArithmetic(self, pass.format)
    let outputGradient = arithmetic.taken(try loss.gradient(at: pass.output))
    var dH = [arithmetic.backThroughOutput(outputGradient)]
    var dC: [Vector] = []
    var dX: [Vector] = []
    var sums = layers.indices.map { arithmetic.gradientSum($0) }
    // What c[t] gets from later steps.
    var carried = Vector.zeros(width)
    for step in stride(from: steps, to: first, by: -1) {
      let slopes: Slopes
      switch cell {
      case .plain: slopes = plainSlopes(dH[steps - step], pass, step, arithmetic)
      case .gru: slopes = updateSlopes(dH[steps - step], pass, step, arithmetic)
      case .lstm:
        let (found, inner, kept) = memorySlopes(dH[steps - step], carried, pass, step, arithmetic)
        slopes = found
        dC.append(inner)
        carried = kept
      }
      var previous = slopes.direct
      var x = Vector.zeros(inputs)
      for index in layers.indices {
        let slope = slopes.sums[index]
        try checkRange(slope, step: step)
        sums[index].add(slope, pass.gates[step - 1][index].source, pass.inputs(at: step))
        if !slopes.isDone[index] {
          previous = arithmetic.plus(previous, arithmetic.backThroughWeights(index, slope))
        }
        if let part = arithmetic.backThroughInputs(index, slope) { x = arithmetic.plus(x, part) }
      }
      if !isPrecise { previous = previous.rounded }
      try checkRange(previous, step: step - 1)
      dH.append(previous)
      if inputs > 0 { dX.append(isPrecise ? x : x.rounded) }
      try pace.step(steps - step + 1, checkpoint)
    }
    if cell == .lstm { dC.append(carried) }
    return RecurrentGradients(
      first: first,
      dH: dH.reversed(),
      dC: dC.reversed(),
      dX: dX.reversed(),
      gates: sums.map(\.gradients),
      dV: readout.map { _ in arithmetic.outer(outputGradient, pass.h[steps]) }
    )
  }

  /// What one step's gradient is for each gate's sum.
  private struct Slopes {
    /// dJ/ds of each gate.
    var sums: [Vector]
    /// What reaches h[t−1] past the matrices.
    var direct: Vector
    /// Whether a gate's way back through its W is in `direct` already.
    var isDone: [Bool]
  }

  private func plainSlopes(
    _ dH: Vector,
    _ pass: RecurrentPass,
    _ step: Int,
    _ arithmetic: RecurrentArithmetic
  ) -> Slopes {
    let slope = arithmetic.back(
      cell.activation(of: .candidate),
      dH,
      at: pass.gates[step - 1][0].sum
    )
    return Slopes(sums: [slope], direct: .zeros(width), isDone: [false])
  }

  /// A gru: h = u·p + (1 − u)·n with p = h[t−1] and n = tanh(W (r·p) + …).
  private func updateSlopes(
    _ dH: Vector,
    _ pass: RecurrentPass,
    _ step: Int,
    _ arithmetic: RecurrentArithmetic
  ) -> Slopes {
    let states = pass.gates[step - 1]
    let (update, reset, candidate) = (states[0], states[1], states[2])
    let previous = pass.h[step - 1]
    func product(_ a: Vector, _ b: Vector) -> Vector { arithmetic.product(a, b) }
    let rest = arithmetic.rest(update.value, at: update.sum)
    let ofUpdate = product(dH, arithmetic.plus(previous, -candidate.value)).rounded
    let ofCandidate = arithmetic.back(.tanh, product(dH, rest).rounded, at: candidate.sum)
    let ofSource = arithmetic.backThroughWeights(2, ofCandidate)
    let ofReset = product(ofSource, previous).rounded
    return Slopes(
      sums: [
        arithmetic.back(.sigmoid, ofUpdate, at: update.sum),
        arithmetic.back(.sigmoid, ofReset, at: reset.sum), ofCandidate,
      ],
      direct: arithmetic.plus(product(dH, update.value), product(ofSource, reset.value)).rounded,
      isDone: [false, false, true]
    )
  }

  /// An lstm, c = f·c[t−1] + i·n and h = o·tanh(c): also dJ/dc[t], and what of it c[t−1] gets.
  private func memorySlopes(
    _ dH: Vector,
    _ carried: Vector,
    _ pass: RecurrentPass,
    _ step: Int,
    _ arithmetic: RecurrentArithmetic
  ) -> (slopes: Slopes, dC: Vector, kept: Vector) {
    let states = pass.gates[step - 1]
    let (input, forget, output, candidate) = (states[0], states[1], states[2], states[3])
    let c = pass.c[step]
    func product(_ a: Vector, _ b: Vector) -> Vector { arithmetic.product(a, b).rounded }
    let through = arithmetic.back(.tanh, product(dH, output.value), at: c)
    let dC = arithmetic.plus(carried, through).rounded
    let shown = arithmetic.value(.tanh, c)
    let slopes = Slopes(
      sums: [
        arithmetic.back(.sigmoid, product(dC, candidate.value), at: input.sum),
        arithmetic.back(.sigmoid, product(dC, pass.c[step - 1]), at: forget.sum),
        arithmetic.back(.sigmoid, product(dH, shown), at: output.sum),
        arithmetic.back(.tanh, product(dC, input.value), at: candidate.sum),
      ],
      direct: .zeros(width),
      isDone: [false, false, false, false]
    )
    return (slopes, dC, product(dC, forget.value))
  }
}

extension RecurrentPass {
  /// x[t]; nil where there are no inputs.
  fileprivate func inputs(at step: Int) -> Vector? { inputs.isEmpty ? nil : inputs[step - 1] }
}
