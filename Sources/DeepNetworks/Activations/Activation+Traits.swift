extension Activation {
  /// The names that `named(_:slope:)` knows.
  package static let names = all.map(\.name)

  /// The activation of that name; `slope` is for `leaky_relu` alone.
  ///
  /// Nil for another name.
  package static func named(_ name: String, slope: Extended = usualSlope) -> Activation? {
    guard let found = all.first(where: { $0.name == name }) else { return nil }
    if case .leaky = found { return .leaky(slope) }
    return found
  }

  /// As statements write it.
  package var name: String { traits.name }

  /// What help says it is.
  package var summary: String { traits.summary }

  /// Statements that help shows.
  package var examples: [String] { traits.examples }

  /// g(z) as a formula, its numbers spelt by the function given.
  package func formula(_ number: (Double) -> String) -> String { traits.formula(number) }

  /// The weights' customary factor for this activation: PyTorch's `calculate_gain` where it has one.
  ///
  /// ```
  /// linear 1, sigmoid 1, tanh 5/3, relu √2, leaky_relu √(2/(1 + slope²)), selu 3/4
  /// ```
  /// For tanh it is a rule of thumb: gradients of a deep net grow with it. PyTorch has none for the
  /// others; here it is 1/√E g(z)² for z ~ N(0, 1), which keeps the mean square of the activations
  /// (`Moments` computes it for every activation).
  package var gain: Double { traits.usualGain ?? Moments(self).gain }

  /// What one evaluation costs, in multiplications or so.
  var operations: Double { traits.operations }

  /// The slope below zero of an activation that is z above it; nil for one that is not two rays.
  package var slopeBelowZero: Double? {
    switch traits.form {
    case .identity: 1
    case .rays(let below): below
    case .curve: nil
    }
  }

  /// Whether integrals over two normals run over panels that meet at its kink.
  package var isIntegratedOnPanels: Bool {
    switch traits.form {
    case .curve(_, _, .panels): true
    case .curve(_, _, .grid), .curve(_, _, .closed), .rays, .identity: false
    }
  }

  /// Whether it runs into a level on either side, where its slope is next to 0.
  var saturates: Bool {
    switch traits.form {
    case .identity, .rays, .curve(_, .rays, _): false
    case .curve(_, .levels, _): true
    }
  }

  /// Whether its slope is exactly 0 below 0, as relu's.
  package var hasFlatSide: Bool { slopeBelowZero == 0 }
}
