import CKernels

/// The arithmetic of passes through time, for some steps and some samples or rows at a time.
///
/// Calls for different samples, tensors of `transpose` and blocks of `weightGradient` write apart.
struct SequenceWalk {
  let model: SequenceModel
  let layout: SequenceLayout
  let storage: UnsafeMutablePointer<Double>
  /// What every result is rounded to; nil for float64.
  let format: NumberFormat?

  typealias Numbers = UnsafeMutablePointer<Double>

  /// Rounds a result as it is stored.
  func store(_ values: Numbers, _ count: Int) { format?.round(values, count) }

  /// Where samples begin of an array that has so many steps before.
  func place(_ array: Int, _ step: Int, _ samples: Range<Int>) -> Numbers {
    storage + array + (step * layout.count + samples.lowerBound) * model.width
  }

  /// The same of an array of what gates are multiplied with.
  private func source(_ array: Int, _ step: Int, _ samples: Range<Int>) -> Numbers {
    storage + array + ((step - 1) * layout.count + samples.lowerBound) * model.sourceWidth
  }

  /// Puts the inputs of each sample, x[1] … x[T] end to end, beside the states of their steps.
  func take(_ inputs: [Double]) {
    let (k, width) = (model.inputs, model.sourceWidth)
    storage.advanced(by: layout.h).update(repeating: 0, count: layout.count * model.width)
    guard k > 0 else {
      return
    }
    for array in model.cell == .gru ? [layout.source, layout.resetSource] : [layout.source] {
      for step in 0..<model.steps {
        for sample in 0..<layout.count {
          let to = storage + array + (step * layout.count + sample) * width + model.width
          for i in 0..<k { to[i] = inputs[(sample * model.steps + step) * k + i] }
          store(to, k)
        }
      }
    }
  }

  /// The transposed matrix of a tensor.
  func transpose(_ index: Int) {
    let m = model.rows(index)
    let n = model.weights[index].count / m
    fk_transpose(m, n, model.weights[index], n, storage + layout.transposed[index], m)
  }

  // MARK: - Forward

  /// h of these steps for these samples.
  func forward(_ steps: ClosedRange<Int>, _ samples: Range<Int>) {
    let count = samples.count * model.width
    for step in steps {
      let h = place(layout.h, step - 1, samples)
      copy(h, to: source(layout.source, step, samples), samples.count)
      let next = place(layout.h, step, samples)
      switch model.cell {
      case .plain:
        gate(0, layout.source, step, samples)
        next.update(from: place(layout.values[0], step - 1, samples), count: count)
      case .gru: update(step, samples, count)
      case .lstm: remember(step, samples, count)
      }
    }
  }

  /// States into the rows that gates are multiplied with.
  private func copy(_ states: Numbers, to rows: Numbers, _ samples: Int) {
    for row in 0..<samples {
      (rows + row * model.sourceWidth).update(from: states + row * model.width, count: model.width)
    }
  }

  /// The sum and value of a gate at a step.
  private func gate(_ index: Int, _ from: Int, _ step: Int, _ samples: Range<Int>) {
    let (n, k, rows) = (model.width, model.sourceWidth, samples.count)
    let sum = place(layout.sums[index], step - 1, samples)
    let weights = storage + layout.transposed[index]
    fk_gemm(rows, n, k, source(from, step, samples), k, weights, n, sum, n)
    store(sum, rows * n)
    if !model.biases[index].isEmpty {
      fk_add_to_rows(rows, n, sum, model.biases[index])
      store(sum, rows * n)
    }
    let value = place(layout.values[index], step - 1, samples)
    model.cell.activation(of: model.cell.gates[index]).apply(sum, value, rows * n)
    store(value, rows * n)
  }

  /// A gru: h[t] = u·h[t−1] + (1 − u)·n.
  private func update(_ step: Int, _ samples: Range<Int>, _ count: Int) {
    let (h, next) = (place(layout.h, step - 1, samples), place(layout.h, step, samples))
    gate(0, layout.source, step, samples)
    gate(1, layout.source, step, samples)
    let (update, reset) = (value(0, step, samples), value(1, step, samples))
    let scratch = place(layout.scratch[0], 0, samples)
    multiply(scratch, h, reset, count)
    copy(scratch, to: source(layout.resetSource, step, samples), samples.count)
    gate(2, layout.resetSource, step, samples)
    let rest = place(layout.seen, step - 1, samples)
    for i in 0..<count { rest[i] = 1 - update[i] }
    store(rest, count)
    multiply(next, h, update, count)
    multiply(scratch, value(2, step, samples), rest, count)
    add(next, scratch, count)
  }

  /// An lstm: c[t] = f·c[t−1] + i·n, h[t] = o·tanh(c[t]).
  private func remember(_ step: Int, _ samples: Range<Int>, _ count: Int) {
    for index in 0..<4 { gate(index, layout.source, step, samples) }
    let c = place(layout.c, step, samples)
    let scratch = place(layout.scratch[0], 0, samples)
    multiply(c, place(layout.c, step - 1, samples), value(1, step, samples), count)
    multiply(scratch, value(0, step, samples), value(3, step, samples), count)
    add(c, scratch, count)
    let seen = place(layout.seen, step - 1, samples)
    Activation.tanh.apply(c, seen, count)
    store(seen, count)
    multiply(place(layout.h, step, samples), seen, value(2, step, samples), count)
  }

  /// ŷ = V h[T] + b.
  func readOut(_ samples: Range<Int>) {
    let (n, m, rows) = (model.width, model.outputWidth, samples.count)
    let y = storage + layout.output + samples.lowerBound * m
    let weights = storage + layout.transposed[model.gates]
    fk_gemm(rows, m, n, place(layout.h, model.steps, samples), n, weights, m, y, m)
    store(y, rows * m)
    guard !model.biases[model.gates].isEmpty else { return }
    fk_add_to_rows(rows, m, y, model.biases[model.gates])
    store(y, rows * m)
  }

  // MARK: - Parts

  func value(_ index: Int, _ step: Int, _ samples: Range<Int>) -> Numbers {
    place(layout.values[index], step - 1, samples)
  }

  /// out = a · b, entry by entry.
  func multiply(_ out: Numbers, _ a: Numbers, _ b: Numbers, _ count: Int) {
    if out != a { out.update(from: a, count: count) }
    fk_multiply(out, b, count)
    store(out, count)
  }

  /// out += a.
  func add(_ out: Numbers, _ a: Numbers, _ count: Int) {
    fk_axpy(out, 1, a, count)
    store(out, count)
  }
}
