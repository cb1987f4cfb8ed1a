import CKernels

/// How gradients change the weights.
package enum Optimizer: Sendable, Hashable {
  /// w ← w − η g.
  case gradientDescent
  /// v ← β v + g, w ← w − η v. *Source*: Polyak 1964, in PyTorch's form.
  case momentum(Double)
  /// m and v with bias correction, w ← w − η m/(√v + ε). *Source*: Kingma and Ba 2015.
  case adam(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8)

  package var name: String {
    switch self {
    case .gradientDescent: "gradient descent"
    case .momentum: "momentum"
    case .adam: "adam"
    }
  }
}

/// An optimizer's memory of one tensor.
struct Moment {
  private var first: [Double] = []
  private var second: [Double] = []

  /// Changes the weights and leaves the update in `gradient`.
  ///
  /// `step` counts from 1.
  mutating func update(
    _ weights: inout [Double],
    _ gradient: UnsafeMutablePointer<Double>,
    _ optimizer: Optimizer,
    rate: Double,
    step: Int
  ) {
    let count = weights.count
    switch optimizer {
    case .gradientDescent:
      fk_scale(gradient, -rate, gradient, count)
    case .momentum(let beta):
      if first.isEmpty { first = [Double](repeating: 0, count: count) }
      fk_momentum_step(count, gradient, &first, beta, rate)
    case .adam(let beta1, let beta2, let epsilon):
      if first.isEmpty {
        first = [Double](repeating: 0, count: count)
        second = first
      }
      fk_adam_step(
        count,
        gradient,
        &first,
        &second,
        beta1,
        beta2,
        1 - Moment.power(beta1, step),
        1 - Moment.power(beta2, step),
        epsilon,
        rate
      )
    }
    fk_axpy(&weights, 1, gradient, count)
  }

  private static func power(_ base: Double, _ n: Int) -> Double {
    Extended(base).power(integer: n).double
  }
}
