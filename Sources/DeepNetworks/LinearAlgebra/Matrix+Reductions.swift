extension Matrix {
  /// √Σ mᵢⱼ².
  package func frobeniusNorm() -> Extended {
    switch self {
    case .scaledIdentity(let factor, let n): factor.abs() * Extended(n).squareRoot()
    case .dense(let dense): dense.entries.norm()
    case .outer(let column, let row): column.norm() * row.norm()
    }
  }

  /// √(Σ mᵢⱼ² / (rows · columns)).
  package func rms() -> Extended {
    guard rows > 0, columns > 0 else { return .zero }
    return frobeniusNorm() / (Extended(rows) * Extended(columns)).squareRoot()
  }

  package func sum() -> Extended {
    switch self {
    case .scaledIdentity(let factor, let n): factor * Extended(n)
    case .dense(let dense): dense.entries.sum()
    case .outer(let column, let row): column.sum() * row.sum()
    }
  }

  package func maximum() -> Extended {
    switch self {
    case .scaledIdentity(let factor, let n): n == 1 ? factor : max(factor, .zero)
    case .dense(let dense): dense.entries.maximum()
    case .outer(let column, let row):
      // The largest product is one of the extremes'.
      Vector([
        column.maximum() * row.maximum(), column.minimum() * row.minimum(),
        column.maximum() * row.minimum(), column.minimum() * row.maximum(),
      ]).maximum()
    }
  }

  package func minimum() -> Extended {
    -(-self).maximum()
  }

  /// The sum of the diagonal.
  ///
  /// *Throws*: `.notSquare`.
  package func trace() throws(NetworkError) -> Extended {
    guard isSquare else { throw .notSquare(shape) }
    switch self {
    case .scaledIdentity(let factor, let n): return factor * Extended(n)
    case .outer(let column, let row): return column.product(row)
    case .dense(let dense): return Vector((0..<rows).map { dense[$0, $0] }).sum()
    }
  }
}
