extension Vector {
  package static prefix func - (vector: Vector) -> Vector {
    Vector(hi: vector.hi.map { -$0 }, lo: vector.lo.map { -$0 }, exponent: vector.exponent)
  }

  /// The sum.
  ///
  /// *Throws*: `.lengths` where the lengths differ.
  package static func + (left: Vector, right: Vector) throws(NetworkError) -> Vector {
    guard left.count == right.count else {
      throw .lengths(operation: .plus, left: left.count, right: right.count)
    }
    return left.adding(right)
  }

  /// The difference.
  ///
  /// *Throws*: `.lengths` where the lengths differ.
  package static func - (left: Vector, right: Vector) throws(NetworkError) -> Vector {
    guard left.count == right.count else {
      throw .lengths(operation: .minus, left: left.count, right: right.count)
    }
    return left.adding(-right)
  }

  /// The products of entries that stand at the same place.
  ///
  /// *Throws*: `.lengths`.
  package func hadamard(_ other: Vector) throws(NetworkError) -> Vector {
    guard count == other.count else {
      throw .lengths(operation: .hadamard, left: count, right: other.count)
    }
    return entryProduct(other)
  }

  /// Σ aᵢ bᵢ in double-double.
  ///
  /// *Throws*: `.lengths`.
  package func dot(_ other: Vector) throws(NetworkError) -> Extended {
    guard count == other.count else {
      throw .lengths(operation: .dot, left: count, right: other.count)
    }
    return product(other)
  }

  package func scaled(by factor: Extended) -> Vector {
    guard isFinite, factor.isFinite else {
      let factor = factor.double
      return Vector(doubles.map { $0 * factor })
    }
    if factor.isPowerOfTwo, !isZero {
      // Exact, and with the same storage.
      let unit = factor.isNegative ? -self : self
      return Vector(
        canonicalHi: unit.hi,
        lo: unit.lo,
        exponent: Extended.bounded(exponent + factor.exponent)
      )
    }
    let significand = factor.significand
    return mapped(exponent: exponent + factor.exponent) { $0 * significand }
  }

  /// The products of entries in double-double, for equal lengths.
  func entryProduct(_ other: Vector) -> Vector {
    guard isFinite, other.isFinite else {
      return Vector(zip(doubles, other.doubles).map { $0 * $1 })
    }
    return combined(with: other, exponent: exponent + other.exponent) { $0 * $1 }
  }

  /// Σ aᵢ bᵢ for equal lengths.
  func product(_ other: Vector) -> Extended {
    guard isFinite, other.isFinite else {
      var total = 0.0
      for (a, b) in zip(doubles, other.doubles) { total += a * b }
      return Extended(total)
    }
    var total = DoubleDouble(0)
    for index in hi.indices { total = total + self.lane(index) * other.lane(index) }
    return Extended(total, exponent: exponent + other.exponent)
  }

  /// The sum for equal lengths.
  func adding(_ other: Vector) -> Vector {
    guard isFinite, other.isFinite else {
      return Vector(zip(doubles, other.doubles).map { $0 + $1 })
    }
    if isZero { return other }
    if other.isZero { return self }
    guard exponent >= other.exponent else { return other.adding(self) }
    let distance = exponent - other.exponent
    // Even the largest entry of `other` would vanish below the smallest that `self` can hold.
    guard distance <= 2100 else { return self }
    return combined(with: other, exponent: exponent) { $0 + $1.scaled(-distance) }
  }

  /// Entry i's significand.
  @inline(__always)
  func lane(_ i: Int) -> DoubleDouble {
    DoubleDouble(hi: hi[i], lo: lo.isEmpty ? 0 : lo[i])
  }

  /// Significands through `function`, with the exponent given; all finite.
  @inline(__always)
  func mapped(exponent: Int, _ function: (DoubleDouble) -> DoubleDouble) -> Vector {
    filled(exponent: exponent) { function(lane($0)) }
  }

  /// A vector of this length whose significands are `entry(i)`.
  ///
  /// Writes each entry once and looks for the largest on the way: this is the inner loop of the
  /// lecture's networks.
  @inline(__always)
  private func filled(exponent: Int, _ entry: (Int) -> DoubleDouble) -> Vector {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * max(count, 1)) { parts in
      var largest = 0.0
      var hasLow = false
      for index in 0..<count {
        let value = entry(index)
        parts[index] = value.hi
        parts[count + index] = value.lo
        largest = max(largest, value.hi.magnitude)
        hasLow = hasLow || value.lo != 0
      }
      let isNear = largest >= 0.25 && largest < 4
      let shift = isNear ? Int(largest.exponent) : 0
      if shift != 0 {
        let factor = Double.powerOfTwo(-shift)
        for index in 0..<2 * count { parts[index] *= factor }
      }
      let high = Array(parts[..<count])
      let low = hasLow ? Array(parts[count..<2 * count]) : []
      guard isNear else { return Vector(hi: high, lo: low, exponent: exponent) }
      return Vector(canonicalHi: high, lo: low, exponent: Extended.bounded(exponent + shift))
    }
  }

  /// Significands of two finite vectors of one length through `function`.
  @inline(__always)
  private func combined(
    with other: Vector,
    exponent: Int,
    _ function: (DoubleDouble, DoubleDouble) -> DoubleDouble
  ) -> Vector {
    filled(exponent: exponent) { function(lane($0), other.lane($0)) }
  }
}

extension Extended {
  /// Whether the significand is ±1.
  var isPowerOfTwo: Bool {
    hi.magnitude == 1 && lo == 0
  }
}
