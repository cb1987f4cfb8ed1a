/// Where a network finds what its passes share with those of others; all are equal.
struct Sharing: Sendable, Hashable {
  /// Nil where nothing is shared.
  var work: SharedWork?

  static func == (left: Sharing, right: Sharing) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}

extension Network {
  /// The same network, whose passes share what they can with others that are given the same work.
  package func sharing(_ work: SharedWork?) -> Network {
    var network = self
    network.sharing = Sharing(work: work)
    return network
  }
}
