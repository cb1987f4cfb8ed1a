// Layers whose batch norm makes the samples of a batch depend on each other.
extension BatchWalk {
  /// A of a layer, of all samples.
  func forwardTogether(_ layer: Int, _ pieces: [Range<Int>], on team: Team) {
    team.run(pieces.count) { multiply(layer, pieces[$0]) }
    if let epsilon = model.batchEpsilon(of: layer) {
      let units = layout.units(model.widths[layer])
      if kind == .test, let kept = model.running {
        team.run(units.count) { normalise(layer, units[$0], epsilon, by: kept) }
      } else {
        team.run(units.count) { normaliseBatch(layer, units[$0], epsilon) }
      }
    }
    team.run(pieces.count) { activate(layer, pieces[$0]) }
  }

  /// dJ/dU of a layer and dJ/dA below it, of all samples.
  func backwardTogether(_ layer: Int, _ pieces: [Range<Int>], toInput: Bool, on team: Team) {
    team.run(pieces.count) { backActivate(layer, pieces[$0]) }
    if model.batchEpsilon(of: layer) != nil {
      let units = layout.units(model.widths[layer])
      team.run(units.count) { backNormaliseBatch(layer, units[$0]) }
    }
    guard layer > 1 || toInput else { return }
    team.run(pieces.count) { backMultiply(layer, pieces[$0]) }
  }

  /// Z from U of some units of a layer, over all samples.
  private func normaliseBatch(_ layer: Int, _ units: Range<Int>, _ epsilon: Double) {
    let (width, count) = (model.widths[layer], layout.count)
    let z = storage + layout.z[layer - 1]
    let means = storage + layout.statistics[layer - 1]
    let (variances, inverses) = (means + width, means + 2 * width)
    for unit in units { (means[unit], variances[unit]) = (0, 0) }
    for sample in 0..<count {
      for unit in units { means[unit] += z[sample * width + unit] }
    }
    for unit in units { means[unit] /= Double(count) }
    for sample in 0..<count {
      for unit in units {
        let entry = z[sample * width + unit] - means[unit]
        z[sample * width + unit] = entry
        variances[unit] += entry * entry
      }
    }
    for unit in units {
      variances[unit] /= Double(count)
      let spread = variances[unit] + epsilon
      inverses[unit] = spread == 0 ? 0 : 1 / spread.squareRoot()
    }
    for sample in 0..<count {
      for unit in units { z[sample * width + unit] *= inverses[unit] }
      store(z + sample * width + units.lowerBound, units.count)
    }
  }

  /// Z from U of some units of a layer, by the mean and variance that are kept of them.
  private func normalise(
    _ layer: Int,
    _ units: Range<Int>,
    _ epsilon: Double,
    by kept: RunningStatistics
  ) {
    let width = model.widths[layer]
    let z = storage + layout.z[layer - 1]
    let (means, variances) = (kept.means[layer - 1], kept.variances[layer - 1])
    for unit in units {
      let spread = variances[unit] + epsilon
      let inverse = spread == 0 ? 0 : 1 / spread.squareRoot()
      for sample in 0..<layout.count {
        let place = sample * width + unit
        z[place] = (z[place] - means[unit]) * inverse
      }
    }
    for sample in 0..<layout.count {
      store(z + sample * width + units.lowerBound, units.count)
    }
  }

  /// dJ/dU from dJ/dZ of some units of a layer, over all samples.
  private func backNormaliseBatch(_ layer: Int, _ units: Range<Int>) {
    let (width, count) = (model.widths[layer], layout.count)
    let z = storage + layout.z[layer - 1]
    let gradient = storage + layout.g[layer]
    let inverses = storage + layout.statistics[layer - 1] + 2 * width
    for unit in units {
      var (mean, along) = (0.0, 0.0)
      for sample in 0..<count {
        let place = sample * width + unit
        mean += gradient[place]
        along += gradient[place] * z[place]
      }
      mean /= Double(count)
      along /= Double(count)
      for sample in 0..<count {
        let place = sample * width + unit
        gradient[place] = (gradient[place] - mean - z[place] * along) * inverses[unit]
        store(gradient + place, 1)
      }
    }
  }
}
