import CKernels

/// The arithmetic of a batch's passes, for some layers and some samples or rows at a time.
///
/// Calls for different samples, layers of `transpose` and blocks of `weightGradient` write apart.
struct BatchWalk {
  let model: Model
  let layout: BatchLayout
  let storage: UnsafeMutablePointer<Double>
  let kind: PassKind
  /// What every result is rounded to; nil for float64.
  let format: NumberFormat?

  /// Rounds a result as it is stored.
  func store(_ values: UnsafeMutablePointer<Double>, _ count: Int) {
    format?.round(values, count)
  }

  private func shape(_ layer: Int) -> (n: Int, m: Int) {
    (model.widths[layer - 1], model.widths[layer])
  }

  /// Wᵀ of a layer, by index from 0.
  func transpose(_ index: Int) {
    let (n, m) = shape(index + 1)
    fk_transpose(m, n, model.weights[index], n, storage + layout.transposed[index], m)
  }

  /// A of these layers for these samples.
  func forward(_ layers: ClosedRange<Int>, _ samples: Range<Int>) {
    for layer in layers {
      multiply(layer, samples)
      if let epsilon = model.normEpsilon(of: layer) {
        normalise(place(layout.z, layer - 1, samples, layer), layer, samples, layer, epsilon)
      }
      activate(layer, samples)
    }
  }

  /// U of a layer, in Z's place.
  func multiply(_ layer: Int, _ samples: Range<Int>) {
    let (n, m) = shape(layer)
    let index = layer - 1
    let count = samples.count
    var from = place(layout.a, index, samples, index)
    if let epsilon = model.entryEpsilon(of: layer) {
      let v = place(layout.v, index, samples, index)
      v.update(from: from, count: count * n)
      normalise(v, index, samples, layer, epsilon)
      from = v
    }
    let z = place(layout.z, index, samples, layer)
    fk_gemm(count, m, n, from, n, storage + layout.transposed[index], m, z, m)
    store(z, count * m)
    if !model.biases[index].isEmpty {
      fk_add_to_rows(count, m, z, model.biases[index])
      store(z, count * m)
    }
  }

  /// A of a layer from its Z.
  func activate(_ layer: Int, _ samples: Range<Int>) {
    let entries = samples.count * model.widths[layer]
    let to = place(layout.a, layer, samples, layer)
    model.activations[layer - 1].apply(place(layout.z, layer - 1, samples, layer), to, entries)
    store(to, entries)
    if kind == .step, model.drops(layer) {
      fk_multiply(to, place(layout.factors, layer - 1, samples, layer), entries)
      store(to, entries)
    }
    if let (start, scale) = model.skip(endingIn: layer) {
      fk_scale(to, scale, to, entries)
      store(to, entries)
      fk_axpy(to, 1, place(layout.a, start, samples, start), entries)
      store(to, entries)
    }
    if let epsilon = model.exitEpsilon(of: layer) { normalise(to, layer, samples, layer, epsilon) }
  }

  /// Where samples of one of the arrays begin, whose rows are as wide as a layer.
  private func place(
    _ places: [Int],
    _ index: Int,
    _ samples: Range<Int>,
    _ widthLayer: Int
  ) -> UnsafeMutablePointer<Double> {
    storage + places[index] + samples.lowerBound * model.widths[widthLayer]
  }

  /// The norm of each sample in place; the inverses are kept with a layer.
  private func normalise(
    _ rows: UnsafeMutablePointer<Double>,
    _ widthLayer: Int,
    _ samples: Range<Int>,
    _ layer: Int,
    _ epsilon: Double
  ) {
    let width = model.widths[widthLayer]
    let inverses = storage + layout.inverses[layer - 1] + samples.lowerBound
    for row in 0..<samples.count {
      inverses[row] = BatchWalk.normalise(rows + row * width, width, epsilon)
    }
    store(rows, samples.count * width)
  }

  /// A gradient of each sample through the norm that made these rows.
  private func backNormalise(
    _ gradient: UnsafeMutablePointer<Double>,
    _ rows: UnsafeMutablePointer<Double>,
    _ widthLayer: Int,
    _ samples: Range<Int>,
    _ layer: Int
  ) {
    let width = model.widths[widthLayer]
    let inverses = storage + layout.inverses[layer - 1] + samples.lowerBound
    for row in 0..<samples.count {
      BatchWalk.backNormalise(gradient + row * width, rows + row * width, width, inverses[row])
    }
    store(gradient, samples.count * width)
  }

  /// dJ/dU of these layers and dJ/dA below them for these samples.
  func backward(_ layers: ClosedRange<Int>, _ samples: Range<Int>, toInput: Bool) {
    for layer in layers.reversed() {
      backActivate(layer, samples)
      if model.normEpsilon(of: layer) != nil {
        let gradient = place(layout.g, layer, samples, layer)
        backNormalise(gradient, place(layout.z, layer - 1, samples, layer), layer, samples, layer)
      }
      if layer > 1 || toInput { backMultiply(layer, samples) }
    }
  }

