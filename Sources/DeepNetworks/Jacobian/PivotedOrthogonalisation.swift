import CKernels

/// A P = Q R with rows of very different size, and with a rank.
///
/// A meets rows of S of very different size: column j weighs 2^weights[j]. Rows of A diag(2^weights)
/// are sorted by size and its columns exchanged, so that each row's error is relative to that row
/// (Powell and Reid 1969, Cox and Higham 1998); what is left below rounding of every row of A counts
/// as zero. R's row k has the exponent `exponents[k]`.
struct PivotedOrthogonalisation {
  let rank: Int
  /// rank × columns, row-major, in the exchanged order of columns.
  let r: [Double]
  let exponents: [Int]
  /// Column j of R is column `order[j]` of A.
  let order: [Int]
  /// Q, rows × rank, row-major.
  let basis: [Double]

  init(
    _ values: [Double],
    rows: Int,
    columns: Int,
    weights: [Int64],
    checkpoint: () throws -> Void
  ) rethrows {
    let sizes = (0..<rows).map { i in
      values[i * columns..<(i + 1) * columns].reduce(0) { max($0, $1.magnitude) }
    }
    let keys = (0..<rows).map { i in
      (0..<columns).map { j in Key(values[i * columns + j], weights[j]) }.max() ?? Key(0, 0)
    }
    let places = (0..<rows).sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] > keys[$1] }
    var work = Work(values, rows: rows, columns: columns, places: places, weights: weights)
    work.noise = places.map { sizes[$0] * 4 * Double(columns) * 0x1p-52 }
    var reflectors: [[Double]] = []
    var factors: [Double] = []
    var rexp: [Int] = []
    for k in 0..<min(rows, columns) {
      work.rescale(from: k)
      guard work.hasSignal(from: k) else { break }
      work.exchange(at: k)
      let (reflector, factor) = work.reflect(column: k)
      reflectors.append(reflector)
      factors.append(factor)
      rexp.append(-work.shift)
      try checkpoint()
    }
    rank = reflectors.count
    exponents = rexp
    order = work.order
    var r = [Double](repeating: 0, count: rank * columns)
    for k in 0..<rank {
      for j in k..<columns { r[k * columns + j] = work.columns[j][k] }
    }
    self.r = r
    basis = PivotedOrthogonalisation.basis(reflectors, factors, places: places)
  }

  /// The reflectors' product applied to unit vectors, rows back in their places.
  private static func basis(
    _ reflectors: [[Double]],
    _ factors: [Double],
    places: [Int]
  ) -> [Double] {
    let (rows, rank) = (places.count, reflectors.count)
    var result = [Double](repeating: 0, count: rows * rank)
    for c in 0..<rank {
      var x = [Double](repeating: 0, count: rows)
      x[c] = 1
      for k in (0...c).reversed() {
        let count = rows - k
        x.withUnsafeMutableBufferPointer { buffer in
          guard let base = buffer.baseAddress else { return }
          let product = fk_dot(reflectors[k], base + k, count)
          fk_axpy(base + k, -factors[k] * product, reflectors[k], count)
        }
      }
      for (i, place) in places.enumerated() { result[place * rank + c] = x[i] }
    }
    return result
  }

  /// The size |x| 2^weight, comparable at any weight.
  private struct Key: Comparable {
    let exponent: Int64
    let significand: Double

    init(_ x: Double, _ weight: Int64) {
      exponent = x == 0 ? Int64.min : weight + Int64(x.exponent)
      significand = x == 0 ? 0 : x.magnitude.significand
    }

    static func < (a: Key, b: Key) -> Bool {
      (a.exponent, a.significand) < (b.exponent, b.significand)
    }
  }

  /// The matrix on its way, by columns, rows sorted.
  private struct Work {
    var columns: [[Double]]
    var order: [Int]
    let weights: [Int64]
    /// Below this a row's entries are rounding, at the present scale.
    var noise: [Double] = []
    /// What is left has been multiplied by 2^shift.
    var shift = 0

    init(_ values: [Double], rows: Int, columns count: Int, places: [Int], weights: [Int64]) {
      self.weights = weights
      columns = (0..<count).map { j in places.map { values[$0 * count + j] } }
      order = Array(0..<count)
    }

    /// Keeps squares of what is left from underflowing.
    mutating func rescale(from k: Int) {
      var most = 0.0
      for j in k..<columns.count {
        for i in k..<columns[j].count { most = max(most, columns[j][i].magnitude) }
      }
      guard most > 0, most < 0x1p-100 else { return }
      let power = -Int(most.exponent)
      shift += power
      for j in k..<columns.count {
        for i in k..<columns[j].count { columns[j][i] = columns[j][i].scaled(power) }
      }
      for i in k..<noise.count { noise[i] = noise[i].scaled(power) }
    }

    /// Whether any row has more than rounding left.
    func hasSignal(from k: Int) -> Bool {
      (k..<columns.count).contains { j in
        (k..<noise.count).contains { i in columns[j][i].magnitude > noise[i] }
      }
    }

    /// Brings the largest remaining column to place k.
    mutating func exchange(at k: Int) {
      var (best, largest) = (k, Key(0, 0))
      for j in k..<columns.count {
        let square = columns[j][k...].reduce(0) { $0 + $1 * $1 }
        let size = Key(square.squareRoot(), weights[order[j]])
        if size > largest { (best, largest) = (j, size) }
      }
      columns.swapAt(k, best)
      order.swapAt(k, best)
    }

    /// Reflects column k to the diagonal and the columns right of it along.
    mutating func reflect(column k: Int) -> (reflector: [Double], factor: Double) {
      var v = Array(columns[k][k...])
      let norm = fk_sumsq(v, v.count).squareRoot()
      let head = v[0]
      let top = head < 0 ? norm : -norm
      v[0] = head - top
      let factor = 1 / (norm * (norm + head.magnitude))
      for j in columns.indices where j > k {
        columns[j].withUnsafeMutableBufferPointer { buffer in
          guard let base = buffer.baseAddress else { return }
          let product = fk_dot(v, base + k, v.count)
          fk_axpy(base + k, -factor * product, v, v.count)
        }
      }
      columns[k][k] = top
      for i in columns[k].indices where i > k { columns[k][i] = 0 }
      return (v, factor)
    }
  }
}
