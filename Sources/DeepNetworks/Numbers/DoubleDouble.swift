/// An unevaluated sum `hi + lo` of two doubles with |lo| ≤ ulp(hi)/2: about 106 bits.
///
/// *Domain*: finite, hi between 2^-900 and 2^900 in size, so that no partial product leaves the
/// double range; callers keep exponents apart. No fused multiply-add: on baseline x86-64 it would
/// be a library call, so products are split.
/// *Source*: Dekker 1971 (products), Knuth TAOCP 2 §4.2.2 (sums), Hida, Li and Bailey 2001 (the
/// quotient and the accurate sum).
struct DoubleDouble: Sendable, Hashable {
  var hi: Double
  var lo: Double

  @inline(__always)
  init(hi: Double, lo: Double) {
    self.hi = hi
    self.lo = lo
  }

  @inline(__always)
  init(_ value: Double) {
    self.init(hi: value, lo: 0)
  }

  /// a + b exactly.
  @inline(__always)
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    let shadow = s - a
    return DoubleDouble(hi: s, lo: (a - (s - shadow)) + (b - shadow))
  }

  /// a + b exactly, for |a| ≥ |b| or a = 0.
  @inline(__always)
  static func orderedSum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    return DoubleDouble(hi: s, lo: b - (s - a))
  }

  /// a · b exactly, while nothing under- or overflows.
  @inline(__always)
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let splitter = 134_217_729.0  // 2^27 + 1
    let p = a * b
    let ta = splitter * a
    let aHigh = ta - (ta - a)
    let aLow = a - aHigh
    let tb = splitter * b
    let bHigh = tb - (tb - b)
    let bLow = b - bHigh
    let error = ((aHigh * bHigh - p) + aHigh * bLow + aLow * bHigh) + aLow * bLow
    return DoubleDouble(hi: p, lo: error)
  }
}

extension DoubleDouble {
  @inline(__always)
  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let s = sum(a.hi, b.hi)
    let t = sum(a.lo, b.lo)
    let u = orderedSum(s.hi, s.lo + t.hi)
    return orderedSum(u.hi, u.lo + t.lo)
  }

  @inline(__always)
  static func + (a: DoubleDouble, b: Double) -> DoubleDouble {
    let s = sum(a.hi, b)
    return orderedSum(s.hi, s.lo + a.lo)
  }

  @inline(__always)
  static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(hi: -a.hi, lo: -a.lo)
  }

  @inline(__always)
  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    a + (-b)
  }

  @inline(__always)
  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = product(a.hi, b.hi)
    return orderedSum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi))
  }

  @inline(__always)
  static func * (a: DoubleDouble, b: Double) -> DoubleDouble {
    let p = product(a.hi, b)
    return orderedSum(p.hi, p.lo + a.lo * b)
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let q1 = a.hi / b.hi
    var rest = a - b * q1
    let q2 = rest.hi / b.hi
    rest = rest - b * q2
    let q3 = rest.hi / b.hi
    return orderedSum(q1, q2) + q3
  }

  static func / (a: DoubleDouble, b: Double) -> DoubleDouble {
    a / DoubleDouble(b)
  }

  /// The square root of a value above 0, by one Newton step of 1/√ (Karp and Markstein 1997).
  func squareRoot() -> DoubleDouble {
    guard hi > 0 else { return DoubleDouble(0) }
    let root = hi.squareRoot()
    let rest = self - DoubleDouble.product(root, root)
    let first = DoubleDouble.orderedSum(root, rest.hi / (2 * root))
    // A second step: the first leaves an error of the size of its correction squared.
    let rest2 = self - first * first
    return first + rest2.hi / (2 * root)
  }

  /// The value times 2^power, exact while it stays in the double range.
  func scaled(_ power: Int) -> DoubleDouble {
    DoubleDouble(hi: hi.scaled(power), lo: lo.scaled(power))
  }

  /// The largest integer not above the value.
  func floor() -> DoubleDouble {
    let whole = hi.floor()
    guard whole == hi else { return DoubleDouble(whole) }
    return DoubleDouble.orderedSum(whole, lo.floor())
  }
}
