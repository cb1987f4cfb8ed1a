import CKernels

/// E F(z) for z ~ N(0, 1), for F smooth on each side of a kink.
///
/// Gauss–Legendre panels with 16 nodes: they halve towards the kink until they are shorter than the
/// scale on which F changes there, and have length 1 further out. The error is about 1e-15 of
/// E |F| for every activation here. *Domain*: |z| ≤ 14, beyond which lies 1e-44 of the mass.
struct GaussianIntegral {
  let nodes: [Double]
  /// Quadrature weight times density.
  let weights: [Double]
  /// Whether the second half of the nodes is the first with the other sign.
  private let isSymmetric: Bool

  /// Nodes for F(z) = f(√q z) with f's kink or steepest part at 0.
  ///
  /// `scale` is √q.
  init(scale: Double) {
    self.init(kink: 0, scale: scale)
  }

  /// Nodes around a kink elsewhere; `scale` is 1 over the length on which F changes there.
  init(kink: Double, scale: Double) {
    var nodes: [Double] = []
    var weights: [Double] = []
    let reach = 14.0
    for side in [-1.0, 1.0] {
      let end = side > 0 ? reach - kink : kink + reach
      for (low, high) in GaussianIntegral.panels(to: end, scale: scale) {
        let middle = (low + high) / 2
        let half = (high - low) / 2
        for (x, weight) in GaussianIntegral.rule {
          nodes.append(kink + side * (middle - half * x))
          nodes.append(kink + side * (middle + half * x))
          weights.append(weight * half)
          weights.append(weight * half)
        }
      }
    }
    self.nodes = nodes
    isSymmetric = kink == 0
    let densities = through(fk_exp, nodes.map { -0.5 * $0 * $0 })
    self.weights = zip(weights, densities).map { $0 * $1 * 0.3989422804014327 }
  }

  /// Panels of [0, end]: halving towards 0, at most 1 long.
  private static func panels(to end: Double, scale: Double) -> [(Double, Double)] {
    guard end > 0 else { return [] }
    var least = min(end, 1)
    let wanted = min(0.25, 0.25 / max(scale, 1e-300))
    while least > wanted, least > 1e-12 { least /= 2 }
    var panels = [(0.0, least)]
    var low = least
    while low < end {
      let high = min(low + min(low, 1), end)
      panels.append((low, high))
      low = high
    }
    return panels
  }

  /// E F, from F at the nodes; around 0 an odd F gives 0.
  func mean(_ values: [Double]) -> Double {
    guard isSymmetric else { return fk_dot(weights, values, values.count) }
    let half = values.count / 2
    return fk_dot(weights, (0..<half).map { values[$0] + values[half + $0] }, half)
  }

  /// The positive nodes of the 16-point rule on [-1, 1] and their weights (mpmath, 30 digits).
  private static let rule: [(Double, Double)] = [
    (0.09501250983763744, 0.1894506104550685), (0.28160355077925891, 0.18260341504492359),
    (0.45801677765722739, 0.16915651939500254), (0.61787624440264375, 0.14959598881657673),
    (0.75540440835500303, 0.12462897125553387), (0.86563120238783174, 0.095158511682492785),
    (0.94457502307323258, 0.062253523938647893), (0.98940093499164993, 0.027152459411754095),
  ]
}
