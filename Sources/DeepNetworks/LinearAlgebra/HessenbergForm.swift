/// A square matrix of doubles, similar to a given one, with zeros below its first subdiagonal.
///
/// Balanced first by powers of two, which is exact, so that rows and columns are of one size; then by
/// Householder's reflections. *Cost*: 10 n³/3 multiplications and additions. *Source*: Parlett and
/// Reinsch 1969; Martin and Wilkinson 1968.
struct HessenbergForm {
  let size: Int
  /// Row by row.
  private(set) var entries: [Double]

  init(_ entries: [Double], size: Int) {
    self.size = size
    self.entries = entries
    balance()
    reduce()
  }

  private subscript(i: Int, j: Int) -> Double {
    get { entries[i * size + j] }
    set { entries[i * size + j] = newValue }
  }

  /// Scales row i by 1/f and column i by f until each row is as large as its column.
  private mutating func balance() {
    var isBalanced = false
    while !isBalanced {
      isBalanced = true
      for i in 0..<size {
        var (column, row) = (0.0, 0.0)
        for j in 0..<size where j != i {
          column += self[j, i].magnitude
          row += self[i, j].magnitude
        }
        guard column != 0, row != 0 else { continue }
        let sum = column + row
        var factor = 1.0
        while column < row / 2 {
          factor *= 2
          column *= 4
        }
        while column >= row * 2 {
          factor /= 2
          column /= 4
        }
        guard (column + row) / factor < 0.95 * sum else { continue }
        isBalanced = false
        for j in 0..<size { self[i, j] /= factor }
        for j in 0..<size { self[j, i] *= factor }
      }
    }
  }

  /// H A H for a reflection in each column that makes its lower part one number.
  private mutating func reduce() {
    guard size > 2 else { return }
    for column in 0..<size - 2 {
      var v = (column + 1..<size).map { self[$0, column] }
      let largest = v.reduce(0) { max($0, $1.magnitude) }
      guard v.dropFirst().contains(where: { $0 != 0 }) else { continue }
      // Over their largest, so that no square leaves the doubles.
      v = v.map { $0 / largest }
      let norm = v.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let top = v[0] < 0 ? -norm : norm
      v[0] += top
      let half = top * v[0]
      reflect(v, half, from: column)
      self[column + 1, column] = -top * largest
      for i in column + 2..<size { self[i, column] = 0 }
    }
  }

  /// I − v vᵀ/half from both sides, on the rows and columns from `column` + 1 on.
  private mutating func reflect(_ v: [Double], _ half: Double, from column: Int) {
    let first = column + 1
    for j in column..<size {
      var sum = 0.0
      for i in v.indices { sum += v[i] * self[first + i, j] }
      sum /= half
      for i in v.indices { self[first + i, j] -= sum * v[i] }
    }
    for i in 0..<size {
      var sum = 0.0
      for j in v.indices { sum += v[j] * self[i, first + j] }
      sum /= half
      for j in v.indices { self[i, first + j] -= sum * v[j] }
    }
  }
}
