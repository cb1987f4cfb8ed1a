import CKernels

/// A = Q R by Householder's reflections, by blocks: Q as reflectors, R row-major.
///
/// *Source*: Schreiber and Van Loan 1989 (compact WY form).
struct Orthogonalisation {
  let rows: Int
  let columns: Int
  /// min(rows, columns) × columns, zero below the diagonal.
  private(set) var r: [Double]
  /// The reflectors of each block of columns.
  private var blocks: [[Double]] = []

  private static let blockWidth = Int(FK_QR_BLOCK)

  var rank: Int { min(rows, columns) }

  /// Factors rows × columns row-major values.
  ///
  /// *Cost*: 2 rows · columns² − ⅔ columns³ multiplications and additions for rows ≥ columns.
  init(
    _ values: [Double],
    rows: Int,
    columns: Int,
    checkpoint: () throws -> Void
  ) rethrows {
    self.rows = rows
    self.columns = columns
    r = values
    let width = Orthogonalisation.blockWidth
    var work = [Double](repeating: 0, count: 2 * width * columns)
    for first in stride(from: 0, to: min(rows, columns), by: width) {
      let w = min(width, min(rows, columns) - first)
      var block = [Double](repeating: 0, count: w * (2 * (rows - first) + w))
      fk_qr_step(rows, columns, first, &r, columns, &block, &work)
      blocks.append(block)
      if rows * columns > 1 << 16 { try checkpoint() }
    }
    if rows > columns { r.removeLast((rows - columns) * columns) }
  }

  /// M Q, in place, for M of `count` rows and `rows` columns; a team shares M's rows.
  func turn(
    _ m: inout [Double],
    count: Int,
    on team: Team = Team(size: 1),
    checkpoint: () throws -> Void
  ) rethrows {
    let width = Orthogonalisation.blockWidth
    let pieces = min(team.size, count)
    guard pieces > 0 else { return }
    var work = [Double](repeating: 0, count: 2 * width * count)
    for (index, block) in blocks.enumerated() {
      let first = index * width
      let reflectors = min(width, rank - first)
      m.withUnsafeMutableBufferPointer { m in
        work.withUnsafeMutableBufferPointer { work in
          guard let m = m.baseAddress, let work = work.baseAddress else { return }
          team.run(pieces) { piece in
            let (from, to) = (piece * count / pieces, (piece + 1) * count / pieces)
            let own = work + 2 * width * from
            fk_qr_turn(to - from, rows, first, reflectors, m + from * rows, rows, block, own)
          }
        }
      }
      if rows * count > 1 << 16 { try checkpoint() }
    }
  }

  /// The first `rank` columns of Q, rows × rank.
  func basis() -> [Double] {
    var q = [Double](repeating: 0, count: rows * rows)
    for i in 0..<rows { q[i * rows + i] = 1 }
    turn(&q, count: rows) {}
    return Columns.leading(rank, of: q, rows: rows, columns: rows)
  }

  /// R X = B in place, for square R and B of `count` columns, row-major.
  func solveUpper(_ b: inout [Double], count: Int) {
    b.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for i in (0..<rank).reversed() {
        for k in i + 1..<max(columns, i + 1) {
          fk_axpy(base + i * count, -r[i * columns + k], base + k * count, count)
        }
        let inverse = 1 / r[i * columns + i]
        fk_scale(base + i * count, inverse, base + i * count, count)
      }
    }
  }

  /// The least and the largest |R's diagonal entry|.
  var diagonalRange: (Double, Double) {
    var (least, most) = (Double.infinity, 0.0)
    for i in 0..<rank {
      let size = r[i * columns + i].magnitude
      least = min(least, size)
      most = max(most, size)
    }
    return (least, most)
  }
}

/// Pieces of row-major arrays.
enum Columns {
  /// The columns in another order.
  static func reordered(_ values: [Double], _ order: [Int], rows: Int) -> [Double] {
    let count = order.count
    return (0..<rows).flatMap { i in order.map { values[i * count + $0] } }
  }

  /// The first columns, rows × count.
  static func leading(
    _ count: Int,
    of values: [Double],
    rows: Int,
    columns: Int
  ) -> [Double] {
    guard count < columns else { return values }
    var result: [Double] = []
    result.reserveCapacity(rows * count)
    for i in 0..<rows { result += values[i * columns..<i * columns + count] }
    return result
  }
}
