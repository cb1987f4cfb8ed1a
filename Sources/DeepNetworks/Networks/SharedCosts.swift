/// A forward or backward pass, by what it may share with others.
package struct SharedPass: Sendable {
  /// The draws of a network's layers; other gains have the same.
  struct Draws: Sendable, Hashable {
    let shape: Initialization.Shape
    let seed: UInt64
    let widths: Network.Widths

    /// Nil where weights are not drawn.
    init?(_ network: Network) {
      guard case .drawn(let initialization, let seed) = network.weightSource else { return nil }
      (shape, self.seed, widths) = (initialization.shape, seed, network.widths)
    }
  }

  fileprivate let walk: (key: WalkKey, layers: Int)?
  fileprivate let draws: Draws?
  fileprivate let depth: Int
  fileprivate let width: Int
  /// What it takes to draw all weights, and all else.
  fileprivate let drawing: Cost
  fileprivate let walking: Double

  /// A pass of a network; from an input where its layers may be others' too.
  package init(_ network: Network, from x: Vector?, _ cost: Cost) {
    walk = x.flatMap { WalkKey.of(network, from: $0) }
    drawing = network.drawingCost
    walking = max(0, cost.operations - drawing.operations)
    depth = network.depth
    width = network.outputWidth
    draws = Draws(network)
  }
}

/// What passes cost one after the other, each of which shares what it can with those before it.
///
/// Counts what `SharedWork` keeps, but by the order of the passes alone: not by what other threads have
/// done, and as if the first pass kept its draws.
package struct SharedCosts: Sendable {
  /// How many layers are known.
  private var walks: [WalkKey: Int] = [:]
  private var draws: [SharedPass.Draws: Int] = [:]
  private var walkBytes = 0.0
  private var drawBytes = 0.0

  package init() {}

  /// What a pass takes, and what was known before it.
  package struct Taken: Sendable {
    package let operations: Double
    fileprivate var walk: (key: WalkKey, known: Int?, bytes: Double)?
    fileprivate var draws: (key: SharedPass.Draws, known: Int?, bytes: Double)?
  }

  /// Counts a pass.
  package mutating func take(_ pass: SharedPass) -> Taken {
    let most = Double(SharedWork.mostBytes)
    let all = Double(pass.depth)
    let walked = pass.walk.map { min($0.layers, walks[$0.key] ?? 0) } ?? 0
    let drawn = max(walked, pass.draws.map { min(pass.depth, draws[$0] ?? 0) } ?? 0)
    let operations =
      pass.walking * (Double(pass.depth - walked) / all)
      + pass.drawing.operations * (Double(pass.depth - drawn) / all)
    var taken = Taken(operations: operations.rounded(.up))
    if let (key, layers) = pass.walk, layers > walked {
      let perLayer = 2 * (Walk.perVector + 16 * pass.width)
      let bytes = Double(layers - walked) * Double(perLayer)
      if walkBytes + bytes <= most {
        taken.walk = (key, walks.updateValue(layers, forKey: key), bytes)
        walkBytes += bytes
      }
    }
    if let key = pass.draws, pass.depth > drawn {
      let bytes = pass.drawing.bytes * (Double(pass.depth - drawn) / all)
      if drawBytes + bytes <= most {
        taken.draws = (key, draws.updateValue(pass.depth, forKey: key), bytes)
        drawBytes += bytes
      }
    }
    return taken
  }

  /// Takes back what was counted last.
  package mutating func revert(_ taken: Taken) {
    if let (key, known, bytes) = taken.walk {
      walks[key] = known
      walkBytes -= bytes
    }
    if let (key, known, bytes) = taken.draws {
      draws[key] = known
      drawBytes -= bytes
    }
  }
}
