/// What keeps a layer's weights from learning.
enum TrainingFlaw: Hashable {
  /// Every slope of a layer is 0 for every sample.
  case dead
  /// Nine tenths of this layer's slopes are below a thousandth of the one at 0.
  case saturated(layer: Int)

  /// That of layers, layer 1 first, by their activations and sums.
  init?(_ activations: [Activation], sums: (Int) -> [Double]) {
    var found: TrainingFlaw?
    for (index, activation) in activations.enumerated() {
      let slopes = activation.derivatives(sums(index + 1))
      if slopes.allSatisfy({ $0 == 0 }) {
        self = .dead
        return
      }
      guard found == nil, activation.saturates else { continue }
      let bound = activation.derivatives([0])[0] / 1000
      if slopes.count(where: { $0 < bound }) * 10 >= slopes.count * 9 {
        found = .saturated(layer: index + 1)
      }
    }
    guard let found else { return nil }
    self = found
  }
}
