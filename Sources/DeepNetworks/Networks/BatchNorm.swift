/// z = (u − mean u)/√(var u + ε) of each unit over several samples, and what it does to gradients.
///
/// *Source*: Ioffe and Szegedy 2015, without parameters of its own.
struct BatchNorm {
  let epsilon: Double

  /// z of each sample, and 1/√(var u + ε) of each unit, 0 where both are 0.
  ///
  /// `checkpoint` is called for each unit and sample.
  func values(
    _ u: [Vector],
    checkpoint: () throws -> Void
  ) rethrows -> (z: [Vector], inverse: Vector) {
    let mean = try BatchNorm.mean(u.map(\.elements), checkpoint)
    let centred = u.map { zip($0.elements, mean).map { $0 - $1 } }
    let squares = try BatchNorm.mean(centred.map { $0.map { $0 * $0 } }, checkpoint)
    let inverse = squares.map { InnerNorm.inverse(variance: $0, epsilon) }
    let z = try centred.map { sample in
      try checkpoint()
      return Vector(zip(sample, inverse).map { $0 * $1 })
    }
    return (z, Vector(inverse))
  }

  /// dJ/du = (dJ/dz − mean dJ/dz − z mean(z dJ/dz))/√(var u + ε), all means over the samples.
  static func backpropagated(
    _ dZ: [Vector],
    at z: [Vector],
    inverse: Vector,
    checkpoint: () throws -> Void
  ) rethrows -> [Vector] {
    let gradients = dZ.map(\.elements)
    let mean = try mean(gradients, checkpoint)
    // Σ z is 0, so that dJ/dz counts from its mean on: equal entries leave nothing at all.
    let rising = gradients.map { zip($0, mean).map { $0 - $1 } }
    let values = z.map(\.elements)
    let along = try Self.mean(
      zip(rising, values).map { zip($0, $1).map { $0 * $1 } },
      checkpoint
    )
    return try zip(rising, values).map { rising, z in
      try checkpoint()
      return Vector(z.indices.map { (rising[$0] - z[$0] * along[$0]) * inverse[$0] })
    }
  }

  /// The mean of each unit, added up from the first sample to the last.
  private static func mean(
    _ samples: [[Extended]],
    _ checkpoint: () throws -> Void
  ) rethrows -> [Extended] {
    let count = Extended(samples.count)
    return try samples[0].indices.map { unit in
      try checkpoint()
      return samples.reduce(Extended.zero) { $0 + $1[unit] } / count
    }
  }
}
