import CKernels

// g and g′ of vectors in extended range.

extension Activation {
  /// g of each entry.
  ///
  /// *Domain*: every vector; z beyond the double range saturates, z near zero keeps its digits
  /// (tanh z = z), and σ(z) of very negative z is e^z however small.
  package func value(_ z: Vector) -> Vector {
    switch traits.form {
    case .identity: z
    case .rays: z.belowZero(times: slopeOfRay)
    case .curve(let reach, _, _): graded(z, values, reach.value)
    }
  }

  /// g′ of each entry, in forms that do not cancel.
  ///
  /// ```
  /// relu′ = 0 at 0,  tanh′ = sech² z = 4/(e^z + e^-z)²,  σ′ = sech²(z/2)/4
  /// ```
  /// 1 − tanh² would be 0 for |z| > 19.06; tanh′(100) is 5.5e-87.
  package func derivative(at z: Vector) -> Vector {
    switch traits.form {
    case .identity: .ones(z.count)
    case .rays: z.slopes(below: slopeOfRay)
    case .curve(let reach, _, _):
      graded(z, { derivatives($0, z, reach.stationary) }, reach.slope)
    }
  }

  /// g of one number.
  package func value(_ z: Extended) -> Extended {
    value(Vector([z]))[0]
  }

  /// g′ of one number.
  package func derivative(at z: Extended) -> Extended {
    let slope = derivative(at: Vector([z]))[0]
    // Where a slope passes through 0 a double has only what its terms leave.
    guard case .curve(let reach, _, _) = traits.form, z.isFinite, z.exponent < 2, z.exponent >= -60,
      slope.abs() < Extended(0.0625)
    else { return slope }
    return reach.slope(z)
  }

  /// dJ/dz = dJ/da · g′(z), entry by entry, for equal lengths.
  func backpropagated(_ dA: Vector, at z: Vector) -> Vector {
    switch traits.form {
    case .identity:
      return dA
    case .rays:
      let slopes = derivative(at: z)
      return slopeOfRay.isZero && dA.lo.isEmpty ? dA.plainProduct(slopes) : dA.entryProduct(slopes)
    case .curve:
      return dA.plainProduct(derivative(at: z))
    }
  }

  /// The slope below zero of two rays: relu's is 0.
  private var slopeOfRay: Extended {
    if case .leaky(let slope) = self { slope } else { .zero }
  }

  /// The same with a slope that is a double, as programs that compute in a number format have it.
  var inDoubles: Activation {
    if case .leaky(let slope) = self { .leaky(Extended(slope.double)) } else { self }
  }

  /// g′ of a vector's doubles; next to a zero of it by its series there.
  private func derivatives(
    _ plain: [Double],
    _ z: Vector,
    _ stationary: StationaryPoint?
  ) -> [Double] {
    var slopes = derivatives(plain)
    guard let stationary, z.isFinite else { return slopes }
    for index in slopes.indices {
      let low = z.lo.isEmpty ? 0 : z[index].lo.scaled(z[index].exponent)
      if let slope = stationary.slope(plain[index], low) { slopes[index] = slope }
    }
    return slopes
  }

  /// Applies a kernel, and `distant` to each number where doubles don't reach.
  private func graded(
    _ z: Vector,
    _ kernel: ([Double]) -> [Double],
    _ distant: (Extended) -> Extended
  ) -> Vector {
    if !z.isFinite { return Vector(kernel(z.doubles)) }
    let plain = z.saturated
    let results = kernel(plain)
    let isExact = z.lo.isEmpty
    // Nearly always: no entry is far, as two looks at all of them tell.
    if isExact, fk_maxabs(plain, plain.count) <= 0x1p900, fk_minabs(plain, plain.count) >= 0x1p-500,
      fk_minabs(results, results.count) >= 0x1p-960
    {
      return Vector(results)
    }
    func isFar(_ i: Int) -> Bool {
      let size = plain[i].magnitude
      if size < 4 { return size < 0x1p-500 && z.hi[i] != 0 }
      // There e^-z is below 2^-184: where g is z, or g′ is 1, nothing of it is left in double-double.
      if size > 128, size < 0x1p900, results[i] == plain[i] || results[i] == 1 { return false }
      return size > 0x1p900 || results[i].magnitude < 0x1p-960 || !isExact && z.lo[i] != 0
    }
    guard plain.indices.contains(where: isFar) else { return Vector(results) }
    return Vector(plain.indices.map { isFar($0) ? distant(z[$0]) : Extended(results[$0]) }).rounded
  }
}
