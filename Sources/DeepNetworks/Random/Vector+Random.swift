extension Vector {
  /// A vector of standard normals; the first entries do not depend on the count.
  package static func normal(_ count: Int, seed: UInt64) -> Vector {
    normal(count, seed: seed) { _ in }
  }

  /// The same; `checkpoint` gets the share that is done, and ends it by throwing.
  package static func normal(
    _ count: Int,
    seed: UInt64,
    checkpoint: (Double) throws -> Void
  ) rethrows -> Vector {
    let source = Random.Source(seed: seed, layer: 0, kind: .vector)
    return Vector(try source.normals(max(count, 0), scale: 1, checkpoint: checkpoint))
  }

  /// A vector of uniforms in (0, 1]; the first entries do not depend on the count.
  package static func uniform(_ count: Int, seed: UInt64) -> Vector {
    Vector(Random.Source(seed: seed, layer: 1, kind: .vector).uniforms(max(count, 0)))
  }
}
