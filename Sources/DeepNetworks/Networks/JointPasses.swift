/// A forward pass of several samples at once, whose batch norms take their statistics over them.
package struct JointForward: Sendable, Hashable {
  /// Each sample's pass, in their order.
  package let samples: [Forward]
  /// 1/√(var u + ε) of the units before each batch norm, layer 1 first; empty where there is none.
  let inverses: [Vector]
}

/// A backward pass of several samples at once, of J as the mean of theirs.
package struct JointGradients: Sendable, Hashable {
  /// What J's gradients are by each sample's vectors; dJ/dW and dJ/db are each sample's share.
  package let samples: [Gradients]
  /// The format of the passes; nil in extended range.
  let format: NumberFormat?

  /// dJ/dW[layer], for layers 1…L: the sum of the samples' shares, in a format rounded at each.
  package func dW(_ layer: Int) -> Matrix {
    let shares = samples.map { $0.dW(layer).dense.entries }
    let (rows, columns) = (samples[0].dU[layer - 1].count, shares[0].count)
    return .dense(DenseMatrix(unchecked: rows, columns / rows, sum(shares)))
  }

  /// dJ/db[layer], for layers 1…L.
  package func dB(_ layer: Int) -> Vector { sum(samples.map { $0.dB(layer) }) }

  private func sum(_ vectors: [Vector]) -> Vector {
    vectors.dropFirst().reduce(vectors[0]) { sum, vector in
      let next = sum.adding(vector)
      return format.map { Vector($0.rounded(next)) } ?? next
    }
  }
}

extension Matrix {
  /// The matrix with these rows, one or more of one length.
  package init(rows: [Vector]) {
    let entries = Vector(rows.flatMap(\.elements))
    self = .dense(DenseMatrix(unchecked: rows.count, rows[0].count, entries))
  }
}
