import CKernels

extension WideMatrix {
  /// P A Q = L D U, with the largest entry as the pivot.
  ///
  /// L (rows × rank) and U (rank × columns) are unit triangles of entries up to 1 in size. Permutations
  /// leave singular values as they are, so they are not kept.
  struct Elimination {
    let rank: Int
    /// Row-major.
    let lower: [Extended]
    let upper: [Extended]
    let pivots: [Extended]
  }

  /// Gaussian elimination to a given rank; nil where no pivot is left before.
  ///
  /// *Cost*: ⅔ rank · rows · columns products of numbers.
  func eliminated(rank: Int) -> Elimination? {
    var rest = self
    var lower = [Extended](repeating: .zero, count: rows * rank)
    var upper = [Extended](repeating: .zero, count: rank * columns)
    var pivots: [Extended] = []
    for k in 0..<rank {
      guard let (row, column) = rest.largest(from: k) else { return nil }
      rest.exchange(rows: k, row)
      for i in 0..<rank { lower.swapAt(k * rank + i, row * rank + i) }
      rest.exchange(columns: k, column)
      for i in 0..<rank { upper.swapAt(i * columns + k, i * columns + column) }
      let pivot = rest.number(k, k)
      pivots.append(pivot)
      for i in k..<rows { lower[i * rank + k] = rest.number(i, k) / pivot }
      for j in k..<columns { upper[k * columns + j] = rest.number(k, j) / pivot }
      if k + 1 < rank { rest.eliminate(k) }
    }
    return Elimination(rank: rank, lower: lower, upper: upper, pivots: pivots)
  }

  private func largest(from k: Int) -> (Int, Int)? {
    var best: (Int, Int)?
    var (size, power) = (0.0, Int.min)
    for i in k..<rows {
      for j in k..<columns {
        let (significand, exponent) = entry(i, j)
        guard significand != 0, exponent >= power else { continue }
        if exponent > power || significand.magnitude > size {
          (best, size, power) = ((i, j), significand.magnitude, exponent)
        }
      }
    }
    return best
  }

  private mutating func exchange(rows a: Int, _ b: Int) {
    guard a != b else { return }
    let count = columns * stride
    for word in 0..<count { words.swapAt(a * count + word, b * count + word) }
  }

  private mutating func exchange(columns a: Int, _ b: Int) {
    guard a != b else { return }
    for i in 0..<rows {
      for word in 0..<stride {
        words.swapAt((i * columns + a) * stride + word, (i * columns + b) * stride + word)
      }
    }
  }

  /// a[i][j] −= a[i][k] / a[k][k] · a[k][j] for i, j > k.
  private mutating func eliminate(_ k: Int) {
    let (rows, columns, limbs, stride) = (rows, columns, limbs, stride)
    let divisor = negativeReciprocal(ofEntry: k)
    // 1 and minus the multiplier, for a[i][j] and a[k][j].
    var factors = [UInt64](repeating: 0, count: 2 * stride)
    Wide.write(1, 0, limbs: limbs, to: &factors, at: 0)
    var both = [UInt64](repeating: 0, count: 2 * stride)
    var work = [UInt64](repeating: 0, count: 4 * limbs + 3)
    words.withUnsafeMutableBufferPointer { buffer in
      factors.withUnsafeMutableBufferPointer { factors in
        both.withUnsafeMutableBufferPointer { both in
          guard let base = buffer.baseAddress, let factors = factors.baseAddress,
            let both = both.baseAddress
          else { return }
          for i in k + 1..<rows {
            let head = base + (i * columns + k) * stride
            guard head[0] != 0 else { continue }
            fk_wide_dot(1, limbs, head, 0, limbs, divisor, 0, limbs, factors + stride, &work)
            for j in k + 1..<columns {
              let above = base + (k * columns + j) * stride
              guard above[0] != 0 else { continue }
              let entry = base + (i * columns + j) * stride
              both.update(from: entry, count: stride)
              (both + stride).update(from: above, count: stride)
              fk_wide_dot(2, limbs, factors, stride, limbs, both, stride, limbs, entry, &work)
            }
          }
        }
      }
    }
  }

  /// −1/b of the entry b = (k, k), by Newton's x ← x (2 − b x).
  private func negativeReciprocal(ofEntry k: Int) -> [UInt64] {
    let place = (k * columns + k) * stride
    let pivot = entry(k, k)
    // 2 and b; 1 and −x; x beside 2 − b x.
    var left = [UInt64](repeating: 0, count: 2 * stride)
    Wide.write(2, 0, limbs: limbs, to: &left, at: 0)
    left.replaceSubrange(stride..<2 * stride, with: words[place..<place + stride])
    var right = [UInt64](repeating: 0, count: 2 * stride)
    Wide.write(1, 0, limbs: limbs, to: &right, at: 0)
    var negative = [UInt64](repeating: 0, count: stride)
    Wide.write(-1 / pivot.significand, -pivot.exponent, limbs: limbs, to: &negative, at: 0)
    var rest = [UInt64](repeating: 0, count: stride)
    var work = [UInt64](repeating: 0, count: 4 * limbs + 3)
    var bits = 40
    while bits < 64 * limbs {
      right.replaceSubrange(stride..<2 * stride, with: negative)
      fk_wide_dot(2, limbs, left, stride, limbs, right, stride, limbs, &rest, &work)
      let last = negative
      fk_wide_dot(1, limbs, last, 0, limbs, rest, 0, limbs, &negative, &work)
      bits *= 2
    }
    return negative
  }
}
