// g and g′ of vectors in extended range.

extension Activation {
  /// g of each entry.
  ///
  /// *Domain*: every vector; z beyond the double range saturates, z near zero keeps its digits
  /// (tanh z = z), and σ(z) of very negative z is e^z however small.
  package func value(_ z: Vector) -> Vector {
    switch traits.form {
    case .identity: z
    case .rays(let below): z.belowZero(times: below)
    case .curve(.vectors(let value, _), _, _): value(z)
    case .curve(.numbers(let value, _), _, _): graded(z, values, value)
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
    case .rays(let below): z.slopes(below: below)
    case .curve(.vectors(_, let slope), _, _): slope(z)
    case .curve(.numbers(_, let slope), _, _): graded(z, derivatives, slope)
    }
  }

  /// g of one number.
  package func value(_ z: Extended) -> Extended {
    value(Vector([z]))[0]
  }

  /// g′ of one number.
  package func derivative(at z: Extended) -> Extended {
    derivative(at: Vector([z]))[0]
  }

  /// dJ/dz = dJ/da · g′(z), entry by entry, for equal lengths.
  func backpropagated(_ dA: Vector, at z: Vector) -> Vector {
    switch traits.form {
    case .identity:
      return dA
    case .rays(let below):
      let slopes = derivative(at: z)
      return below == 0 && dA.lo.isEmpty ? dA.plainProduct(slopes) : dA.entryProduct(slopes)
    case .curve:
      return dA.plainProduct(derivative(at: z))
    }
  }

  /// Applies a kernel, or `distant` to each number where doubles don't reach.
  ///
  /// The kernels are right for doubles; a vector whose entries are all huge or all tiny is worked
  /// out number by number, and so is an entry whose result may have underflowed.
  private func graded(
    _ z: Vector,
    _ kernel: ([Double]) -> [Double],
    _ distant: (Extended) -> Extended
  ) -> Vector {
    if !z.isFinite { return Vector(kernel(z.doubles)) }
    if z.exponent > -700, z.exponent < 900 { return z.through(kernel, tail: distant) }
    return z.map { $0.isModerate ? Extended(kernel([$0.double])[0]) : distant($0) }.rounded
  }
}

extension Extended {
  /// Whether a kernel's double argument and result are certain to be normal.
  fileprivate var isModerate: Bool { exponent > -500 && exponent < 3 }
}
