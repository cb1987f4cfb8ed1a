extension RecurrentNetwork {
  /// The states from h[0] = `start` on, with an input at each step or none.
  ///
  /// Nothing overflows: every vector carries its exponent. With a format every result is rounded to it
  /// (see `Rounding`). c[0] of an lstm is 0.
  ///
  /// *Cost*: `forwardCost`. *Throws*: `.inputLength` for a start or an input of another length,
  /// `.stepInputs`, `.tooMuchMemory`, `.stepRange`, and what `checkpoint` throws.
  package func forward(
    from start: Vector,
    inputs: [Vector] = [],
    format: NumberFormat? = nil,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> RecurrentPass {
    try check(start, inputs)
    let arithmetic = RecurrentArithmetic(self, format)
    let inputs = inputs.map { arithmetic.taken($0) }
    var pace = Pace(layers: steps, operations: forwardCost.operations)
    var (h, c) = ([arithmetic.taken(start)], cell == .lstm ? [Vector.zeros(width)] : [])
    var gates: [[RecurrentPass.GateState]] = []
    h.reserveCapacity(steps + 1)
    gates.reserveCapacity(steps)
    for step in 1...steps {
      let x = inputs.isEmpty ? nil : inputs[step - 1]
      let states = gateStates(h[step - 1], x, arithmetic)
      let next: Vector
      switch cell {
      case .plain: next = states[0].value
      case .gru: next = updated(h[step - 1], states, arithmetic)
      case .lstm:
        let kept = arithmetic.product(states[1].value, c[step - 1])
        let written = arithmetic.product(states[0].value, states[3].value)
        c.append(arithmetic.plus(kept, written).rounded)
        try checkRange(c[step], step: step)
        let shown = arithmetic.value(.tanh, c[step])
        next = arithmetic.product(states[2].value, shown).rounded
      }
      try checkRange(next, step: step)
      h.append(next)
      gates.append(states)
      try pace.step(step, checkpoint)
    }
    return RecurrentPass(
      h: h,
      c: c,
      inputs: inputs,
      gates: gates,
      output: arithmetic.output(h[steps]),
      format: format
    )
  }

  /// The same from h[0] = 0 with x[1] … x[T] end to end, as training has a sequence.
  ///
  /// *Throws*: as `forward(from:)`, and `.noStepInputs` for a network without inputs.
  package func forward(
    sequence: Vector,
    format: NumberFormat? = nil,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> RecurrentPass {
    guard inputs > 0 else { throw NetworkError.noStepInputs }
    guard sequence.count == steps * inputs else {
      throw NetworkError.inputLength(sequence.count, expected: steps * inputs)
    }
    let entries = sequence.elements
    let rows = stride(from: 0, to: entries.count, by: inputs).map {
      Vector(Array(entries[$0..<$0 + inputs]))
    }
    return try forward(
      from: .zeros(width),
      inputs: rows,
      format: format,
      checkpoint: checkpoint
    )
  }

  private func check(_ start: Vector, _ inputs: [Vector]) throws(NetworkError) {
    guard start.count == width else { throw .inputLength(start.count, expected: width) }
    let expected = self.inputs
    guard inputs.count == (expected == 0 ? 0 : steps) else {
      throw .stepInputs(inputs.count, steps: steps)
    }
    for input in inputs where input.count != expected {
      throw .inputLength(input.count, expected: expected)
    }
    try checkMemory(forwardCost)
  }

  func checkMemory(_ cost: Cost) throws(NetworkError) {
    guard cost.bytes <= Engine.memoryLimit else {
      throw .tooMuchMemory(bytes: cost.bytes, limit: Engine.memoryLimit)
    }
  }

  func checkRange(_ vector: Vector, step: Int) throws(NetworkError) {
    do {
      _ = try vector.checked()
    } catch {
      throw .stepRange(step: step, error)
    }
  }

  /// All gates of one step; gru's candidate sees what its reset gate lets through.
  private func gateStates(
    _ previous: Vector,
    _ x: Vector?,
    _ arithmetic: RecurrentArithmetic
  ) -> [RecurrentPass.GateState] {
    var states: [RecurrentPass.GateState] = []
    for (index, gate) in cell.gates.enumerated() {
      var source = previous
      if cell == .gru, gate == .candidate {
        source = arithmetic.product(states[1].value, previous).rounded
      }
      let sum = arithmetic.sum(index, source, x)
      let value = arithmetic.value(cell.activation(of: gate), sum)
      states.append(RecurrentPass.GateState(sum: sum, value: value, source: source))
    }
    return states
  }

  /// u · h + (1 − u) · n.
  private func updated(
    _ previous: Vector,
    _ states: [RecurrentPass.GateState],
    _ arithmetic: RecurrentArithmetic
  ) -> Vector {
    let rest = arithmetic.rest(states[0].value, at: states[0].sum)
    let kept = arithmetic.product(states[0].value, previous)
    return arithmetic.plus(kept, arithmetic.product(rest, states[2].value)).rounded
  }
}
