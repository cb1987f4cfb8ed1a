import CKernels

/// Products of a loss's Hessian with directions V of the weights, at fixed weights: the gradient's
/// derivative along V, worked out as the gradient itself is.
///
/// ```
/// RU = A[l−1] RWᵀ + RA[l−1] Wᵀ + Rb,   RA = g′(Z) RZ
/// R(dJ/dZ) = R(dJ/dA) g′(Z) + dJ/dA g″(Z) RZ
/// ```
/// where R is d/dt at W + t V. *Source*: Pearlmutter 1994, "Fast exact multiplication by the Hessian".
struct Curvature {
  /// What a layer leaves behind; batches are samples × width, row-major.
  private struct Layer {
    var z: [Double] = []
    var a: [Double] = []
    var slopes: [Double] = []
    var bends: [Double] = []
    /// 1/√(var + ε) of each sample, with a norm.
    var inverses: [Double] = []
    /// What W is applied to, and its 1/√(var + ε) where a norm makes it.
    var v: [Double] = []
    var entryInverses: [Double] = []
    /// Those of a norm that makes A, and dJ/dS of the sum S before it.
    var exitInverses: [Double] = []
    var dS: [Double] = []
    /// dJ/dV of what W is applied to.
    var dV: [Double] = []
    /// dJ/dA, and dJ/dZ and dJ/dU from it.
    var dA: [Double] = []
    var dZ: [Double] = []
    var dU: [Double] = []
  }

  /// How what stands in a layer changes along a direction.
  private struct Change {
    var v: [Double] = []
    var u: [Double] = []
    var z: [Double] = []
    var s: [Double] = []
    var a: [Double] = []
  }

  private let model: Model
  private let samples: TrainingSet
  private let objective: Objective
  /// Layers 0…L.
  private var layers: [Layer]
  /// How many weights and biases there are.
  let count: Int

  init(
    _ model: Model,
    _ samples: TrainingSet,
    _ objective: Objective,
    checkpoint: () throws -> Void
  ) throws {
    (self.model, self.samples, self.objective) = (model, samples, objective)
    count = (model.weights + model.biases).reduce(0) { $0 + $1.count }
    layers = Array(repeating: Layer(), count: model.depth + 1)
    layers[0].a = samples.inputs
    for layer in 1...model.depth {
      forward(layer)
      try checkpoint()
    }
    var gradient = layers[model.depth].a
    _ = objective.evaluate(&gradient, targets: samples.targets, count: samples.count)
    layers[model.depth].dA = gradient
    for layer in (1...model.depth).reversed() {
      backward(layer)
      try checkpoint()
    }
  }

  // MARK: - The passes at the weights

  private mutating func forward(_ layer: Int) {
    let activation = model.activations[layer - 1]
    var next = Layer()
    next.v = layers[layer - 1].a
    if let epsilon = model.entryEpsilon(of: layer) {
      let width = model.widths[layer - 1]
      next.entryInverses = SampleNorm.normalise(&next.v, width: width, epsilon)
    }
    next.z = product(next.v, transposed(model.weights[layer - 1], layer), layer)
    add(model.biases[layer - 1], to: &next.z)
    if let epsilon = model.normEpsilon(of: layer) {
      next.inverses = SampleNorm.normalise(&next.z, width: model.widths[layer], epsilon)
    } else if let epsilon = model.batchEpsilon(of: layer) {
      var units = byUnits(next.z, layer)
      next.inverses = SampleNorm.normalise(&units, width: samples.count, epsilon)
      next.z = bySamples(units, layer)
    }
    next.a = activation.values(next.z)
    next.slopes = activation.derivatives(next.z)
    next.bends = activation.secondDerivatives(next.z)
    if let (start, scale) = model.skip(endingIn: layer) {
      fk_scale(&next.slopes, scale, Array(next.slopes), next.slopes.count)
      fk_scale(&next.bends, scale, Array(next.bends), next.bends.count)
      next.a = next.a.indices.map { layers[start].a[$0] + scale * next.a[$0] }
    }
    if let epsilon = model.exitEpsilon(of: layer) {
      next.exitInverses = SampleNorm.normalise(&next.a, width: model.widths[layer], epsilon)
    }
    layers[layer] = next
  }

