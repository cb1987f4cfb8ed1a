import CKernels

// The way back through the steps; see `RecurrentNetwork+Backward.swift` for the formulas.
extension SequenceWalk {
  /// dJ/dh[T] from dJ/dŷ, which is in its place.
  func backReadOut(_ samples: Range<Int>) {
    let (n, m, rows) = (model.width, model.outputWidth, samples.count)
    place(layout.dC, 0, samples).update(repeating: 0, count: rows * n)
    guard model.hasReadout else { return }
    let gradient = storage + layout.dOutput + samples.lowerBound * m
    let dH = place(layout.dH, 0, samples)
    fk_gemm(rows, n, m, gradient, m, model.weights[model.gates], n, dH, n)
    store(dH, rows * n)
  }

  /// dJ/ds of these steps and dJ/dh before them for these samples.
  func backward(_ steps: ClosedRange<Int>, _ samples: Range<Int>) {
    for step in steps.reversed() {
      switch model.cell {
      case .plain:
        let slope = slope(0, step, samples)
        slope.update(from: place(layout.dH, 0, samples), count: samples.count * model.width)
        multiplySlopes(0, step, samples)
        backMultiply(0, step, samples, place(layout.dH, 0, samples))
      case .gru: backUpdate(step, samples)
      case .lstm: backRemember(step, samples)
      }
    }
  }

  private func slope(_ index: Int, _ step: Int, _ samples: Range<Int>) -> Numbers {
    place(layout.slopes[index], step - 1, samples)
  }

  /// dJ/ds of a gate in place of what its value gets.
  private func multiplySlopes(_ index: Int, _ step: Int, _ samples: Range<Int>) {
    let count = samples.count * model.width
    let slope = slope(index, step, samples)
    model.cell.activation(of: model.cell.gates[index]).multiplySlopes(
      slope,
      UnsafePointer(value(index, step, samples)),
      place(layout.sums[index], step - 1, samples),
      count,
      scratch: place(layout.scratch[2], 0, samples)
    )
    store(slope, count)
  }

  /// Wᵀ dJ/ds of a gate.
  private func backMultiply(_ index: Int, _ step: Int, _ samples: Range<Int>, _ out: Numbers) {
    let (n, k, rows) = (model.width, model.sourceWidth, samples.count)
    fk_gemm(rows, n, n, slope(index, step, samples), n, model.weights[index], k, out, n)
    store(out, rows * n)
  }

  private func backUpdate(_ step: Int, _ samples: Range<Int>) {
    let count = samples.count * model.width
    let (dH, h) = (place(layout.dH, 0, samples), place(layout.h, step - 1, samples))
    let (update, reset) = (slope(0, step, samples), slope(1, step, samples))
    let candidate = slope(2, step, samples)
    // Of the update gate dJ/dh · (h[t−1] − n), of the candidate dJ/dh · (1 − u).
    update.update(from: h, count: count)
    fk_axpy(update, -1, value(2, step, samples), count)
    store(update, count)
    multiply(update, update, dH, count)
    multiplySlopes(0, step, samples)
    multiply(candidate, dH, place(layout.seen, step - 1, samples), count)
    multiplySlopes(2, step, samples)
    let through = place(layout.scratch[0], 0, samples)
    backMultiply(2, step, samples, through)
    multiply(reset, through, h, count)
    multiplySlopes(1, step, samples)
    multiply(dH, dH, value(0, step, samples), count)
    multiply(through, through, value(1, step, samples), count)
    add(dH, through, count)
    for index in 0..<2 {
      backMultiply(index, step, samples, through)
      add(dH, through, count)
    }
  }

  private func backRemember(_ step: Int, _ samples: Range<Int>) {
    let count = samples.count * model.width
    let (dH, dC) = (place(layout.dH, 0, samples), place(layout.dC, 0, samples))
    let (seen, c) = (place(layout.seen, step - 1, samples), place(layout.c, step, samples))
    let through = place(layout.scratch[0], 0, samples)
    multiply(through, dH, value(2, step, samples), count)
    let scratch = place(layout.scratch[2], 0, samples)
    Activation.tanh.multiplySlopes(through, UnsafePointer(seen), c, count, scratch: scratch)
    store(through, count)
    add(dC, through, count)
    multiply(slope(0, step, samples), dC, value(3, step, samples), count)
    multiply(slope(1, step, samples), dC, place(layout.c, step - 1, samples), count)
    multiply(slope(2, step, samples), dH, seen, count)
    multiply(slope(3, step, samples), dC, value(0, step, samples), count)
    for index in 0..<4 { multiplySlopes(index, step, samples) }
    multiply(dC, dC, value(1, step, samples), count)
    backMultiply(0, step, samples, dH)
    for index in 1..<4 {
      backMultiply(index, step, samples, through)
      add(dH, through, count)
    }
  }

  /// Rows of a tensor's dW, over the steps that are gone back through; db with the first.
  func weightGradient(_ block: SequenceLayout.Block) {
    let index = block.tensor
    let m = model.rows(index)
    let n = model.weights[index].count / m
    let (gradient, source, rows) = terms(of: index)
    let first = block.rows.lowerBound
    let dW = storage + layout.places[index].dW.lowerBound + first * n
    fk_gemm_tn(block.rows.count, n, rows, gradient + first, m, source, n, dW, n)
    store(dW, block.rows.count * n)
    guard first == 0, !model.biases[index].isEmpty else { return }
    let sums = storage + layout.places[index].dB.lowerBound
    fk_sum_rows(rows, m, gradient, sums)
    store(sums, m)
  }

  /// What dW of a tensor is summed of: gradients, what they are multiplied with, and how many rows.
  private func terms(of index: Int) -> (gradient: Numbers, source: Numbers, rows: Int) {
    let all = 0..<layout.count
    guard index < model.gates else {
      return (storage + layout.dOutput, place(layout.h, model.steps, all), layout.count)
    }
    let first = model.steps - model.taken
    let isReset = model.cell == .gru && model.cell.gates[index] == .candidate
    let sources = isReset ? layout.resetSource : layout.source
    return (
      place(layout.slopes[index], first, all),
      storage + sources + first * layout.count * model.sourceWidth, model.taken * layout.count
    )
  }
}
