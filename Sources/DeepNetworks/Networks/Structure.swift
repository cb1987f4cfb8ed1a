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
