import CKernels

/// S = diag(2^e) Y: a matrix whose rows have exponents of their own, so that a product's small
/// singular values stay beside its large ones.
struct GradedRows {
  private(set) var rows: Int
  let columns: Int
  private(set) var values: [Double]
  private(set) var exponents: [Int64]

  /// The exponent of a row of zeros.
  static let none = Int64.min / 4

  /// The identity.
  init(identity n: Int) {
    rows = n
    columns = n
    values = [Double](repeating: 0, count: n * n)
    exponents = Array(repeating: 0, count: n)
    for i in 0..<n { values[i * n + i] = 1 }
  }

  /// diag(d) Y for numbers d; row-major values.
  init(_ values: [Double], columns: Int, scales: [Extended]) {
    rows = scales.count
    self.columns = columns
    self.values = values
    exponents = scales.map { Int64($0.exponent) }
    for (i, scale) in scales.enumerated() {
      for j in i * columns..<(i + 1) * columns { self.values[j] *= scale.hi }
    }
    for i in 0..<rows { normalise(row: i) }
  }

  /// S ← R S for R of `count` × rows, row i of R times 2^shifts[i]; R's column j meets row order[j].
  ///
  /// `upper` says that R is zero below its diagonal.
  mutating func multiply(
    by r: [Double],
    count: Int,
    order: [Int]? = nil,
    shifts: [Int]? = nil,
    checkpoint: () throws -> Void
  ) rethrows {
    if let order { reorder(order) }
    var scaled = [Double](repeating: 0, count: count * rows)
    var result = [Double](repeating: 0, count: count * columns)
    var tops = [Int64](repeating: GradedRows.none, count: count)
    for i in 0..<count { tops[i] = scale(row: i, of: r, into: &scaled) }
    let block = 32
    for first in stride(from: 0, to: count, by: block) {
      let height = min(block, count - first)
      let depth = rows - first
      product(scaled, first, height, depth, &result)
      if height * depth * columns > 1 << 18 { try checkpoint() }
    }
    rows = count
    values = result
    exponents = tops
    for i in 0..<count {
      if let shifts, exponents[i] != GradedRows.none { exponents[i] += Int64(shifts[i]) }
      normalise(row: i)
    }
  }

  /// Rows by exponent, largest first; nil where they are so already, to a factor of 2^8.
  func sizeOrder() -> [Int]? {
    var least = Int64.max
    var isSorted = true
    for exponent in exponents {
      if exponent > least, exponent - least > 8 { isSorted = false }
      least = min(least, exponent)
    }
    guard !isSorted else { return nil }
    return exponents.indices.sorted {
      exponents[$0] != exponents[$1] ? exponents[$0] > exponents[$1] : $0 < $1
    }
  }

  mutating func reorder(_ order: [Int]) {
    var moved: [Double] = []
    moved.reserveCapacity(values.count)
    for j in order { moved += values[j * columns..<(j + 1) * columns] }
    exponents = order.map { exponents[$0] }
    values = moved
  }

  /// R's row times 2^(eₖ − top), top the exponent of its largest product; returns top.
  private func scale(row i: Int, of r: [Double], into scaled: inout [Double]) -> Int64 {
    var top = GradedRows.none
    for k in i..<rows where r[i * rows + k] != 0 && exponents[k] != GradedRows.none {
      top = max(top, exponents[k] + Int64(r[i * rows + k].exponent))
    }
    guard top != GradedRows.none else { return top }
    for k in i..<rows where exponents[k] != GradedRows.none {
      let power = exponents[k] - top
      let value = r[i * rows + k]
      if power > -1000, power < 1000 {
        scaled[i * rows + k] = value * .powerOfTwo(Int(power))
      } else if power > -2200 {
        scaled[i * rows + k] = value.scaled(Int(min(power, 2200)))
      }
    }
    return top
  }

  private func product(
    _ scaled: [Double],
    _ first: Int,
    _ height: Int,
    _ depth: Int,
    _ result: inout [Double]
  ) {
    result.withUnsafeMutableBufferPointer { out in
      scaled.withUnsafeBufferPointer { a in
        values.withUnsafeBufferPointer { y in
          guard let a = a.baseAddress, let y = y.baseAddress, let out = out.baseAddress
          else { return }
          fk_gemm(
            height,
            columns,
            depth,
            a + first * rows + first,
            rows,
            y + first * columns,
            columns,
            out + first * columns,
            columns
          )
        }
      }
    }
  }

  /// Brings a row's largest entry into [1, 2).
  private mutating func normalise(row i: Int) {
    let columns = columns
    var shift: Int64?
    values.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let row = base + i * columns
      let largest = fk_maxabs(row, columns)
      guard largest > 0 else { return }
      let power = Int(largest.exponent)
      shift = Int64(power)
      guard power != 0 else { return }
      for j in 0..<columns { row[j] = row[j].scaled(-power) }
    }
    if let shift { exponents[i] += shift } else { exponents[i] = GradedRows.none }
  }
}

extension Extended {
  /// The value times 2^power.
  func shifted(_ power: Int64) -> Extended {
    isZero ? self : Extended(hi: hi, lo: lo, exponent: exponent + Int(power))
  }
}
