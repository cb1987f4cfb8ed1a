/// An activation function g, applied to each entry of z[l].
package enum Activation: Sendable, Hashable {
  /// g(z) = z, the lecture's.
  case linear
  /// g(z) = max(0, z).
  case relu
  /// g(z) = z for z ≥ 0, slope · z below.
  case leakyReLU(slope: Double)
  case tanh
  /// g(z) = 1/(1 + e^-z).
  case sigmoid
  /// g(z) = z above 0, e^z − 1 below. *Source*: Clevert et al. 2016, α = 1.
  case elu
  /// g(z) = λ z above 0, λ α (e^z − 1) below: keeps mean 0 and variance 1.
  ///
  /// *Source*: Klambauer et al. 2017.
  case selu
  /// g(z) = z Φ(z), exactly (no tanh approximation). *Source*: Hendrycks and Gimpel 2016.
  case gelu
  /// g(z) = z σ(z), also called swish.
  case silu
  /// g(z) = ln(1 + e^z).
  case softplus
  /// g(z) = erf(z) = 2/√π ∫₀ᶻ e^(−t²) dt.
  case erf

  /// The names that `named(_:slope:)` knows.
  package static let names = named.map(\.name)

  private static let named: [Activation] = [
    .linear, .relu, .leakyReLU(slope: 0.01), .tanh, .sigmoid, .elu, .selu, .gelu, .silu, .softplus,
    .erf,
  ]

  /// The activation of that name; `slope` is for `leaky_relu` alone.
  ///
  /// Nil for another name.
  package static func named(_ name: String, slope: Double = 0.01) -> Activation? {
    if name == "leaky_relu" { return .leakyReLU(slope: slope) }
    return named.first { $0.name == name }
  }

  package var name: String {
    switch self {
    case .linear: "linear"
    case .relu: "relu"
    case .leakyReLU: "leaky_relu"
    case .tanh: "tanh"
    case .sigmoid: "sigmoid"
    case .elu: "elu"
    case .selu: "selu"
    case .gelu: "gelu"
    case .silu: "silu"
    case .softplus: "softplus"
    case .erf: "erf"
    }
  }

  /// The weights' customary factor for this activation: PyTorch's `calculate_gain` where it has one.
  ///
  /// ```
  /// linear 1, sigmoid 1, tanh 5/3, relu √2, leaky_relu √(2/(1 + slope²)), selu 3/4
  /// ```
  /// For tanh it is a rule of thumb: gradients of a deep net grow with it. PyTorch has none for the
  /// others; here it is 1/√E g(z)² for z ~ N(0, 1), which keeps the mean square of the activations
  /// (`Moments` computes it for every activation).
  package var gain: Double {
    switch self {
    case .linear, .sigmoid: 1
    case .tanh: 5.0 / 3
    case .relu: 2.0.squareRoot()
    case .leakyReLU(let slope): (2 / (1 + slope * slope)).squareRoot()
    case .selu: 0.75
    case .elu, .gelu, .silu, .softplus, .erf: Moments(self).gain
    }
  }

  /// What one evaluation costs, in multiplications or so.
  var operations: Double {
    switch self {
    case .linear: 0
    case .relu, .leakyReLU: 2
    case .tanh, .sigmoid, .elu, .selu, .silu, .softplus, .erf: 20
    case .gelu: 40
    }
  }

  /// g of one number.
  package func value(_ z: Extended) -> Extended {
    value(Vector([z]))[0]
  }

  /// g′ of one number.
  package func derivative(at z: Extended) -> Extended {
    derivative(at: Vector([z]))[0]
  }
}
