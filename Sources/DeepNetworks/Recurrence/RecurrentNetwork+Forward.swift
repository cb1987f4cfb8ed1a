extension RecurrentNetwork {
  /// The states from h[0] = `start` on, with an input at each step or none.
  ///
  /// Nothing overflows: every vector carries its exponent. c[0] of an lstm is 0.
  ///
  /// *Cost*: `forwardCost`. *Throws*: `.inputLength` for a start or an input of another length,
  /// `.stepInputs`, `.tooMuchMemory`, `.stepRange`, and what `checkpoint` throws.
  package func forward(
    from start: Vector,
    inputs: [Vector] = [],
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> RecurrentPass {
    try check(start, inputs)
    var pace = Pace(layers: steps, operations: forwardCost.operations)
    var (h, c) = ([start], cell == .lstm ? [Vector.zeros(width)] : [])
    var gates: [[RecurrentPass.GateState]] = []
    h.reserveCapacity(steps + 1)
    gates.reserveCapacity(steps)
    for step in 1...steps {
      let x = inputs.isEmpty ? nil : inputs[step - 1]
      let states = gateStates(h[step - 1], x)
      let next: Vector
      switch cell {
      case .plain: next = states[0].value
      case .gru: next = updated(h[step - 1], states)
      case .lstm:
        c.append(
          states[1].value.entryProduct(c[step - 1])
            .adding(states[0].value.entryProduct(states[3].value)).rounded
        )
        try checkRange(c[step], step: step)
        next = states[2].value.entryProduct(Activation.tanh.value(c[step])).rounded
      }
      try checkRange(next, step: step)
      h.append(next)
      gates.append(states)
      try pace.step(step, checkpoint)
    }
    return RecurrentPass(h: h, c: c, inputs: inputs, gates: gates)
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
  private func gateStates(_ previous: Vector, _ x: Vector?) -> [RecurrentPass.GateState] {
    var states: [RecurrentPass.GateState] = []
    for (layer, gate) in zip(layers, cell.gates) {
      var source = previous
      if cell == .gru, gate == .candidate {
        source = states[1].value.entryProduct(previous).rounded
      }
      var sum = times(layer.weights, source)
      if let inputWeights = layer.inputWeights, let x {
        sum = sum.adding(times(inputWeights, x))
      }
      if !layer.bias.isZero {
        sum = sum.adding(Vector(Array(repeating: layer.bias, count: width)))
      }
      if !isPrecise { sum = sum.rounded }
      let activation = cell.activation(of: gate)
      let value = isPrecise ? activation.preciseValue(sum) : activation.value(sum)
      states.append(RecurrentPass.GateState(sum: sum, value: value, source: source))
    }
    return states
  }

  /// u · h + (1 − u) · n, with 1 − σ(s) = σ(−s), which does not cancel.
  private func updated(_ previous: Vector, _ states: [RecurrentPass.GateState]) -> Vector {
    let rest = Activation.sigmoid.value(-states[0].sum)
    return states[0].value.entryProduct(previous).adding(rest.entryProduct(states[2].value)).rounded
  }

  /// The product, in double-double where the matrix was given and is small.
  private func times(_ matrix: Matrix, _ x: Vector) -> Vector {
    guard isPrecise, case .dense(let dense) = matrix else { return matrix.times(x) }
    return Vector((0..<dense.rows).map { dense.row($0).product(x) })
  }

  /// The product with the transpose, as `times`.
  func transposedTimes(_ matrix: Matrix, _ x: Vector) -> Vector {
    guard isPrecise, case .dense(let dense) = matrix else { return matrix.transposedTimes(x) }
    return Vector((0..<dense.columns).map { dense.column($0).product(x) })
  }
}
