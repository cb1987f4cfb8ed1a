/// How far the entries of a small matrix's powers may be from what they are, by their rounding.
///
/// ```
/// |fl(R S) − R S| ≤ D_R |S| + |R| D_S + n u |R| |S|,  u = 2^-102
/// ```
/// entry by entry, D the doubts of the factors. *Source*: Higham 2002, section 3.5.
struct PowerDoubt {
  private var ofResult: [Extended]
  private var ofSquare: [Extended]
  private let size: Int

  /// Nil for a matrix that is large, no square one, or has no entries of its own.
  init?(_ matrix: Matrix) {
    guard case .dense(let dense) = matrix, dense.rows <= 8, dense.rows == dense.columns else {
      return nil
    }
    size = dense.rows
    ofResult = Array(repeating: .zero, count: size * size)
    ofSquare = ofResult
  }

  mutating func multiply(_ result: Matrix, by square: Matrix) {
    ofResult = doubt(sizes(result), ofResult, sizes(square), ofSquare)
  }

  mutating func square(_ square: Matrix) {
    let sizes = sizes(square)
    ofSquare = doubt(sizes, ofSquare, sizes, ofSquare)
  }

  /// Whether an entry of the result is no larger than its doubt.
  func hasLost(_ result: Matrix) -> Bool {
    zip(sizes(result), ofResult).contains { !$1.isZero && $0 <= $1 }
  }

  private func sizes(_ matrix: Matrix) -> [Extended] {
    (0..<size * size).map { matrix[$0 / size, $0 % size].abs() }
  }

  private func doubt(
    _ a: [Extended],
    _ doubtOfA: [Extended],
    _ b: [Extended],
    _ doubtOfB: [Extended]
  ) -> [Extended] {
    let unit = Extended(hi: Double(size), lo: 0, exponent: -102)
    return (0..<size * size).map { place in
      var total = Extended.zero
      for k in 0..<size {
        let (left, right) = (place / size * size + k, k * size + place % size)
        total =
          total + doubtOfA[left] * b[right]
          + a[left] * (doubtOfB[right] + unit * b[right])
      }
      return total
    }
  }
}
