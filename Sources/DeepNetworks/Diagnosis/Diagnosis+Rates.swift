extension Diagnosis {
  /// The largest stable rates of the networks of the first layers, all of one curvature.
  ///
  /// *Cost*: 60 passes each at most, and as many products of the Hessian where that is within reach.
  static func rates(
    _ network: Network,
    _ depths: [Int],
    at x: Vector,
    checkpoint: (Double) throws -> Void
  ) throws -> (rates: [Rate], bend: Bend) {
    let parts = try depths.map { try network.prefix($0) }
    let solutions = try zip(depths, parts).map { depth, part in
      let found = try part.rateAtSolution(at: x, checkpoint: checkpoint)
      return Rate(
        depth: depth,
        largestStable: found.rate,
        isSettled: found.isSettled,
        movesOutput: found.rate.isFinite
      )
    }
    guard network.bendsWithinReach else { return (solutions, .ofSolution) }
    var rates: [Rate] = []
    for (part, solution) in zip(parts, solutions) {
      guard solution.movesOutput else {
        rates.append(solution)
        continue
      }
      let set = try TrainingSet(count: 1, inputs: x.doubles, targets: target(of: part).doubles)
      let found = try Sharpness.measure(part, on: set, iterations: 60, checkpoint: checkpoint)
      guard inDoubles.contains(found.bound) else { return (solutions, .ofSolution) }
      rates.append(
        Rate(
          depth: part.depth,
          largestStable: Extended(found.largestStableRate),
          isSettled: found.isSettled,
          movesOutput: true
        )
      )
    }
    return (rates, .ofTraining)
  }

  /// Eigenvalues of a Hessian that doubles hold, with all that matters on the way to them.
  private static let inDoubles = 1e-140..<1e140
}

extension Network {
  /// Whether products of the Hessian over all weights may be had for a diagnosis.
  var bendsWithinReach: Bool {
    let entries = (1...depth).reduce(0.0) {
      $0 + Double(width(of: $1)) * Double(width(of: $1 - 1))
    }
    return entries <= 0x1p19
  }
}
