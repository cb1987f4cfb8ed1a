/// R D U in double-double, of P J Q = L D U and L = Q R: rows whose norms are J's singular values once
/// they are orthogonal.
///
/// *Source*: as `WideProduct`.
struct PreciseRows {
  private var rows: [[Extended]]

  /// *Cost*: rank² · (rows + columns) products.
  init(_ parts: WideMatrix.Elimination, rows count: Int) {
    let rank = parts.rank
    let columns = parts.upper.count / max(rank, 1)
    var left = (0..<rank).map { k in (0..<count).map { parts.lower[$0 * rank + k] } }
    let right = (0..<rank).map { k in
      parts.upper[k * columns..<(k + 1) * columns].map { $0 * parts.pivots[k] }
    }
    rows = Array(repeating: Array(repeating: .zero, count: columns), count: rank)
    // Gram and Schmidt's: L is far from singular.
    for k in 0..<rank {
      let size = Self.product(left[k], left[k]).squareRoot()
      let unit = left[k].map { $0 / size }
      for j in k..<rank {
        let share = Self.product(unit, left[j])
        left[j] = zip(left[j], unit).map { $0 - share * $1 }
        rows[k] = zip(rows[k], right[j]).map { $0 + share * $1 }
      }
    }
  }

  /// Largest first, by one-sided Jacobi.
  func singularValues() -> [Extended] {
    var rows = rows
    let tolerance = Extended(0x1p-94)
    for _ in 0..<60 {
      rows.sort { Self.product($0, $0) > Self.product($1, $1) }
      var isDone = true
      for i in rows.indices {
        for j in i + 1..<max(rows.count, i + 1) {
          let (a, b) = (Self.product(rows[i], rows[i]), Self.product(rows[j], rows[j]))
          let c = Self.product(rows[i], rows[j])
          guard !c.isZero, c.abs() > tolerance * (a * b).squareRoot() else { continue }
          isDone = false
          let half = (b - a) / (c * 2)
          let size = Extended.one / (half.abs() + (.one + half * half).squareRoot())
          let tangent = half.isNegative ? -size : size
          let cosine = Extended.one / (.one + tangent * tangent).squareRoot()
          let sine = cosine * tangent
          let (x, y) = (rows[i], rows[j])
          rows[i] = zip(x, y).map { cosine * $0 - sine * $1 }
          rows[j] = zip(x, y).map { sine * $0 + cosine * $1 }
        }
      }
      if isDone { break }
    }
    return rows.map { Self.product($0, $0).squareRoot() }.sorted(by: >)
  }

  private static func product(_ a: [Extended], _ b: [Extended]) -> Extended {
    zip(a, b).reduce(.zero) { $0 + $1.0 * $1.1 }
  }
}
