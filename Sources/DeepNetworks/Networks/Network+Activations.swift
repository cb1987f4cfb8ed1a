extension Network {
  /// g of the layers 1…L−1; of a network whose hidden layers have more than one, that of layer 1.
  package var activation: Activation {
    switch activations {
    case .equal(let inner, _): inner
    case .listed(let list): list[0]
    }
  }

  /// g of layer L.
  package var lastActivation: Activation {
    switch activations {
    case .equal(_, let last): last
    case .listed(let list): list[depth - 1]
    }
  }

  /// g of that layer.
  package func activation(of layer: Int) -> Activation {
    switch activations {
    case .equal(let inner, let last): layer == depth ? last : inner
    case .listed(let list): list[min(max(layer, 1), depth) - 1]
    }
  }

  /// Whether its hidden layers have more than one activation.
  package var hasMixedActivations: Bool {
    if case .listed = activations { true } else { false }
  }

  /// The same network with an activation for each layer, layer 1 first.
  ///
  /// *Throws*: `.activationCount`.
  package func activated(by list: [Activation]) throws(NetworkError) -> Network {
    guard list.count == depth, let first = list.first, let last = list.last else {
      throw .activationCount(list.count, depth: depth)
    }
    var network = self
    let isEven = list.dropLast().allSatisfy { $0 == first }
    network.activations = isEven ? .equal(first, last: last) : .listed(list)
    return network
  }

  /// The same layers with other weights of their shapes, and other biases, nil where there is none.
  ///
  /// *Throws*: as the initialiser with lists.
  package func with(weights: [Matrix], biases: [Vector?]) throws(NetworkError) -> Network {
    var network = try Network(weights: weights, biases: biases)
    network.activations = activations
    network = network.shaped(structure)
    network.mistake = mistake
    return network
  }
}
