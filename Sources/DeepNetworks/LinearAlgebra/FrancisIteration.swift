/// Eigenvalues of a matrix in Hessenberg form by QR steps with two shifts at once, in real arithmetic.
///
/// *Cost*: about 10 n³ multiplications and additions. *Source*: Francis 1961; Martin, Peters and
/// Wilkinson 1970, "The QR algorithm for real Hessenberg matrices".
struct FrancisIteration {
  /// A number with its imaginary part.
  struct Found {
    let real: Double
    let imaginary: Double
  }

  private let size: Int
  private var entries: [Double]
  /// What has been taken off the diagonal.
  private var shift = 0.0
  private var found: [Found] = []

  /// So many steps without an eigenvalue end it.
  private static let mostSteps = 60

  init(_ form: HessenbergForm) {
    size = form.size
    entries = form.entries
  }

  private subscript(i: Int, j: Int) -> Double {
    get { entries[i * size + j] }
    set { entries[i * size + j] = newValue }
  }

  /// All eigenvalues; nil where the steps do not settle.
  mutating func run(checkpoint: (Double) throws -> Void) rethrows -> [Found]? {
    let norm = entries.reduce(0) { $0 + $1.magnitude }
    var last = size - 1
    var steps = 0
    while last >= 0 {
      let first = top(of: last, norm)
      if first == last {
        found.append(Found(real: self[last, last] + shift, imaginary: 0))
        (last, steps) = (last - 1, 0)
      } else if first == last - 1 {
        takePair(last)
        (last, steps) = (last - 2, 0)
      } else {
        guard steps < FrancisIteration.mostSteps else { return nil }
        steps += 1
        step(first, last, steps)
        try checkpoint(Double(size - 1 - last) / Double(size))
      }
    }
    return found
  }

  /// The first row of the block that ends in `last`, above which the subdiagonal is negligible.
  private mutating func top(of last: Int, _ norm: Double) -> Int {
    for row in stride(from: last, to: 0, by: -1) {
      let around = self[row - 1, row - 1].magnitude + self[row, row].magnitude
      let size = around == 0 ? norm : around
      if self[row, row - 1].magnitude <= 0x1p-53 * size {
        self[row, row - 1] = 0
        return row
      }
    }
    return 0
  }

  /// The eigenvalues of the 2 × 2 block that ends in `last`.
  private mutating func takePair(_ last: Int) {
    let (x, y) = (self[last, last], self[last - 1, last - 1])
    let product = self[last, last - 1] * self[last - 1, last]
    let half = (y - x) / 2
    let square = half * half + product
    let root = square.magnitude.squareRoot()
    guard square >= 0 else {
      for imaginary in [root, -root] {
        found.append(Found(real: x + shift + half, imaginary: imaginary))
      }
      return
    }
    let far = half + (half < 0 ? -root : root)
    found.append(Found(real: x + shift + far, imaginary: 0))
    found.append(Found(real: x + shift - (far == 0 ? 0 : product / far), imaginary: 0))
  }

  /// One step on the rows and columns from `first` to `last`.
  private mutating func step(_ first: Int, _ last: Int, _ steps: Int) {
    var (x, y) = (self[last, last], self[last - 1, last - 1])
    var product = self[last, last - 1] * self[last - 1, last]
    if steps % 10 == 0 {
      // An exceptional shift, where the usual one goes round in a circle.
      shift += x
      for i in 0...last { self[i, i] -= x }
      let size = self[last, last - 1].magnitude + self[last - 1, last - 2].magnitude
      (x, y) = (0.75 * size, 0.75 * size)
      product = -0.4375 * size * size
    }
    var start = last - 2
    var column = [0.0, 0, 0]
    while true {
      column = self.column(start, x, y, product)
      if start == first { break }
      let small = self[start, start - 1].magnitude * (column[1].magnitude + column[2].magnitude)
      let around =
        self[start - 1, start - 1].magnitude + self[start, start].magnitude
        + self[start + 1, start + 1].magnitude
      if small <= 0x1p-53 * column[0].magnitude * around { break }
      start -= 1
    }
    for i in start + 2...last {
      self[i, i - 2] = 0
      if i > start + 2 { self[i, i - 3] = 0 }
    }
    for k in start..<last { chase(k, from: start, first, last, &column) }
  }

  /// The first column of the double shift at a row, over its size.
  private func column(_ row: Int, _ x: Double, _ y: Double, _ product: Double) -> [Double] {
    let here = self[row, row]
    let (r, s) = (x - here, y - here)
    let p = (r * s - product) / self[row + 1, row] + self[row, row + 1]
    let q = self[row + 1, row + 1] - here - r - s
    let last = self[row + 2, row + 1]
    let size = p.magnitude + q.magnitude + last.magnitude
    return [p / size, q / size, last / size]
  }

  /// Moves the bulge one row down by a reflection from both sides.
  private mutating func chase(
    _ k: Int,
    from start: Int,
    _ first: Int,
    _ last: Int,
    _ column: inout [Double]
  ) {
    let isLast = k + 1 == last
    var size = 1.0
    if k > start {
      column = [self[k, k - 1], self[k + 1, k - 1], isLast ? 0 : self[k + 2, k - 1]]
      size = column.reduce(0) { $0 + $1.magnitude }
      if size == 0 { return }
      column = column.map { $0 / size }
    }
    let norm = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
    if norm == 0 { return }
    let signed = column[0] < 0 ? -norm : norm
    if k > start {
      self[k, k - 1] = -signed * size
    } else if first < start {
      self[k, k - 1] = -self[k, k - 1]
    }
    let top = column[0] + signed
    let v = [top / signed, column[1] / signed, column[2] / signed]
    let w = [1, column[1] / top, column[2] / top]
    let count = isLast ? 2 : 3
    for j in k...last {
      var sum = 0.0
      for i in 0..<count { sum += w[i] * self[k + i, j] }
      for i in 0..<count { self[k + i, j] -= sum * v[i] }
    }
    for i in first...min(last, k + 3) {
      var sum = 0.0
      for j in 0..<count { sum += v[j] * self[i, k + j] }
      for j in 0..<count { self[i, k + j] -= sum * w[j] }
    }
  }
}
