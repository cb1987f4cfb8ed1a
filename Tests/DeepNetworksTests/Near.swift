import DeepNetworks

/// |a − b| ≤ tolerance · |b|; a zero is near zero alone.
func isNear(_ a: Extended, _ b: Extended, within tolerance: Double) -> Bool {
  (a - b).abs() <= b.abs() * Extended(tolerance)
}

func isNear(_ a: Double, _ b: Double, within tolerance: Double) -> Bool {
  isNear(Extended(a), Extended(b), within: tolerance)
}

/// The relative distance of two vectors in the norm, with the larger norm as the unit.
func distance(_ a: Vector, _ b: Vector) throws -> Double {
  let unit = max(a.norm(), b.norm())
  return unit.isZero ? 0 : (try (a - b).norm() / unit).double
}

extension Network {
  /// The same network with its weights in a list, as it is diagnosed: a small one is summed in double-double then.
  func listed() throws -> Network {
    try with(weights: (1...depth).map { weights($0) }, biases: (1...depth).map { bias($0) })
  }
}

extension TrainingRun {
  /// What was trained, of a network of layers.
  var network: Network {
    guard case .network(let network) = trained else { preconditionFailure("its layers differ") }
    return network
  }

  /// The same of a recurrent one.
  var recurrent: RecurrentNetwork {
    guard case .recurrent(let network) = trained else { preconditionFailure("it has no steps") }
    return network
  }
}
