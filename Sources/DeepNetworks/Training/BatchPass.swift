import CKernels

/// Forward and backward passes of a batch, with all their storage.
///
/// ```
/// U = A[l−1] Wᵀ + b,  Z = norm(U),  A[l] = g(Z)  (or A[l−1] + α g(Z))
/// dW = dUᵀ A[l−1],  db = Σ dU,  dA[l−1] = dU W
/// ```
/// Sums run in fk_gemm's order; db over the samples from the first to the last.
struct BatchPass {
  private let count: Int
  /// A[0] … A[L].
  private(set) var a: [[Double]]
  /// Z[1] … Z[L], layer 1 first.
  private(set) var z: [[Double]]
  /// 1/√(var + ε) of each sample, where a layer has a norm.
  private var inverses: [[Double]]
  /// dW and db, layer 1 first; an optimizer turns them into its updates.
  var dW: [[Double]]
  var dB: [[Double]]
  private var transposed: [Double]
  private var gradient: [Double] = []
  private var lower: [Double] = []
  private var slopes: [Double]

  init(_ model: Model, count: Int) {
    self.count = count
    func zeros(_ count: Int) -> [Double] { Array(repeating: 0, count: count) }
    a = model.widths.map { zeros($0 * count) }
    z = model.widths.dropFirst().map { zeros($0 * count) }
    inverses = (1...model.depth).map { model.normEpsilon(of: $0) == nil ? [] : zeros(count) }
    dW = model.weights.map { zeros($0.count) }
    dB = model.biases.map { zeros($0.count) }
    transposed = zeros(model.weights.map(\.count).max() ?? 0)
    slopes = zeros((model.widths.max() ?? 0) * count)
  }

  /// A[1] … A[L] of the inputs.
  mutating func forward(_ model: Model, _ inputs: [Double], checkpoint: () throws -> Void) rethrows
  {
    a[0] = inputs
    for layer in 1...model.depth {
      let (n, m) = (model.widths[layer - 1], model.widths[layer])
      let index = layer - 1
      fk_transpose(m, n, model.weights[index], n, &transposed, m)
      fk_gemm(count, m, n, a[index], n, transposed, m, &z[index], m)
      if !model.biases[index].isEmpty {
        fk_add_to_rows(count, m, &z[index], model.biases[index])
      }
      if let epsilon = model.normEpsilon(of: layer) { normalise(index, width: m, epsilon) }
      activate(model.activations[index], index)
      if let scale = model.residualScale(of: layer) {
        fk_scale(&a[layer], scale, a[layer].map { $0 }, a[layer].count)
        fk_axpy(&a[layer], 1, a[index], a[layer].count)
      }
      if n * m * count > 1 << 19 { try checkpoint() }
    }
  }

  private mutating func activate(_ activation: Activation, _ index: Int) {
    let size = z[index].count
    z[index].withUnsafeBufferPointer { from in
      a[index + 1].withUnsafeMutableBufferPointer { to in
        guard let from = from.baseAddress, let to = to.baseAddress else { return }
        activation.apply(from, to, size)
      }
    }
  }

  private mutating func normalise(_ index: Int, width: Int, _ epsilon: Double) {
    for row in 0..<count {
      let range = row * width..<(row + 1) * width
      let mean = z[index][range].reduce(0, +) / Double(width)
      var spread = 0.0
      for i in range {
        z[index][i] -= mean
        spread += z[index][i] * z[index][i]
      }
      spread = spread / Double(width) + epsilon
      let inverse = spread == 0 ? 0 : 1 / spread.squareRoot()
      inverses[index][row] = inverse
      for i in range { z[index][i] *= inverse }
    }
  }

  /// The loss, with dW and db of every layer left behind.
  mutating func backward(
    _ model: Model,
    targets: [Double],
    objective: Objective,
    checkpoint: () throws -> Void
  ) rethrows -> Double {
    gradient = a[model.depth]
    let loss = objective.evaluate(&gradient, targets: targets, count: count)
    try propagate(model, toInput: false, checkpoint: checkpoint)
    return loss
  }

  /// The same from any dJ/dŷ; returns dJ/dx.
  mutating func backward(
    _ model: Model,
    from outputGradient: [Double],
    checkpoint: () throws -> Void
  ) rethrows -> [Double] {
    gradient = outputGradient
    try propagate(model, toInput: true, checkpoint: checkpoint)
    return gradient
  }

  private mutating func propagate(
    _ model: Model,
    toInput: Bool,
    checkpoint: () throws -> Void
  ) rethrows {
    for layer in stride(from: model.depth, through: 1, by: -1) {
      let (n, m) = (model.widths[layer - 1], model.widths[layer])
      let index = layer - 1
      let skip = model.residualScale(of: layer)
      let upper = skip == nil ? [] : gradient
      if let skip { gradient = gradient.map { $0 * skip } }
      multiplySlopes(model.activations[index], index, isSkipped: skip != nil)
      if model.normEpsilon(of: layer) != nil { backNormalise(index, width: m) }
      fk_gemm_tn(m, n, count, gradient, m, a[index], n, &dW[index], n)
      if !model.biases[index].isEmpty { fk_sum_rows(count, m, gradient, &dB[index]) }
      if layer > 1 || toInput {
        if lower.count != count * n { lower = [Double](repeating: 0, count: count * n) }
        fk_gemm(count, n, m, gradient, m, model.weights[index], n, &lower, n)
        if skip != nil { fk_axpy(&lower, 1, upper, upper.count) }
        swap(&gradient, &lower)
      }
      if n * m * count > 1 << 19 { try checkpoint() }
    }
  }

  /// dJ/dA · g′(Z) in place; tanh′ from tanh itself where that has 15 digits.
  private mutating func multiplySlopes(_ activation: Activation, _ index: Int, isSkipped: Bool) {
    guard activation != .linear else { return }
    let size = z[index].count
    if activation == .tanh, !isSkipped {
      fk_tanh_back(&gradient, a[index + 1], z[index], size)
      return
    }
    z[index].withUnsafeBufferPointer { from in
      slopes.withUnsafeMutableBufferPointer { to in
        guard let from = from.baseAddress, let to = to.baseAddress else { return }
        activation.applyDerivative(from, to, size)
      }
    }
    fk_multiply(&gradient, slopes, size)
  }

  private mutating func backNormalise(_ index: Int, width: Int) {
    for row in 0..<count {
      let range = row * width..<(row + 1) * width
      var (mean, along) = (0.0, 0.0)
      for i in range {
        mean += gradient[i]
        along += gradient[i] * z[index][i]
      }
      mean /= Double(width)
      along /= Double(width)
      for i in range {
        gradient[i] = (gradient[i] - mean - z[index][i] * along) * inverses[index][row]
      }
    }
  }

  /// Scales dW and db so that their norm together is at most `limit`.
  mutating func clipGradients(to limit: Double) {
    let squares = (dW + dB).reduce(0.0) { $0 + fk_sumsq($1, $1.count) }
    let norm = squares.squareRoot()
    guard norm > limit else { return }
    let factor = limit / norm
    for index in dW.indices {
      for i in dW[index].indices { dW[index][i] *= factor }
      for i in dB[index].indices { dB[index][i] *= factor }
    }
  }
}
