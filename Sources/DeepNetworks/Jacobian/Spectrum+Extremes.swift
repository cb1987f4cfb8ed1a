import CKernels

extension Jacobian {
  /// Which end of the spectrum.
  package enum End: Sendable, Hashable {
    case largest, smallest
  }

  /// The `count` largest or smallest singular values, by iteration on a few vectors where all of them
  /// would take long.
  ///
  /// Sweeps of `count` + 4 vectors forward and backward, with QR at each layer, until the values
  /// settle to `tolerance`; for the smallest the factors' inverses are swept, which needs square
  /// ones. Between sweeps the largest are set apart from those close to them by a polynomial of JᵀJ
  /// (`filtered`) where the factors are kept; else values close to each other converge slowly: nil
  /// after `sweeps` sweeps. *Cost*: 4 n² (count + 4) per layer and sweep for the largest, 2 n³ for the
  /// smallest. *Source*: orthogonal iteration, Golub and Van Loan 4th ed., section 7.3.2.
  /// *Throws*: `.notSquare` for the smallest of a factor that is not, `.notFinite`, what `checkpoint`
  /// throws.
  package func extremes(
    _ end: End,
    count: Int,
    tolerance: Double = 1e-10,
    sweeps: Int = 40,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> Spectrum? {
    let most = min(rows, columns)
    let wanted = min(max(count, 0), most)
    let size = min(wanted + 4, most)
    guard wanted > 0 else { return Spectrum(values: []) }
    if end == .smallest {
      for layer in 1...depth {
        let matrix = factor(layer)
        guard matrix.isSquare else { throw NetworkError.notSquare(matrix.shape) }
      }
    }
    if let all = try certainSpectrum(budget: Jacobian.small, checkpoint: checkpoint) {
      return all.part(end == .largest ? 0..<wanted : most - wanted..<most)
    }
    let normals = Random.Source(seed: 0, layer: 0, kind: .vector).normals(
      columns * size,
      scale: 1
    ) { _ in }
    var v = Orthogonalisation(normals, rows: columns, columns: size) {}.basis()
    var last: [Extended] = []
    for index in 0..<max(sweeps, 1) {
      let share = Double(index) / Double(max(sweeps, 1))
      var forward = ProductSweep(basis: v, count: size)
      try run(&forward, end, transposed: false) { try checkpoint(share) }
      let values = try forward.singularValues { try checkpoint(share) }
      let found = Array(values.prefix(wanted))
      if found.count < wanted { return end == .largest ? try rest(found, to: wanted) : nil }
      if last.count == wanted,
        zip(found, last).allSatisfy({ ($0 - $1).abs() <= $1 * Extended(tolerance) })
      {
        let values = end == .largest ? found : found.map { Extended.one / $0 }.reversed()
        return Spectrum(values, changes: values.map { _ in 0.9 * tolerance }, count: wanted)
      }
      last = found
      // The first values of random columns say little of where the others lie.
      if end == .largest, index > 0, values.count == size,
        let next = try filtered(
          v,
          count: size,
          bound: values[size - 1] * values[size - 1],
          top: values[0] * values[0],
          checkpoint: { try checkpoint(share) }
        )
      {
        v = next
        continue
      }
      guard let u = forward.orthonormalColumns(), u.count == size else { return nil }
      var backward = ProductSweep(basis: u.values, count: size)
      try run(&backward, end, transposed: true) { try checkpoint(share) }
      guard let next = backward.orthonormalColumns(), next.count == size else { return nil }
      v = next.values
    }
    return nil
  }

  /// The values that a sweep found, and what it left out: 0, or less than it can tell.
  private func rest(_ values: [Extended], to count: Int) throws -> Spectrum {
    let rank = try provenRank { _ in } ?? count
    let open = Set(values.count..<max(min(rank, count), values.count))
    let others = (values.count..<count).map { open.contains($0) ? values.last ?? .zero : .zero }
    return Spectrum(values: values + others, undetermined: open)
  }

  /// J, Jᵀ, or for the smallest end J⁻¹, J⁻ᵀ, taken into a sweep. (J⁻¹ maps outputs to inputs, but
  /// all factors are square, so where a sweep begins does not matter.)
  private func run(
    _ sweep: inout ProductSweep,
    _ end: End,
    transposed: Bool,
    _ checkpoint: () throws -> Void
  ) throws {
    switch end {
    case .largest:
      try run(&sweep, transposed: transposed) { _ in try checkpoint() }
    case .smallest:
      for step in 0..<depth {
        let layer = transposed ? step + 1 : depth - step
        let matrix = try factor(layer) { _ in try checkpoint() }
        guard matrix.isFinite else { throw NetworkError.notFinite(layer: layer) }
        try sweep.divide(by: transposed ? matrix.transposed : matrix, checkpoint: checkpoint)
      }
    }
  }
}
