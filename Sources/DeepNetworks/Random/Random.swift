import CKernels

/// Random tensors: entry i is a function of (seed, layer, kind, i) alone.
///
/// *Source*: Philox4x32-10, Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3".
enum Random {
  /// What a tensor is for; tensors of different kinds are independent.
  enum Kind: UInt32 {
    case weights = 0
    case bias = 1
    case vector = 2
    case data = 3
    case order = 4
    case mistake = 5
    case dropout = 6
    case inputWeights = 8
    /// Which samples of a task are left out of its training.
    case split = 9
    case outputWeights = 10
    /// Of a task whose inputs are sequences.
    case sequences = 11
  }

  /// One tensor.
  struct Source {
    let seed: UInt64
    let layer: UInt32
    let kind: Kind

    /// So many entries are drawn between two checkpoints.
    private static let stretch = 1 << 16

    /// Entries written stretch by stretch.
    private func filled(
      _ count: Int,
      _ checkpoint: (Double) throws -> Void,
      _ fill: (UInt64, UnsafeMutablePointer<Double>, Int) -> Void
    ) rethrows -> [Double] {
      try [Double](unsafeUninitializedCapacity: count) { buffer, filled in
        while filled < count, let base = buffer.baseAddress {
          let part = min(Source.stretch, count - filled)
          fill(UInt64(filled), base + filled, part)
          filled += part
          if filled < count { try checkpoint(Double(filled) / Double(count)) }
        }
      }
    }

    /// Normals of mean 0 and standard deviation `scale`; |z| is below 7.355 · scale.
    func normals(
      _ count: Int,
      scale: Double,
      checkpoint: (Double) throws -> Void
    ) rethrows -> [Double] {
      try filled(count, checkpoint) { first, out, part in
        fk_normals(seed, layer, kind.rawValue, first, out, part)
        if scale != 1 { fk_scale(out, scale, out, part) }
      }
    }

    /// Uniforms u in (0, 1].
    func uniforms(_ count: Int) -> [Double] {
      filled(count, { _ in }) { fk_uniforms(seed, layer, kind.rawValue, $0, $1, $2) }
    }

    /// Uniforms 2u − 1, in (−1, 1].
    func symmetricUniforms(
      _ count: Int,
      checkpoint: (Double) throws -> Void
    ) rethrows -> [Double] {
      try filled(count, checkpoint) { first, out, part in
        fk_uniforms(seed, layer, kind.rawValue, first, out, part)
        for index in 0..<part { out[index] = 2 * out[index] - 1 }
      }
    }

    /// Standard normals cut at ±2.
    ///
    /// An entry beyond is drawn again from the tensor of the next kind from 16 on, at its own place.
    func truncatedNormals(
      _ count: Int,
      checkpoint: (Double) throws -> Void
    ) rethrows -> [Double] {
      var values = try normals(count, scale: 1, checkpoint: checkpoint)
      for index in values.indices {
        var attempt: UInt32 = 16
        while values[index].magnitude > 2 {
          fk_normals(seed, layer, attempt, UInt64(index), &values[index], 1)
          attempt += 1
        }
      }
      return values
    }
  }
}
