import CKernels

/// A matrix of numbers of 64 `limbs` bits, each with an exponent of its own, row-major.
///
/// *Source*: Demmel, Gu, Eisenstat, Slapničar, Veselić and Drmač 1999 for what it is here for: a
/// factorisation that reveals the rank gives every singular value to as many digits as it has.
struct WideMatrix {
  let rows: Int
  let columns: Int
  let limbs: Int
  var words: [UInt64]

  var stride: Int { Wide.stride(limbs) }

  /// The entries, each without any rounding where `limbs` allows it.
  init(_ factor: ExactFactor, limbs: Int? = nil) {
    rows = factor.rows
    columns = factor.columns
    let most = limbs ?? factor.entries.reduce(1) { max($0, Wide.limbs(of: $1)) }
    self.limbs = most
    let stride = Wide.stride(most)
    words = [UInt64](repeating: 0, count: rows * columns * stride)
    // hi · 1 + lo · 1
    var parts = [UInt64](repeating: 0, count: 12)
    Wide.write(1, 0, limbs: 1, to: &parts, at: 6)
    Wide.write(1, 0, limbs: 1, to: &parts, at: 9)
    var work = [UInt64](repeating: 0, count: 2 * most + 8)
    for (index, entry) in factor.entries.enumerated() where !entry.isZero {
      for word in 0..<6 { parts[word] = 0 }
      Wide.write(entry.hi, entry.exponent, limbs: 1, to: &parts, at: 0)
      Wide.write(entry.lo, entry.exponent, limbs: 1, to: &parts, at: 3)
      parts.withUnsafeBufferPointer { pair in
        words.withUnsafeMutableBufferPointer { out in
          guard let pair = pair.baseAddress, let out = out.baseAddress else { return }
          fk_wide_dot(2, 1, pair, 3, 1, pair + 6, 3, most, out + index * stride, &work)
        }
      }
    }
  }

  private init(rows: Int, columns: Int, limbs: Int) {
    (self.rows, self.columns, self.limbs) = (rows, columns, limbs)
    words = [UInt64](repeating: 0, count: rows * columns * Wide.stride(limbs))
  }

  /// factor · self, with as many limbs as self has.
  func multiplied(by factor: WideMatrix) -> WideMatrix {
    var result = WideMatrix(rows: factor.rows, columns: columns, limbs: limbs)
    var work = [UInt64](repeating: 0, count: 3 * limbs + factor.limbs + 3)
    let (wide, narrow) = (stride, factor.stride)
    result.words.withUnsafeMutableBufferPointer { out in
      words.withUnsafeBufferPointer { b in
        factor.words.withUnsafeBufferPointer { a in
          guard let out = out.baseAddress, let a = a.baseAddress, let b = b.baseAddress
          else { return }
          for i in 0..<factor.rows {
            for j in 0..<columns {
              fk_wide_dot(
                rows,
                factor.limbs,
                a + i * rows * narrow,
                narrow,
                limbs,
                b + j * wide,
                columns * wide,
                limbs,
                out + (i * columns + j) * wide,
                &work
              )
            }
          }
        }
      }
    }
    return result
  }

  /// Entry (i, j) to 106 bits.
  func number(_ i: Int, _ j: Int) -> Extended {
    let place = (i * columns + j) * stride
    guard words[place] != 0 else { return .zero }
    let top = words[place + stride - 1]
    let next = limbs > 1 ? words[place + stride - 2] : 0
    let high = Double(top >> 11) * 0x1p-53
    let low = Double((top & 0x7ff) << 42 | next >> 22) * 0x1p-106
    let size = Extended(hi: high, lo: low, exponent: Int(Int64(bitPattern: words[place + 1])))
    return words[place] == 1 ? size : -size
  }

  /// Entry (i, j) to 53 bits: a significand in [1/2, 1], 0 for zero, and an exponent.
  func entry(_ i: Int, _ j: Int) -> (significand: Double, exponent: Int) {
    number((i * columns + j) * stride)
  }

  private func number(_ place: Int) -> (significand: Double, exponent: Int) {
    guard words[place] != 0 else { return (0, 0) }
    let size = Double(words[place + stride - 1]) * 0x1p-64
    let exponent = Int(Int64(bitPattern: words[place + 1]))
    return (words[place] == 1 ? size : -size, exponent)
  }
}
