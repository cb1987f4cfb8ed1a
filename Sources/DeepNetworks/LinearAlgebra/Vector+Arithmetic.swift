extension Vector {
  package static prefix func - (vector: Vector) -> Vector {
    Vector(
      canonicalHi: vector.hi.map { -$0 },
      lo: vector.lo.map { -$0 },
      exponent: vector.exponent,
      shifts: vector.shifts
    )
  }

  /// The sum.
  ///
  /// *Throws*: `.lengths` where the lengths differ.
  package static func + (left: Vector, right: Vector) throws(NetworkError) -> Vector {
    guard left.count == right.count else {
      throw .lengths(operation: .plus, left: left.count, right: right.count)
    }
    return left.adding(right).settled(left, right)
  }

  /// The difference.
  ///
  /// *Throws*: `.lengths` where the lengths differ.
  package static func - (left: Vector, right: Vector) throws(NetworkError) -> Vector {
    guard left.count == right.count else {
      throw .lengths(operation: .minus, left: left.count, right: right.count)
    }
    let opposite = -right
    return left.adding(opposite).settled(left, opposite)
  }

  /// This sum of two vectors with exact entries where both are decimals: as they would be written, and
  /// where they have cancelled to their rounding.
  func settled(_ left: Vector, _ right: Vector) -> Vector {
    guard !left.lo.isEmpty || !right.lo.isEmpty, count <= 1024, isFinite else { return self }
    return settled { i in
      let (a, b) = (left[i], right[i])
      if a.isZero || b.isZero { return self[i] }
      let isCancelled = self[i].exponent < max(a.exponent, b.exponent) - Extended.doubtfulBits
      if isCancelled, let exact = Ratio.sum([a, b]) { return exact }
      return self[i].settled { Ratio(a).flatMap { x in Ratio(b).flatMap { x + $0 } } }
    }
  }

  /// The product with a number, of decimals as they would be written.
  package func exactlyScaled(by factor: Extended) -> Vector {
    let product = scaled(by: factor)
    // Most vectors have no decimals, which is sooner seen of them than of their products.
    guard !product.lo.isEmpty, count <= 1024, product.isFinite, let ratio = Ratio(factor),
      hi.indices.contains(where: { !self[$0].isZero && WrittenDecimal(self[$0]) != nil })
    else { return product }
    return product.settled { i in
      guard let entry = Ratio(self[i]) else { return product[i] }
      return product[i].settled { entry * ratio }
    }
  }

  /// The same with each entry but 0 replaced.
  private func settled(_ entry: (Int) -> Extended) -> Vector {
    let entries = elements.indices.map { self[$0].isZero ? Extended.zero : entry($0) }
    return entries == elements ? self : Vector(entries)
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
        exponent: Extended.bounded(exponent + factor.exponent),
        shifts: unit.shifts
      )
    }
    let significand = factor.significand
    let fast = isSpread ? nil : mapped(exponent: exponent + factor.exponent) { $0 * significand }
    return fast ?? map { $0 * factor }
  }

  /// The products of entries in double-double, for equal lengths.
  func entryProduct(_ other: Vector) -> Vector {
    guard isFinite, other.isFinite else {
      return Vector(zip(doubles, other.doubles).map { $0 * $1 })
    }
    let fast =
      isSpread || other.isSpread
      ? nil
      : combined(
        with: other,
        exponent: exponent + other.exponent,
        isKept: { $0 == 0 || $1 == 0 }
      ) { $0 * $1 }
    return fast ?? Vector(zip(elements, other.elements).map { $0 * $1 })
  }

  /// Σ aᵢ bᵢ for equal lengths.
  func product(_ other: Vector) -> Extended {
    guard isFinite, other.isFinite else {
      var total = 0.0
      for (a, b) in zip(doubles, other.doubles) { total += a * b }
      return Extended(total)
    }
    guard !isSpread, !other.isSpread else { return carefulProduct(other) }
    var total = DoubleDouble(0)
    for index in hi.indices { total = total + self.lane(index) * other.lane(index) }
    // In so small a total terms may count that were lost beside those that cancelled.
    guard total.hi.magnitude >= Vector.doubtful else { return carefulProduct(other) }
    return Extended(total, exponent: exponent + other.exponent)
  }

  /// Below this a double-double sum of terms of which the largest are about 1 is taken with care.
  static let doubtful = 0x1p-50

  private func carefulProduct(_ other: Vector) -> Extended {
    var terms: [Extended] = []
    for index in hi.indices where hi[index] != 0 && other.hi[index] != 0 {
      terms.append(self[index] * other[index])
    }
    return Extended.sum(terms)
  }

  /// Σ aᵢ bᵢ, if a product other than 0 lies more than 2^900 below 2^exponent: a sum of doubles
  /// over 2^exponent has lost it.
  func product(_ other: Vector, ifAnyBelow exponent: Int) -> Extended? {
    guard isFinite, other.isFinite else { return nil }
    let isBeyond = hi.indices.contains { i in
      hi[i] != 0 && other.hi[i] != 0
        && self[i].exponent + other[i].exponent < exponent - Scaled.reach
    }
    return isBeyond ? carefulProduct(other) : nil
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
    let fast =
      isSpread || other.isSpread || distance > Scaled.reach
      ? nil
      : combined(
        with: other,
        exponent: exponent,
        isKept: { $0 == 0 && $1 == 0 }
      ) { $0 + $1.scaled(-distance) }
    return fast ?? Vector(zip(elements, other.elements).map { $0 + $1 })
  }

  /// Entry i's significand; of an even vector.
  @inline(__always)
  func lane(_ i: Int) -> DoubleDouble {
    DoubleDouble(hi: hi[i], lo: lo.isEmpty ? 0 : lo[i])
  }

  /// Significands of an even vector through `function`, with the exponent given; all finite.
  @inline(__always)
  private func mapped(exponent: Int, _ function: (DoubleDouble) -> DoubleDouble) -> Vector? {
    filled(exponent: exponent, isKept: { hi[$0] == 0 }) { function(lane($0)) }
  }

  /// A vector of this length whose significands are `entry(i)`.
  ///
  /// Writes each entry once and looks for the largest on the way: this is the inner loop of the
  /// lecture's networks. Nil where an entry is so small that doubles may have lost some of it and
  /// `isKept` does not know better.
  @inline(__always)
  private func filled(
    exponent: Int,
    isKept: (Int) -> Bool,
    _ entry: (Int) -> DoubleDouble
  ) -> Vector? {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * max(count, 1)) { parts in
      var largest = 0.0
      var least = Double.infinity
      var hasLow = false
      for index in 0..<count {
        let value = entry(index)
        parts[index] = value.hi
        parts[count + index] = value.lo
        largest = max(largest, value.hi.magnitude)
        least = min(least, value.hi.magnitude)
        hasLow = hasLow || value.lo != 0
      }
      if least < 0x1p-890 {
        for index in 0..<count where parts[index].magnitude < 0x1p-890 && !isKept(index) {
          return nil
        }
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

  /// Significands of two finite even vectors of one length through `function`.
  ///
  /// Nil where doubles may have lost some of an entry; `isKept` says of which pairs they have not,
  /// however small the result.
  @inline(__always)
  private func combined(
    with other: Vector,
    exponent: Int,
    isKept: (Double, Double) -> Bool,
    _ function: (DoubleDouble, DoubleDouble) -> DoubleDouble
  ) -> Vector? {
    filled(exponent: exponent, isKept: { isKept(hi[$0], other.hi[$0]) }) {
      function(lane($0), other.lane($0))
    }
  }
}

extension Extended {
  /// Whether the significand is ±1.
  var isPowerOfTwo: Bool {
    hi.magnitude == 1 && lo == 0
  }
}
