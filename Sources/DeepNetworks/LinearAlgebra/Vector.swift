import CKernels

/// A vector with one exponent, or, where its entries lie far apart, with one for each.
///
/// ```
/// even:    entry i = (hi[i] + lo[i]) · 2^exponent,                the largest |hi| in [1, 2)
/// spread:  entry i = (hi[i] + lo[i]) · 2^(exponent + shifts[i]),  each |hi| in [1, 2) or 0
/// ```
/// A vector is spread if an entry that is not zero lies more than 2^900 below the largest; `shifts`
/// is empty otherwise, and `lo` when it is all zero. Bringing a vector to its form multiplies by
/// powers of two and rounds nothing; beside larger entries one may lie below 2^-2^40, where the range
/// ends. A vector that holds inf or nan (from a real float format) has exponent 0 and plain
/// doubles.
package struct Vector: Sendable, Hashable {
  package let hi: [Double]
  package let lo: [Double]
  /// That of the largest entry.
  package let exponent: Int
  /// Nil for an even vector, so that copies of the usual one have one reference less to count.
  private let spread: Spread?

  private final class Spread: Sendable, Hashable {
    let shifts: [Int]

    init(_ shifts: [Int]) { self.shifts = shifts }

    static func == (left: Spread, right: Spread) -> Bool { left.shifts == right.shifts }

    func hash(into hasher: inout Hasher) { hasher.combine(shifts) }
  }

  /// How far below `exponent` each entry's own lies, 0 or less; empty for an even vector.
  var shifts: [Int] { spread?.shifts ?? [] }

  /// Brings the parts into canonical form.
  ///
  /// `lo` is empty or as long as `hi`.
  init(hi: [Double], lo: [Double], exponent: Int) {
    var scaled = Scaled(hi: hi, lo: lo, exponent: exponent)
    scaled.normalise()
    self.init(
      canonicalHi: scaled.hi,
      lo: scaled.lo,
      exponent: scaled.exponent,
      shifts: scaled.shifts
    )
  }

  /// Takes the parts as they are; they must be in canonical form.
  init(canonicalHi hi: [Double], lo: [Double], exponent: Int, shifts: [Int] = []) {
    self.hi = hi
    self.lo = lo
    self.exponent = exponent
    spread = shifts.isEmpty ? nil : Spread(shifts)
  }

  /// The doubles' values, exactly.
  package init(_ values: [Double]) {
    self.init(hi: values, lo: [], exponent: 0)
  }

  /// The numbers' values, exactly.
  package init(_ values: [Extended]) {
    guard values.allSatisfy({ $0.isFinite }) else {
      self.init(values.map { $0.double })
      return
    }
    var (top, least) = (Int.min, Int.max)
    for value in values where !value.isZero {
      top = max(top, value.exponent)
      least = min(least, value.exponent)
    }
    guard top > .min else {
      self.init(canonicalHi: values.map { $0.hi }, lo: [], exponent: 0)
      return
    }
    guard least >= top - Scaled.reach else {
      self.init(spread: values, top: top)
      return
    }
    let low = values.map { $0.lo.scaled($0.exponent - top) }
    self.init(
      canonicalHi: values.map { $0.isZero ? 0 : $0.hi.scaled($0.exponent - top) },
      lo: low.allSatisfy { $0 == 0 } ? [] : low,
      exponent: top
    )
  }

  /// Finite numbers of which some lie too far below the largest for one exponent.
  private init(spread values: [Extended], top: Int) {
    let low = values.map { $0.lo }
    self.init(
      canonicalHi: values.map { $0.hi },
      lo: low.allSatisfy { $0 == 0 } ? [] : low,
      exponent: top,
      shifts: values.map { $0.isZero ? 0 : $0.exponent - top }
    )
  }

  package static func zeros(_ count: Int) -> Vector {
    Vector(Array(repeating: 0.0, count: max(count, 0)))
  }

  package static func ones(_ count: Int) -> Vector {
    Vector(Array(repeating: 1.0, count: max(count, 0)))
  }

  package var count: Int { hi.count }

  /// Whether no entry is inf or nan.
  package var isFinite: Bool {
    exponent != 0 || fk_maxabs(hi, hi.count).isFinite
  }

  package var isZero: Bool {
    hi.allSatisfy { $0 == 0 }
  }

  /// Whether each entry has its own exponent.
  var isSpread: Bool { spread != nil }

  /// Entry i, counted from 0.
  package subscript(i: Int) -> Extended {
    Extended(
      hi: hi[i],
      lo: lo.isEmpty ? 0 : lo[i],
      exponent: isSpread ? exponent + shifts[i] : exponent
    )
  }

  package var elements: [Extended] {
    hi.indices.map { self[$0] }
  }

  /// The nearest doubles: infinite beyond their range, zero below it.
  package var doubles: [Double] {
    lo.isEmpty ? saturated : elements.map { $0.double }
  }

  /// The entries without their low parts as doubles; beyond the double range ±∞, below it 0.
  var saturated: [Double] {
    if isSpread { return elements.map { $0.hi.scaled(min(max($0.exponent, -2200), 2200)) } }
    let power = min(max(exponent, -2200), 2200)
    guard power != 0 else { return hi }
    if power >= -1022 && power <= 1023 {
      return [Double](unsafeUninitializedCapacity: count) { values, written in
        if let out = values.baseAddress { fk_scale(out, .powerOfTwo(power), hi, count) }
        written = count
      }
    }
    return hi.map { $0.scaled(power) }
  }

  /// The vector itself, or the error if its largest entry is beyond 2^±2^40.
  package func checked() throws(ExtendedRangeError) -> Vector {
    if exponent > Extended.exponentLimit { throw .tooLarge(exponent: exponent) }
    if exponent < -Extended.exponentLimit { throw .tooSmall(exponent: exponent) }
    return self
  }

  /// How far below the largest the smallest entry that is not zero lies, as a power of two; ≤ 0.
  var leastExponent: Int {
    var least = 0
    if !isSpread {
      let smallest = fk_minabs(hi, hi.count)
      if smallest > 0 { return min(least, Int(smallest.exponent)) }
    }
    for index in hi.indices where hi[index] != 0 {
      least = min(least, Int(hi[index].exponent) + (isSpread ? shifts[index] : 0))
    }
    return least
  }

  /// Every `step`-th entry from one on.
  func part(from first: Int, count: Int, by step: Int) -> Vector {
    let places = stride(from: first, to: first + count * step, by: step)
    guard !isSpread else { return Vector(places.map { self[$0] }) }
    return Vector(
      hi: step == 1 ? Array(hi[first..<first + count]) : places.map { hi[$0] },
      lo: lo.isEmpty ? [] : places.map { lo[$0] },
      exponent: exponent
    )
  }

  /// Applies a function to each entry.
  package func map(_ function: (Extended) throws -> Extended) rethrows -> Vector {
    Vector(try hi.indices.map { try function(self[$0]) })
  }

  /// The same vector without its low parts, as a product in float64 sees it.
  var rounded: Vector {
    lo.isEmpty ? self : Vector(canonicalHi: hi, lo: [], exponent: exponent, shifts: shifts)
  }

  /// The significands for one exponent, those of entries too far below the largest 0.
  var evenHi: [Double] {
    isSpread ? zip(hi, shifts).map { $1 < -Scaled.reach ? 0 : $0 * .powerOfTwo($1) } : hi
  }
}

extension Vector: CustomStringConvertible {
  /// The entries to 15 digits.
  package var description: String {
    "[" + elements.map { $0.description }.joined(separator: ", ") + "]"
  }
}
