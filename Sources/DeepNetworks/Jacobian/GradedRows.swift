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
  /// R is zero below its diagonal. Rows are shared out to a team: each is the same
  /// whoever takes it.
  mutating func multiply(
    by r: [Double],
    count: Int,
    order: [Int]? = nil,
    shifts: [Int]? = nil,
    on team: Team = Team(size: 1),
    checkpoint: () throws -> Void
  ) rethrows {
    if let order { reorder(order) }
    let (old, height) = (self, rows)
    rows = count
    values = [Double](repeating: 0, count: count * columns)
    exponents = Array(repeating: GradedRows.none, count: count)
    let block = 32
    let blocks = (count + block - 1) / block
    let isLong = block * height * columns > 1 << 18
    let together = isLong ? team.size : max(blocks, 1)
    for start in stride(from: 0, to: blocks, by: together) {
      values.withUnsafeMutableBufferPointer { values in
        exponents.withUnsafeMutableBufferPointer { exponents in
          guard let out = values.baseAddress, let tops = exponents.baseAddress else { return }
          team.run(min(together, blocks - start)) { piece in
            let first = (start + piece) * block
            let part = first..<min(first + block, count)
            old.multiply(part, of: r, shifts, into: out, tops)
          }
        }
      }
      if isLong { try checkpoint() }
    }
  }

  /// Some rows of R S, which is zero left of R's diagonal, and their exponents.
  private func multiply(
    _ part: Range<Int>,
    of r: [Double],
    _ shifts: [Int]?,
    into out: UnsafeMutablePointer<Double>,
    _ tops: UnsafeMutablePointer<Int64>
  ) {
    let first = part.lowerBound
    let depth = rows - first
    var scaled = [Double](repeating: 0, count: part.count * depth)
    for i in part {
      let row = (i - first) * depth
      tops[i] = scale(row: i, of: r, into: &scaled, at: row + i - first)
    }
    let block = out + first * columns
    values.withUnsafeBufferPointer { y in
      guard let y = y.baseAddress else { return }
      fk_gemm(
        part.count,
        columns,
        depth,
        scaled,
        depth,
        y + first * columns,
        columns,
        block,
        columns
      )
    }
    for i in part {
      if let shifts, tops[i] != GradedRows.none { tops[i] += Int64(shifts[i]) }
      if let power = GradedRows.normalise(out + i * columns, columns) {
        tops[i] += power
      } else {
        tops[i] = GradedRows.none
      }
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

  /// R's row from its diagonal on times 2^(eₖ − top), top the exponent of its largest product, from
  /// a place of `scaled` on; returns top.
  private func scale(
    row i: Int,
    of r: [Double],
    into scaled: inout [Double],
    at place: Int
  ) -> Int64 {
    r.withUnsafeBufferPointer { r in
      exponents.withUnsafeBufferPointer { exponents in
        scaled.withUnsafeMutableBufferPointer { scaled in
          let row = i * rows
          var top = GradedRows.none
          for k in i..<rows where r[row + k] != 0 && exponents[k] != GradedRows.none {
            top = max(top, exponents[k] + Int64(r[row + k].exponent))
          }
          guard top != GradedRows.none else { return top }
          for k in i..<rows where exponents[k] != GradedRows.none {
            let power = exponents[k] - top
            let value = r[row + k]
            if power > -1000, power < 1000 {
              scaled[place + k - i] = value * .powerOfTwo(Int(power))
            } else if power > -2200 {
              scaled[place + k - i] = value.scaled(Int(min(power, 2200)))
            }
          }
          return top
        }
      }
    }
  }

  /// Brings a row's largest entry into [1, 2).
  private mutating func normalise(row i: Int) {
    let columns = columns
    let power = values.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { GradedRows.normalise($0 + i * columns, columns) }
    }
    if let power { exponents[i] += power } else { exponents[i] = GradedRows.none }
  }

  /// The power of two by which a row was too large; nil for zeros.
  private static func normalise(_ row: UnsafeMutablePointer<Double>, _ count: Int) -> Int64? {
    let largest = fk_maxabs(row, count)
    guard largest > 0 else { return nil }
    let power = Int(largest.exponent)
    if -1000...1000 ~= power {
      if power != 0 { fk_scale(row, .powerOfTwo(-power), row, count) }
    } else {
      for j in 0..<count { row[j] = row[j].scaled(-power) }
    }
    return Int64(power)
  }
}

extension Extended {
  /// The value times 2^power.
  func shifted(_ power: Int64) -> Extended {
    isZero ? self : Extended(hi: hi, lo: lo, exponent: exponent + Int(power))
  }
}
