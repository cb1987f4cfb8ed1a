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
  }

  /// Normals of mean 0 and standard deviation `scale`; |z| is at most 8.572 · scale.
  static func normals(
    _ count: Int,
    scale: Double,
    seed: UInt64,
    layer: UInt32,
    kind: Kind
  ) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      fk_normals(seed, layer, kind.rawValue, 0, buffer.baseAddress, count)
      if scale != 1 { fk_scale(buffer.baseAddress, scale, buffer.baseAddress, count) }
      filled = count
    }
  }

  /// Uniforms u in (0, 1].
  static func uniforms(_ count: Int, seed: UInt64, layer: UInt32, kind: Kind) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      fk_uniforms(seed, layer, kind.rawValue, 0, buffer.baseAddress, count)
      filled = count
    }
  }

  /// Uniforms (2u − 1) · bound, in (−bound, bound].
  static func uniforms(
    _ count: Int,
    within bound: Double,
    seed: UInt64,
    layer: UInt32,
    kind: Kind
  ) -> [Double] {
    var values = uniforms(count, seed: seed, layer: layer, kind: kind)
    for index in values.indices { values[index] = (2 * values[index] - 1) * bound }
    return values
  }
}

extension Vector {
  /// A vector of standard normals; the first entries do not depend on the count.
  package static func normal(_ count: Int, seed: UInt64) -> Vector {
    Vector(Random.normals(max(count, 0), scale: 1, seed: seed, layer: 0, kind: .vector))
  }

  /// A vector of uniforms in (0, 1]; the first entries do not depend on the count.
  package static func uniform(_ count: Int, seed: UInt64) -> Vector {
    Vector(Random.uniforms(max(count, 0), seed: seed, layer: 1, kind: .vector))
  }
}
