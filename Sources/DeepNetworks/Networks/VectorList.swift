/// The vectors of a pass's layers, in a row.
///
/// Where all have one width and none is spread they may lie in three shared arrays; a vector is then
/// made when it is asked for. That makes a deep network of small layers cheap: allocations would cost more than its
/// arithmetic.
package struct VectorList: Sendable {
  /// Vectors of one width after another.
  struct Flat: Sendable {
    let width: Int
    let hi: [Double]
    let lo: [Double]
    let exponents: [Int]

    subscript(index: Int) -> Vector {
      let range = index * width..<(index + 1) * width
      let low = lo[range]
      return Vector(
        canonicalHi: Array(hi[range]),
        lo: low.allSatisfy { $0 == 0 } ? [] : Array(low),
        exponent: exponents[index]
      )
    }
  }

  private enum Storage: Sendable {
    case each([Vector])
    /// Without so many of the first.
    case flat(Flat, skipped: Int)
  }

  private let storage: Storage

  init(_ vectors: [Vector]) {
    storage = .each(vectors)
  }

  init(_ flat: Flat, skipping skipped: Int = 0) {
    storage = .flat(flat, skipped: skipped)
  }
}

extension VectorList: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .each(let vectors): vectors.count
    case .flat(let flat, let skipped): flat.exponents.count - skipped
    }
  }

  package subscript(index: Int) -> Vector {
    switch storage {
    case .each(let vectors): vectors[index]
    case .flat(let flat, let skipped): flat[index + skipped]
    }
  }
}

extension VectorList: Hashable {
  package static func == (left: VectorList, right: VectorList) -> Bool {
    left.elementsEqual(right)
  }

  package func hash(into hasher: inout Hasher) {
    for vector in self { hasher.combine(vector) }
  }
}
