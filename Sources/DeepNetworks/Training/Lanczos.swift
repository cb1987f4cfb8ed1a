import CKernels

/// The largest eigenvalue of a symmetric matrix of which only products with vectors are known.
///
/// ```
/// H V = V T + …,  T tridiagonal, V orthonormal;  λ_max(T) → λ_max(H)
/// ```
/// It finds the algebraically largest one, whatever lies beside or opposite to it; each new vector is
/// made orthogonal to all before, twice. *Source*: Lanczos 1950; Golub and Van Loan 4th ed., 10.1.
struct Lanczos {
  /// 0 where it is lost in the rounding of what is larger in size.
  let eigenvalue: Double
  /// A bound of the size of all eigenvalues that were met.
  let bound: Double
  /// Whether it settled to 1e-13 of the largest in size.
  let isSettled: Bool

  /// Starts from a fixed vector and takes at most `iterations` products, or `count`.
  ///
  /// Vectors of up to `spanned` numbers are taken until they span all: a value just below the largest
  /// may stay the same for a while as well. It has settled where it changes three times by less than
  /// `tolerance` of the largest in size.
  ///
  /// *Cost*: a product and 8 `count` · steps operations for each step. *Throws*: what `product` throws.
  init(
    count: Int,
    iterations: Int,
    spanned: Int = 0,
    tolerance: Double = 1e-14,
    product: ([Double]) throws -> [Double]
  ) rethrows {
    var basis: [[Double]] = []
    var (diagonal, beside): ([Double], [Double]) = ([], [])
    var v = Random.Source(seed: 1, layer: 0, kind: .order).normals(count, scale: 1) { _ in }
    Lanczos.scale(&v, by: 1 / Lanczos.norm(v))
    var (value, most, calm) = (0.0, 0.0, 0)
    func sharp() -> Double { value.magnitude <= 1e-13 * most ? 0 : value }
    for _ in 0..<max(min(iterations, count), 1) {
      basis.append(v)
      var next = try product(v)
      guard next.allSatisfy(\.isFinite) else {
        (eigenvalue, bound, isSettled) = (.infinity, .infinity, false)
        return
      }
      diagonal.append(fk_dot(v, next, count))
      for _ in 0..<2 {
        for u in basis { fk_axpy(&next, -fk_dot(u, next, count), u, count) }
      }
      let rest = Lanczos.norm(next)
      let found = Lanczos.largest(diagonal, beside)
      let size = Lanczos.size(diagonal, beside)
      calm = (found - value).magnitude <= tolerance * size ? calm + 1 : 0
      (value, most) = (found, size)
      // Three times the same, or the vectors so far span all that the first one has a part in.
      if (calm >= 3 && count > spanned) || rest <= 1e-13 * size || basis.count == count {
        (eigenvalue, bound, isSettled) = (sharp(), most, true)
        return
      }
      beside.append(rest)
      Lanczos.scale(&next, by: 1 / rest)
      v = next
    }
    (eigenvalue, bound, isSettled) = (sharp(), most, false)
  }

  private static func norm(_ v: [Double]) -> Double {
    fk_sumsq(v, v.count).squareRoot()
  }

  private static func scale(_ v: inout [Double], by factor: Double) {
    for i in v.indices { v[i] *= factor }
  }

  /// A bound of T's eigenvalues (Gershgorin).
  private static func size(_ diagonal: [Double], _ beside: [Double]) -> Double {
    diagonal.indices.reduce(0) { most, i in
      let left = i > 0 ? beside[i - 1] : 0
      return max(most, diagonal[i].magnitude + left + (i < beside.count ? beside[i] : 0))
    }
  }

  /// λ_max(T), by bisection on how many eigenvalues lie above.
  private static func largest(_ diagonal: [Double], _ beside: [Double]) -> Double {
    var high = size(diagonal, beside)
    var low = -high
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if isAbove(middle, diagonal, beside) { high = middle } else { low = middle }
    }
    return high
  }

  /// Whether x is above all eigenvalues: T − x is negative definite.
  private static func isAbove(_ x: Double, _ diagonal: [Double], _ beside: [Double]) -> Bool {
    var pivot = 0.0
    for i in diagonal.indices {
      pivot = diagonal[i] - x - (i > 0 ? beside[i - 1] * beside[i - 1] / pivot : 0)
      if pivot >= 0 { return false }
    }
    return true
  }
}
