import CKernels

/// The arithmetic of a batch's passes, for some layers and some samples or rows at a time.
///
/// Calls for different samples, layers of `transpose` and blocks of `weightGradient` write apart.
struct BatchWalk {
  let model: Model
  let layout: BatchLayout
  let storage: UnsafeMutablePointer<Double>
  /// What every result is rounded to; nil for float64.
  let format: NumberFormat?

  /// Rounds a result as it is stored.
  private func store(_ values: UnsafeMutablePointer<Double>, _ count: Int) {
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
    let count = samples.count
    for layer in layers {
      let (n, m) = shape(layer)
      let index = layer - 1
      let from = storage + layout.a[index] + samples.lowerBound * n
      let z = storage + layout.z[index] + samples.lowerBound * m
      let to = storage + layout.a[layer] + samples.lowerBound * m
      fk_gemm(count, m, n, from, n, storage + layout.transposed[index], m, z, m)
      store(z, count * m)
      if !model.biases[index].isEmpty {
        fk_add_to_rows(count, m, z, model.biases[index])
        store(z, count * m)
      }
      if let epsilon = model.normEpsilon(of: layer) {
        let inverses = storage + layout.inverses[index] + samples.lowerBound
        for row in 0..<count { inverses[row] = BatchWalk.normalise(z + row * m, m, epsilon) }
        store(z, count * m)
      }
      model.activations[index].apply(z, to, count * m)
      store(to, count * m)
      if let scale = model.residualScale(of: layer) {
        fk_scale(to, scale, to, count * m)
        store(to, count * m)
        fk_axpy(to, 1, from, count * m)
        store(to, count * m)
      }
    }
  }

  /// dJ/dU of these layers and dJ/dA below them for these samples.
  func backward(_ layers: ClosedRange<Int>, _ samples: Range<Int>, toInput: Bool) {
    let count = samples.count
    for layer in layers.reversed() {
      let (n, m) = shape(layer)
      let index = layer - 1
      let gradient = storage + layout.g[layer] + samples.lowerBound * m
      let lower = storage + layout.g[index] + samples.lowerBound * n
      let upper = storage + layout.scratch(1, from: samples.lowerBound)
      let skip = model.residualScale(of: layer)
      if let skip {
        upper.update(from: gradient, count: count * m)
        fk_scale(gradient, skip, gradient, count * m)
        store(gradient, count * m)
      }
      multiplySlopes(layer, samples, gradient, isSkipped: skip != nil)
      store(gradient, count * m)
      if model.normEpsilon(of: layer) != nil {
        let z = storage + layout.z[index] + samples.lowerBound * m
        let inverses = storage + layout.inverses[index] + samples.lowerBound
        for row in 0..<count {
          BatchWalk.backNormalise(gradient + row * m, z + row * m, m, inverses[row])
        }
        store(gradient, count * m)
      }
      if layer > 1 || toInput {
        if model.has(.transpose, layer) {
          fk_gemm(count, n, m, gradient, m, storage + layout.transposed[index], n, lower, n)
        } else {
          fk_gemm(count, n, m, gradient, m, model.weights[index], n, lower, n)
        }
        store(lower, count * n)
        if skip != nil {
          fk_axpy(lower, 1, upper, count * n)
          store(lower, count * n)
        }
      }
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
      storage + layout.a[index],
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

  /// dJ/dA · g′(Z) in place; A is g(Z) but where a skip has added to it.
  private func multiplySlopes(
    _ layer: Int,
    _ samples: Range<Int>,
    _ gradient: UnsafeMutablePointer<Double>,
    isSkipped: Bool
  ) {
    let place = samples.lowerBound * model.widths[layer]
    let activation = model.activations[layer - 1]
    let isWrong = model.has(.slope, layer)
    (isWrong ? activation.mistakenForSlope : activation).multiplySlopes(
      gradient,
      isSkipped || isWrong ? nil : UnsafePointer(storage + layout.a[layer] + place),
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