  /// dJ/dU of a layer, and dJ/dA below it.
  private mutating func backward(_ layer: Int) {
    let here = layers[layer]
    var dS = here.dA
    if !here.exitInverses.isEmpty {
      SampleNorm.back(&dS, here.a, here.exitInverses, width: model.widths[layer])
    }
    let dZ = dS.indices.map { dS[$0] * here.slopes[$0] }
    var dU = dZ
    throughNorm(&dU, layer)
    (layers[layer].dS, layers[layer].dZ, layers[layer].dU) = (dS, dZ, dU)
    guard layer > 1 else { return }
    var lower = backProduct(dU, model.weights[layer - 1], layer)
    if !here.entryInverses.isEmpty {
      layers[layer].dV = lower
      SampleNorm.back(&lower, here.v, here.entryInverses, width: model.widths[layer - 1])
    }
    if let end = skipEnd(from: layer - 1) { fk_axpy(&lower, 1, layers[end].dS, lower.count) }
    layers[layer - 1].dA = lower
  }

  // MARK: - Along a direction

  /// H V, for V as all weights, then all biases.
  func times(_ v: [Double], checkpoint: () throws -> Void) rethrows -> [Double] {
    var place = 0
    func take(_ count: Int) -> [Double] {
      place += count
      return Array(v[place - count..<place])
    }
    let weights = model.weights.map { take($0.count) }
    let biases = model.biases.map { take($0.count) }
    var along = [Change(a: Array(repeating: 0, count: samples.inputs.count))]
    for layer in 1...model.depth {
      along.append(forward(layer, weights[layer - 1], biases[layer - 1], along))
      try checkpoint()
    }
    var dA = objective.curvature(
      along[model.depth].a,
      gradient: layers[model.depth].dA,
      targets: samples.targets,
      count: samples.count
    )
    var dW = model.weights.map { _ in [Double]() }
    var dB = model.biases.map { _ in [Double]() }
    // R(dJ/dS) past the block that is gone through.
    var past: [Double] = []
    for layer in (1...model.depth).reversed() {
      let here = layers[layer]
      let change = along[layer]
      if !here.exitInverses.isEmpty {
        SampleNorm.back(
          &dA,
          gradient: here.dA,
          z: here.a,
          along: (change.s, change.a),
          here.exitInverses,
          width: model.widths[layer]
        )
      }
      if model.skip(endingIn: layer) != nil { past = dA }
      var dU = dA.indices.map {
        dA[$0] * here.slopes[$0] + here.dS[$0] * here.bends[$0] * change.z[$0]
      }
      throughNorm(&dU, along: (change.u, change.z), layer)
      dW[layer - 1] = weightGradient(dU, here.v, layer)
      let more = weightGradient(here.dU, change.v, layer)
      fk_axpy(&dW[layer - 1], 1, more, more.count)
      if !model.biases[layer - 1].isEmpty {
        dB[layer - 1] = Array(repeating: 0, count: model.widths[layer])
        fk_sum_rows(samples.count, model.widths[layer], dU, &dB[layer - 1])
      }
      if layer > 1 {
        var lower = backProduct(dU, model.weights[layer - 1], layer)
        let other = backProduct(here.dU, weights[layer - 1], layer)
        fk_axpy(&lower, 1, other, other.count)
        if !here.entryInverses.isEmpty {
          SampleNorm.back(
            &lower,
            gradient: here.dV,
            z: here.v,
            along: (along[layer - 1].a, change.v),
            here.entryInverses,
            width: model.widths[layer - 1]
          )
        }
        if model.beginsSkip(behind: layer - 1) { fk_axpy(&lower, 1, past, lower.count) }
        dA = lower
      }
      try checkpoint()
    }
    return dW.flatMap { $0 } + dB.flatMap { $0 }
  }

