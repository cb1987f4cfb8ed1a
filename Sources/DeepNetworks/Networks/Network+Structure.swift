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
