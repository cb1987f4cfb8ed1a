import DeepNetworks
import Synchronization

// Passes of networks that share their draws and their first layers.
extension Meter {
  /// The work that is shared, and what was counted of it.
  struct Shared: Sendable {
    let work: SharedWork
    /// Passes whose cost is told in their turn; nil where they are counted at once.
    private(set) var waiting: [SharedPass]?
    /// What was counted.
    private(set) var operations = 0.0

    init(_ work: SharedWork) { self.work = work }

    /// That of a piece that runs ahead of its turn.
    var ahead: Shared {
      var ahead = Shared(work)
      ahead.waiting = []
      return ahead
    }

    /// What a pass takes, now or in its turn.
    fileprivate mutating func spend(_ pass: SharedPass) -> Double {
      if waiting != nil {
        waiting?.append(pass)
        return 0
      }
      let taken = work.costs.withLock { $0.take(pass) }
      operations += taken.operations
      return taken.operations
    }

    /// What passes take that have waited, if that is affordable.
    mutating func spend(
      _ passes: [SharedPass],
      where isAffordable: (Double) -> Bool
    ) -> Double? {
      let taken = passes.map { pass in work.costs.withLock { $0.take(pass) } }
      let sum = taken.reduce(0) { $0 + $1.operations }
      guard isAffordable(sum) else {
        for one in taken.reversed() { work.costs.withLock { $0.revert(one) } }
        return nil
      }
      operations += sum
      return sum
    }
  }

  /// That of a piece whose first pass is only noted; what comes before it is cheap.
  func noting(_ work: SharedWork) -> Meter {
    var meter = limited(to: Limits(operations: 1e6, bytes: limits.bytes))
    meter.shared = Shared(work)
    return meter.ahead
  }

  /// The network with what its passes share; many draws are made on all threads first.
  ///
  /// *Throws*: what the checkpoint throws.
  func sharing(_ network: Network) throws -> Network {
    guard let work = shared?.work else { return network }
    try work.drawAhead(of: network, threads: threads, checkpoint: checkpoint)
    return network.sharing(work)
  }

  /// Announces a pass of a network, from an input if its layers may be others' beginning.
  mutating func spend(pass network: Network, from x: Vector?, _ cost: Cost) throws(Problem) {
    let shares = shared?.spend(SharedPass(network, from: x, cost))
    try spend(operations: shares ?? cost.operations, bytes: cost.bytes)
  }
}
