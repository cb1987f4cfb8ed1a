/// What the layers of a network have besides weights, bias and activation.
///
/// ```
/// u = W a[l−1] + b,  z = norm(u),  a[l] = a[l−k] + α g(z) where a block of k layers ends
/// norm(u) = (u − mean u)/√(var u + ε)
/// ```
/// A skip goes past each block of k layers whose input and output have one width; layers that change
/// the width stand between blocks. *Source*: He et al. 2016 (residual blocks), Ba, Kiros and Hinton
/// 2016 (layer norm), Xiong et al. 2020 (before the branch or after the addition), Srivastava et al.
/// 2014 (dropout).
package struct Structure: Sendable, Hashable {
  /// α; nil for no skip.
  package let residualScale: Extended?
  /// How many layers a skip goes past.
  package let block: Int
  /// Nil for no norm.
  package let norm: Norm?
  /// p, the share of the units in the layers 1…L−1 that each step of a training drops: a[l] has
  /// g(z)/(1 − p) of the others, 0 of them; 0 for none.
  package let dropout: Extended

  package static let plain = Structure()

  /// PyTorch's ε.
  package static let usualEpsilon = 1e-5

  package init(
    residualScale: Extended? = nil,
    block: Int = 1,
    norm: Norm? = nil,
    dropout: Extended = .zero
  ) {
    self.residualScale = residualScale
    self.block = block
    self.norm = norm
    self.dropout = dropout
  }

  /// With a layer norm before each activation, or none.
  package init(residualScale: Extended? = nil, normEpsilon: Double?) {
    self.init(
      residualScale: residualScale,
      norm: normEpsilon.map { .layer(epsilon: $0, .inside) }
    )
  }

  /// Whether each layer is a block by itself and has its norm before its activation.
  var isLayerwise: Bool {
    switch norm {
    case nil, .layer(_, .inside): block == 1 || residualScale == nil
    case .layer(_, .before), .layer(_, .after), .batch: false
    }
  }

  /// The same with what a training has kept of its batches.
  func keeping(_ running: RunningStatistics?) -> Structure {
    guard case .batch(let epsilon, _) = norm else { return self }
    return Structure(
      residualScale: residualScale,
      block: block,
      norm: .batch(epsilon: epsilon, running),
      dropout: dropout
    )
  }
}

/// What brings the entries of a vector to mean 0 and variance 1; without parameters of its own.
package enum Norm: Sendable, Hashable {
  /// Over the units of a layer.
  case layer(epsilon: Double, Place)
  /// Of each unit over the samples, before g of the layers 1…L−1; of one sample with the statistics that
  /// training has kept, of which there are none before it.
  case batch(epsilon: Double, RunningStatistics?)

  /// Where a layer norm stands.
  package enum Place: Sendable, Hashable {
    /// Before g of the layers 1…L−1.
    case inside
    /// Before the first matrix of each block, past which the skip goes ("pre-norm").
    case before
    /// After the addition that ends a block, but for ŷ ("post-norm").
    case after
  }

  /// ε.
  package var epsilon: Double {
    switch self {
    case .layer(let epsilon, _), .batch(let epsilon, _): epsilon
    }
  }

  /// Whether it stands before or after blocks.
  package var isOfBlocks: Bool { !isInside }

  /// Whether it stands before each g.
  var isInside: Bool {
    switch self {
    case .layer(_, let place): place == .inside
    case .batch: true
    }
  }
}
