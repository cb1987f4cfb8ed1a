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
  /// A step of an optimizer.
  struct Step {
    let optimizer: Optimizer
    /// η of this step.
    let rate: Double
    /// λ of the weight decay.
    let decay: Double
    /// Counted from 1.
    let number: Int
    /// The float format that everything stored is rounded to; nil for float64.
    let format: NumberFormat?
  }

  private var first: [Double] = []
  private var second: [Double] = []

  /// 1/√(√v̂ + ε) of each entry, with Adam's v after so many steps.
  func inverseRoots(beta2: Double, epsilon: Double, after steps: Int) -> [Double] {
    let correction = 1 - Moment.power(beta2, steps)
    return second.map { 1 / (($0 / correction).squareRoot() + epsilon).squareRoot() }
  }

  /// Changes the weights and leaves the update in `gradient`.
  mutating func update(
    _ weights: inout [Double],
    _ gradient: UnsafeMutablePointer<Double>,
    _ step: Step
  ) {
    if let format = step.format { return update(&weights, gradient, step, in: format) }
    let count = weights.count
    let (rate, decay) = (step.rate, step.decay)
    switch step.optimizer {
    case .gradientDescent:
      if decay != 0 { fk_axpy(gradient, decay, weights, count) }
      fk_scale(gradient, -rate, gradient, count)
    case .momentum(let beta):
      if first.isEmpty { first = [Double](repeating: 0, count: count) }
      if decay != 0 { fk_axpy(gradient, decay, weights, count) }
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
        1 - Moment.power(beta1, step.number),
        1 - Moment.power(beta2, step.number),
        epsilon,
        rate
      )
      if decay != 0 { fk_axpy(gradient, -rate * decay, weights, count) }
    }
    fk_axpy(&weights, 1, gradient, count)
  }

  /// The same with weights, moments, updates and ε in a format: what is stored is rounded, what is in
  /// between is not.
  private mutating func update(
    _ weights: inout [Double],
    _ gradient: UnsafeMutablePointer<Double>,
    _ step: Step,
    in format: NumberFormat
  ) {
    let count = weights.count
    if first.isEmpty {
      first = [Double](repeating: 0, count: count)
      second = first
    }
    var isAdam = false
    if case .adam = step.optimizer { isAdam = true }
    if step.decay != 0, !isAdam {
      fk_axpy(gradient, step.decay, weights, count)
      format.round(gradient, count)
    }
    switch step.optimizer {
    case .gradientDescent: fk_scale(gradient, -step.rate, gradient, count)
    case .momentum(let beta):
      fk_scale(&first, beta, first, count)
      fk_axpy(&first, 1, gradient, count)
      format.round(&first, count)
      fk_scale(gradient, -step.rate, first, count)
    case .adam(let beta1, let beta2, var epsilon):
      for i in 0..<count {
        first[i] = beta1 * first[i] + (1 - beta1) * gradient[i]
        second[i] = beta2 * second[i] + (1 - beta2) * gradient[i] * gradient[i]
      }
      format.round(&first, count)
      format.round(&second, count)
      format.round(&epsilon, 1)
      let correction1 = 1 - Moment.power(beta1, step.number)
      let correction2 = 1 - Moment.power(beta2, step.number)
      for i in 0..<count {
        gradient[i] =
          -step.rate * (first[i] / correction1)
          / ((second[i] / correction2).squareRoot() + epsilon)
      }
      if step.decay != 0 {
        format.round(gradient, count)
        fk_axpy(gradient, -step.rate * step.decay, weights, count)
      }
    }
    format.round(gradient, count)
    fk_axpy(&weights, 1, gradient, count)
    format.round(&weights, count)
  }

  private static func power(_ base: Double, _ n: Int) -> Double {
    Extended(base).power(integer: n).double
  }
}
