extension RecurrentNetwork {
  /// dJ/dh of every step and dJ/dW, dJ/dU summed over the steps, for a loss of the last state.
  ///
  /// ```
  /// plain   dJ/ds[t] = dJ/dh[t] · g′(s[t]),  dJ/dh[t−1] = Wᵀ dJ/ds[t],  dJ/dW = Σ dJ/ds[t] h[t−1]ᵀ
  /// ```
  /// and for each gate of another cell its own. With `truncation` only the last steps are gone back
  /// through, and the sums are over them (truncated back-propagation through time).
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
    var dH = [try loss.gradient(at: pass.output)]
    var dC: [Vector] = []
    var dX: [Vector] = []
    var sums = layers.map { GateSum($0, isPrecise: isPrecise) }
    // What c[t] gets from later steps.
    var carried = Vector.zeros(width)
    for step in stride(from: steps, to: first, by: -1) {
      let slopes: Slopes
      switch cell {
      case .plain: slopes = plainSlopes(dH[steps - step], pass, step)
      case .gru: slopes = updateSlopes(dH[steps - step], pass, step)
      case .lstm:
        let (found, inner, kept) = memorySlopes(dH[steps - step], carried, pass, step)
        slopes = found
        dC.append(inner)
        carried = kept
      }
      var previous = slopes.direct
      var x = Vector.zeros(inputs)
      for (index, layer) in layers.enumerated() {
        let slope = slopes.sums[index]
        try checkRange(slope, step: step)
        sums[index].add(slope, pass.gates[step - 1][index].source, pass.inputs(at: step))
        if !slopes.isDone[index] {
          previous = previous.adding(transposedTimes(layer.weights, slope))
        }
        if let inputWeights = layer.inputWeights {
          x = x.adding(transposedTimes(inputWeights, slope))
        }
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
      gates: sums.map(\.gradients)
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

  private func plainSlopes(_ dH: Vector, _ pass: RecurrentPass, _ step: Int) -> Slopes {
    let activation = cell.activation(of: .candidate)
    let sum = pass.gates[step - 1][0].sum
    let slope =
      isPrecise
      ? activation.preciselyBackpropagated(dH, at: sum) : activation.backpropagated(dH, at: sum)
    return Slopes(sums: [slope], direct: .zeros(width), isDone: [false])
  }

  /// A gru: h = u·p + (1 − u)·n with p = h[t−1] and n = tanh(W (r·p) + …).
  private func updateSlopes(_ dH: Vector, _ pass: RecurrentPass, _ step: Int) -> Slopes {
    let states = pass.gates[step - 1]
    let (update, reset, candidate) = (states[0], states[1], states[2])
    let previous = pass.h[step - 1]
    let rest = Activation.sigmoid.value(-update.sum)
    let ofUpdate = dH.entryProduct(previous.adding(-candidate.value)).rounded
    let ofCandidate = Activation.tanh.backpropagated(
      dH.entryProduct(rest).rounded,
      at: candidate.sum
    )
    let ofSource = layers[2].weights.transposedTimes(ofCandidate)
    let ofReset = ofSource.entryProduct(previous).rounded
    return Slopes(
      sums: [
        Activation.sigmoid.backpropagated(ofUpdate, at: update.sum),
        Activation.sigmoid.backpropagated(ofReset, at: reset.sum), ofCandidate,
      ],
      direct: dH.entryProduct(update.value).adding(ofSource.entryProduct(reset.value)).rounded,
      isDone: [false, false, true]
    )
  }

  /// An lstm, c = f·c[t−1] + i·n and h = o·tanh(c): also dJ/dc[t], and what of it c[t−1] gets.
  private func memorySlopes(
    _ dH: Vector,
    _ carried: Vector,
    _ pass: RecurrentPass,
    _ step: Int
  ) -> (slopes: Slopes, dC: Vector, kept: Vector) {
    let states = pass.gates[step - 1]
    let (input, forget, output, candidate) = (states[0], states[1], states[2], states[3])
    let c = pass.c[step]
    let through = Activation.tanh.backpropagated(dH.entryProduct(output.value).rounded, at: c)
    let dC = carried.adding(through).rounded
    func back(_ gradient: Vector, _ state: RecurrentPass.GateState) -> Vector {
      Activation.sigmoid.backpropagated(gradient.rounded, at: state.sum)
    }
    let slopes = Slopes(
      sums: [
        back(dC.entryProduct(candidate.value), input),
        back(dC.entryProduct(pass.c[step - 1]), forget),
        back(dH.entryProduct(Activation.tanh.value(c)), output),
        Activation.tanh.backpropagated(dC.entryProduct(input.value).rounded, at: candidate.sum),
      ],
      direct: .zeros(width),
      isDone: [false, false, false, false]
    )
    return (slopes, dC, dC.entryProduct(forget.value).rounded)
  }
}

extension RecurrentPass {
  /// x[t]; nil where there are no inputs.
  fileprivate func inputs(at step: Int) -> Vector? { inputs.isEmpty ? nil : inputs[step - 1] }
}