  private func forward(
    _ layer: Int,
    _ weights: [Double],
    _ bias: [Double],
    _ along: [Change]
  ) -> Change {
    let here = layers[layer]
    var v = along[layer - 1].a
    if !here.entryInverses.isEmpty {
      SampleNorm.back(&v, here.v, here.entryInverses, width: model.widths[layer - 1])
    }
    var u = product(here.v, transposed(weights, layer), layer)
    let other = product(v, transposed(model.weights[layer - 1], layer), layer)
    fk_axpy(&u, 1, other, other.count)
    add(bias, to: &u)
    var z = u
    throughNorm(&z, layer)
    var s = z.indices.map { here.slopes[$0] * z[$0] }
    if let start = model.skip(endingIn: layer)?.start { fk_axpy(&s, 1, along[start].a, s.count) }
    var a = s
    if !here.exitInverses.isEmpty {
      SampleNorm.back(&a, here.a, here.exitInverses, width: model.widths[layer])
    }
    return Change(v: v, u: u, z: z, s: s, a: a)
  }

  /// The layer at whose end A of a layer is added.
  private func skipEnd(from layer: Int) -> Int? {
    model.beginsSkip(behind: layer) ? layer + model.structure.block : nil
  }

  // MARK: - Norms before g

  /// A gradient or a change through the norm of a layer that has one.
  private func throughNorm(_ d: inout [Double], _ layer: Int) {
    let here = layers[layer]
    if model.normEpsilon(of: layer) != nil {
      SampleNorm.back(&d, here.z, here.inverses, width: model.widths[layer])
    } else if model.batchEpsilon(of: layer) != nil {
      var units = byUnits(d, layer)
      SampleNorm.back(&units, byUnits(here.z, layer), here.inverses, width: samples.count)
      d = bySamples(units, layer)
    }
  }

  /// R(dJ/dZ) ← R(dJ/dU), for changes of u and z.
  private func throughNorm(
    _ d: inout [Double],
    along change: (u: [Double], z: [Double]),
    _ layer: Int
  ) {
    let here = layers[layer]
    guard !here.inverses.isEmpty else { return }
    let isBatch = model.batchEpsilon(of: layer) != nil
    func laid(_ values: [Double]) -> [Double] { isBatch ? byUnits(values, layer) : values }
    var rows = laid(d)
    SampleNorm.back(
      &rows,
      gradient: laid(here.dZ),
      z: laid(here.z),
      along: (laid(change.u), laid(change.z)),
      here.inverses,
      width: isBatch ? samples.count : model.widths[layer]
    )
    d = isBatch ? bySamples(rows, layer) : rows
  }

  /// A row for each unit of a layer, from one for each sample.
  private func byUnits(_ values: [Double], _ layer: Int) -> [Double] {
    var result = values
    let width = model.widths[layer]
    fk_transpose(samples.count, width, values, width, &result, samples.count)
    return result
  }

  /// The other way.
  private func bySamples(_ values: [Double], _ layer: Int) -> [Double] {
    var result = values
    let width = model.widths[layer]
    fk_transpose(width, samples.count, values, samples.count, &result, width)
    return result
  }

  // MARK: - Products

  private func transposed(_ weights: [Double], _ layer: Int) -> [Double] {
    let (n, m) = (model.widths[layer - 1], model.widths[layer])
    var result = [Double](repeating: 0, count: weights.count)
    fk_transpose(m, n, weights, n, &result, m)
    return result
  }

  /// A Wᵀ.
  private func product(_ a: [Double], _ transposed: [Double], _ layer: Int) -> [Double] {
    let (n, m) = (model.widths[layer - 1], model.widths[layer])
    var result = [Double](repeating: 0, count: samples.count * m)
    fk_gemm(samples.count, m, n, a, n, transposed, m, &result, m)
    return result
  }

  /// dU W.
  private func backProduct(_ dU: [Double], _ weights: [Double], _ layer: Int) -> [Double] {
    let (n, m) = (model.widths[layer - 1], model.widths[layer])
    var result = [Double](repeating: 0, count: samples.count * n)
    fk_gemm(samples.count, n, m, dU, m, weights, n, &result, n)
    return result
  }

  /// dUᵀ A.
  private func weightGradient(_ dU: [Double], _ a: [Double], _ layer: Int) -> [Double] {
    let (n, m) = (model.widths[layer - 1], model.widths[layer])
    var result = [Double](repeating: 0, count: m * n)
    fk_gemm_tn(m, n, samples.count, dU, m, a, n, &result, n)
    return result
  }

  private func add(_ bias: [Double], to z: inout [Double]) {
    guard !bias.isEmpty else { return }
    fk_add_to_rows(samples.count, bias.count, &z, bias)
  }
}
