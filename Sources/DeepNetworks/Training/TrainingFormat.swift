/// A float format that a network is trained in.
///
/// Weights, signals and gradients of the network are rounded to it as they are stored, sums run in
/// float64, and the loss itself is not rounded.
package struct TrainingFormat: Sendable, Hashable {
  /// What the loss is multiplied by before its gradients are taken, and they are divided by after.
  package enum Scale: Sendable, Hashable {
    case fixed(Double)
    /// Halved where a gradient is not finite, and that step is left out; doubled after so many steps
    /// without. *Source*: Micikevicius et al. 2018, "Mixed precision training".
    case dynamic(start: Double, every: Int)

    /// That of the first step.
    package var start: Double {
      switch self {
      case .fixed(let scale), .dynamic(let scale, _): scale
      }
    }
  }

  package let format: NumberFormat
  /// Whether the optimizer works on weights in float64, of which the network gets rounded ones; without,
  /// its weights, moments and updates are in the format too.
  package let hasMasters: Bool
  package let scale: Scale

  package init(_ format: NumberFormat, hasMasters: Bool = true, scale: Scale = .fixed(1)) {
    self.format = format
    self.hasMasters = hasMasters
    self.scale = scale
  }

  /// The format of what the optimizer stores; nil for float64.
  var ofOptimizer: NumberFormat? { hasMasters ? nil : format }

  /// *Throws*: `.parameter` for what cannot be.
  func validate() throws(NetworkError) {
    guard scale.start.isFinite, scale.start > 0 else {
      throw .parameter(.lossScale, value: scale.start)
    }
    if case .dynamic(_, let every) = scale, every < 1 {
      throw .parameter(.scaleSteps, value: Double(every))
    }
  }
}

/// A model as a float format has it, and the scale of its loss.
struct FormattedModel<Model: TrainableModel> {
  private let format: TrainingFormat
  /// Rounded to the format.
  private(set) var weights: Model
  private(set) var scale: Double
  /// Steps since the scale last changed.
  private var calm = 0

  init(_ model: Model, _ format: TrainingFormat) {
    self.format = format
    scale = format.scale.start
    weights = model
    weights.round(to: format.format)
  }

  /// Rounds the weights of a model of the same shapes.
  mutating func take(_ model: Model) {
    weights.take(model)
    weights.round(to: format.format)
  }

  /// A step whose gradients were finite.
  mutating func countStep() {
    guard case .dynamic(_, let every) = format.scale else { return }
    calm += 1
    guard calm == every, scale < 0x1p900 else { return }
    (scale, calm) = (2 * scale, 0)
  }

  /// Halves the scale; false where a smaller one would leave nothing of a loss.
  mutating func halveScale() -> Bool {
    guard scale > format.format.smallestNormal else { return false }
    (scale, calm) = (scale / 2, 0)
    return true
  }
}