  /// dJ/dZ in place of dJ/dA; what goes past a block is put aside.
  func backActivate(_ layer: Int, _ samples: Range<Int>) {
    let entries = samples.count * model.widths[layer]
    let gradient = place(layout.g, layer, samples, layer)
    if model.exitEpsilon(of: layer) != nil {
      backNormalise(gradient, place(layout.a, layer, samples, layer), layer, samples, layer)
    }
    let skip = model.skip(endingIn: layer)
    if let skip {
      let past = storage + layout.scratch(1, from: samples.lowerBound)
      past.update(from: gradient, count: entries)
      fk_scale(gradient, skip.scale, gradient, entries)
      store(gradient, entries)
    }
    let isDropped = kind == .step && model.drops(layer)
    if isDropped {
      fk_multiply(gradient, place(layout.factors, layer - 1, samples, layer), entries)
      store(gradient, entries)
    }
    multiplySlopes(layer, samples, gradient, isChanged: skip != nil || isDropped)
    store(gradient, entries)
  }

  /// dJ/dA below a layer from its dJ/dU.
  func backMultiply(_ layer: Int, _ samples: Range<Int>) {
    let (n, m) = shape(layer)
    let index = layer - 1
    let count = samples.count
    let gradient = place(layout.g, layer, samples, layer)
    let lower = place(layout.g, index, samples, index)
    if model.has(.transpose, layer) {
      fk_gemm(count, n, m, gradient, m, storage + layout.transposed[index], n, lower, n)
    } else {
      fk_gemm(count, n, m, gradient, m, model.weights[index], n, lower, n)
    }
    store(lower, count * n)
    if model.entryEpsilon(of: layer) != nil {
      backNormalise(lower, place(layout.v, index, samples, index), index, samples, layer)
    }
    if model.beginsSkip(behind: index) {
      fk_axpy(lower, 1, storage + layout.scratch(1, from: samples.lowerBound), count * n)
      store(lower, count * n)
    }
  }

  /// Rows of a layer's dW; db with the first.
  func weightGradient(_ block: BatchLayout.Block) {
    let (n, m) = shape(block.layer)
    let index = block.layer - 1
    let gradient = storage + layout.g[block.layer]
    let first = block.rows.lowerBound
    fk_gemm_tn(
      block.rows.count,
      n,
      layout.count,
      gradient + first,
      m,
      storage + (model.entryEpsilon(of: block.layer) == nil ? layout.a : layout.v)[index],
      n,
      storage + layout.dW[index] + first * n,
      n
    )
    if model.has(.factor, block.layer) {
      let rows = storage + layout.dW[index] + first * n
      fk_scale(rows, 2, rows, block.rows.count * n)
    }
    store(storage + layout.dW[index] + first * n, block.rows.count * n)
    if first == 0, !model.biases[index].isEmpty {
      let sums = storage + layout.dB[index]
      fk_sum_rows(layout.count, m, gradient, sums)
      store(sums, m)
      if model.has(.bias, block.layer) { sums.update(repeating: 0, count: m) }
    }
  }

  /// dJ/dA · g′(Z) in place; A is g(Z) but where a skip has added to it or units are dropped.
  private func multiplySlopes(
    _ layer: Int,
    _ samples: Range<Int>,
    _ gradient: UnsafeMutablePointer<Double>,
    isChanged: Bool
  ) {
    let place = samples.lowerBound * model.widths[layer]
    let activation = model.activations[layer - 1]
    let isWrong = model.has(.slope, layer)
    (isWrong ? activation.mistakenForSlope : activation).multiplySlopes(
      gradient,
      isChanged || isWrong ? nil : UnsafePointer(storage + layout.a[layer] + place),
      storage + layout.z[layer - 1] + place,
      samples.count * model.widths[layer],
      scratch: storage + layout.scratch(0, from: samples.lowerBound)
    )
  }

  /// A sample's norm in place; returns 1/√(var + ε).
  private static func normalise(
    _ z: UnsafeMutablePointer<Double>,
    _ width: Int,
    _ epsilon: Double
  ) -> Double {
    var mean = 0.0
    for i in 0..<width { mean += z[i] }
    mean /= Double(width)
    var spread = 0.0
    for i in 0..<width {
      z[i] -= mean
      spread += z[i] * z[i]
    }
    spread = spread / Double(width) + epsilon
    let inverse = spread == 0 ? 0 : 1 / spread.squareRoot()
    for i in 0..<width { z[i] *= inverse }
    return inverse
  }

  private static func backNormalise(
    _ gradient: UnsafeMutablePointer<Double>,
    _ z: UnsafeMutablePointer<Double>,
    _ width: Int,
    _ inverse: Double
  ) {
    var (mean, along) = (0.0, 0.0)
    for i in 0..<width {
      mean += gradient[i]
      along += gradient[i] * z[i]
    }
    mean /= Double(width)
    along /= Double(width)
    for i in 0..<width { gradient[i] = (gradient[i] - mean - z[i] * along) * inverse }
  }
}
