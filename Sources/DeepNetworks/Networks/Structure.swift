/// What the layers of a network have besides weights, bias and activation.
///
/// ```
/// u = W a[l−1] + b,  z = norm(u),  a[l] = a[l−1] + α g(z)
/// norm(u) = (u − mean u)/√(var u + ε)
/// ```
/// The skip a[l−1] + … is in each layer whose input and output have one width; the norm in the
/// layers 1…L−1, without parameters of its own. *Source*: He et al. 2016 (residual blocks), Ba, Kiros
/// and Hinton 2016 (layer norm).
package struct Structure: Sendable, Hashable {
  /// α; nil for no skip.
  package let residualScale: Extended?
  /// ε; nil for no norm.
  package let normEpsilon: Double?

  package static let plain = Structure(residualScale: nil, normEpsilon: nil)

  /// PyTorch's ε.
  package static let usualEpsilon = 1e-5

  package init(residualScale: Extended? = nil, normEpsilon: Double? = nil) {
    self.residualScale = residualScale
    self.normEpsilon = normEpsilon
  }
}

extension Network {
  /// The same network with a structure.
  ///
  /// *Throws*: `.parameter` for a scale that is not finite, or an ε that is not or is below 0.
  package func structured(_ structure: Structure) throws(NetworkError) -> Network {
    if let scale = structure.residualScale, !scale.isFinite {
      throw .parameter(.residualScale, value: scale.double)
    }
    if let epsilon = structure.normEpsilon, !(epsilon.isFinite && epsilon >= 0) {
      throw .parameter(.normEpsilon, value: epsilon)
    }
    var network = self
    network.structure = structure
    return network
  }

  /// α of a layer that has a skip.
  func residualScale(of layer: Int) -> Extended? {
    width(of: layer) == width(of: layer - 1) ? structure.residualScale : nil
  }

  /// The norm of a layer that has one.
  func norm(of layer: Int) -> LayerNorm? {
    layer < depth ? structure.normEpsilon.map { LayerNorm(epsilon: $0) } : nil
  }
}

/// z = (u − mean u)/√(var u + ε), and what it does to gradients.
struct LayerNorm {
  let epsilon: Double

  /// 1/√(var u + ε); 0 where both are 0.
  private func inverse(_ centred: Vector) -> Extended {
    let spread = centred.sumOfSquares() / Extended(max(centred.count, 1)) + Extended(epsilon)
    return spread.isZero ? .zero : Extended.one / spread.squareRoot()
  }

  func value(_ u: Vector) -> Vector {
    let mean = u.mean()
    let centred = u.map { $0 - mean }
    return centred.scaled(by: inverse(centred)).rounded
  }

  /// dJ/du = (dJ/dz − mean dJ/dz − z mean(z dJ/dz))/√(var u + ε).
  func backpropagated(_ dZ: Vector, at u: Vector) -> Vector {
    let mean = u.mean()
    let centred = u.map { $0 - mean }
    let scale = inverse(centred)
    let z = centred.scaled(by: scale)
    let dMean = dZ.mean()
    let along = dZ.product(z) / Extended(max(u.count, 1))
    let rest = dZ.map { $0 - dMean }.adding(-z.scaled(by: along))
    return rest.scaled(by: scale).rounded
  }

  /// dz/du · W, for W of dense entries.
  func jacobian(_ matrix: Matrix, at u: Vector) -> Matrix {
    let dense = matrix.dense
    let columns = (0..<dense.columns).map { j in
      backpropagated(matrix.column(j), at: u)  // dz/du is symmetric
    }
    let entries = (0..<dense.rows).map { i in columns.map { $0[i] } }
    let vector = Vector(entries.flatMap { $0 })
    return .dense(
      DenseMatrix(unchecked: dense.rows, dense.columns, vector.hi, exponent: vector.exponent)
    )
  }
}
