/// dJ/dW of every layer, layer 1 first.
package struct WeightGradients: Sendable {
  private enum Storage: Sendable {
    case each([Matrix])
    /// dJ/du[l] · a[l−1]ᵀ, or what a norm makes of it in its place, twice in a layer that a mistake doubles.
    case outer(VectorList, VectorList, doubled: Int?)
  }

  private let storage: Storage

  init(_ matrices: [Matrix]) {
    storage = .each(matrices)
  }

  /// dJ/du of layers 1…L, and what their matrices are applied to.
  init(dU: VectorList, a: VectorList, doubled: Int? = nil) {
    storage = .outer(dU, a, doubled: doubled)
  }
}

extension WeightGradients: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .each(let matrices): matrices.count
    case .outer(let dU, _, _): dU.count
    }
  }

  package subscript(index: Int) -> Matrix {
    switch storage {
    case .each(let matrices): matrices[index]
    case .outer(let dU, let a, let doubled):
      .outer(index + 1 == doubled ? dU[index].scaled(by: Extended(2)) : dU[index], a[index])
    }
  }
}

extension WeightGradients: Hashable {
  package static func == (left: WeightGradients, right: WeightGradients) -> Bool {
    left.elementsEqual(right)
  }

  package func hash(into hasher: inout Hasher) {
    for matrix in self { hasher.combine(matrix) }
  }
}
