/// A vector with one exponent: entry i is `(hi[i] + lo[i]) · 2^exponent`.
///
/// The largest |hi| is in [1, 2) unless all entries are zero; `lo` is empty when it is all zero.
/// Bringing a vector to this form multiplies by a power of two and rounds nothing; entries more than
/// 2^1022 below the largest become zero. A vector that holds inf or nan (from a real float format)
/// has exponent 0 and plain doubles.
package struct Vector: Sendable, Hashable {
  package let hi: [Double]
  package let lo: [Double]
  package let exponent: Int

  /// Brings the parts into canonical form.
  ///
  /// `lo` is empty or as long as `hi`.
  init(hi: [Double], lo: [Double], exponent: Int) {
    var scaled = Scaled(hi: hi, lo: lo, exponent: exponent)
    scaled.normalise()
    self.hi = scaled.hi
    self.lo = scaled.lo
    self.exponent = scaled.exponent
  }

  /// Takes the parts as they are; they must be in canonical form.
  init(canonicalHi hi: [Double], lo: [Double], exponent: Int) {
    self.hi = hi
    self.lo = lo
    self.exponent = exponent
  }

  /// The doubles' values, exactly.
  package init(_ values: [Double]) {
    self.init(hi: values, lo: [], exponent: 0)
  }

  /// The numbers' values; to 106 bits each, relative to the largest.
  package init(_ values: [Extended]) {
    guard values.allSatisfy({ $0.isFinite }) else {
      self.init(values.map { $0.double })
      return
    }
    let top = values.lazy.filter { !$0.isZero }.map { $0.exponent }.max() ?? 0
    self.init(
      hi: values.map { $0.hi.scaled(max($0.exponent - top, -2200)) },
      lo: values.map { $0.lo.scaled(max($0.exponent - top, -2200)) },
      exponent: top
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
    exponent != 0 || hi.allSatisfy { $0.isFinite }
  }

  package var isZero: Bool {
    hi.allSatisfy { $0 == 0 }
  }

  /// Entry i, counted from 0.
  package subscript(i: Int) -> Extended {
    Extended(hi: hi[i], lo: lo.isEmpty ? 0 : lo[i], exponent: exponent)
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
    let power = min(max(exponent, -2200), 2200)
    guard power != 0 else { return hi }
    if power >= -1022 && power <= 1023 {
      let factor = Double.powerOfTwo(power)
      return hi.map { $0 * factor }
    }
    return hi.map { $0.scaled(power) }
  }

  /// The vector itself, or the error if its largest entry is beyond 2^±2^40.
  package func checked() throws(ExtendedRangeError) -> Vector {
    if exponent > Extended.exponentLimit { throw .tooLarge(exponent: exponent) }
    if exponent < -Extended.exponentLimit { throw .tooSmall(exponent: exponent) }
    return self
  }

  /// Applies a function to each entry.
  package func map(_ function: (Extended) throws -> Extended) rethrows -> Vector {
    Vector(try hi.indices.map { try function(self[$0]) })
  }

  /// The same vector without its low parts, as a product in float64 sees it.
  var rounded: Vector {
    lo.isEmpty ? self : Vector(hi: hi, lo: [], exponent: exponent)
  }
}

extension Vector: CustomStringConvertible {
  /// The entries to 15 digits.
  package var description: String {
    "[" + elements.map { $0.description }.joined(separator: ", ") + "]"
  }
}
