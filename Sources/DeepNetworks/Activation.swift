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

  /// The names that `named(_:slope:)` knows.
  package static let names = ["linear", "relu", "leaky_relu", "tanh", "sigmoid"]

  /// The activation of that name; `slope` is for `leaky_relu` alone.
  ///
  /// Nil for another name.
  package static func named(_ name: String, slope: Double = 0.01) -> Activation? {
    [.linear, .relu, .leakyReLU(slope: slope), .tanh, .sigmoid].first { $0.name == name }
  }

  package var name: String {
    switch self {
    case .linear: "linear"
    case .relu: "relu"
    case .leakyReLU: "leaky_relu"
    case .tanh: "tanh"
    case .sigmoid: "sigmoid"
    }
  }

  /// The weights' customary factor for this activation: PyTorch's `calculate_gain`.
  ///
  /// ```
  /// linear 1, sigmoid 1, tanh 5/3, relu √2, leaky_relu √(2/(1 + slope²))
  /// ```
  /// For tanh it is a rule of thumb: gradients of a deep net grow with it.
  package var gain: Double {
    switch self {
    case .linear, .sigmoid: 1
    case .tanh: 5.0 / 3
    case .relu: 2.0.squareRoot()
    case .leakyReLU(let slope): (2 / (1 + slope * slope)).squareRoot()
    }
  }

  /// What one evaluation costs, in multiplications or so.
  var operations: Double {
    switch self {
    case .linear: 0
    case .relu, .leakyReLU: 2
    case .tanh, .sigmoid: 20
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
