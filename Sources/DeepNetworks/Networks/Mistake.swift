/// A mistake in the backward pass of one layer, as people make them; the forward pass stays right.
package struct Mistake: Sendable, Hashable {
  /// What is wrong.
  package enum Kind: Sendable, Hashable, CaseIterable {
    /// dJ/dz is dJ/da times the slope of sigmoid, or of tanh where g is sigmoid: wrong from here down.
    case slope
    /// dJ/da[l−1] is W dJ/dz and not Wᵀ dJ/dz: wrong below.
    case transpose
    /// dJ/db is left at 0: wrong there alone.
    case bias
    /// dJ/dW is twice as large: wrong there alone.
    case factor
  }

  package let kind: Kind
  package let layer: Int

  package init(_ kind: Kind, layer: Int) {
    self.kind = kind
    self.layer = layer
  }
}

extension Activation {
  /// Another one, whose slope a mistake takes for its own.
  var mistakenForSlope: Activation { self == .sigmoid ? .tanh : .sigmoid }
}

extension Network {
  /// The same network with a mistake in its backward passes.
  ///
  /// *Throws*: `.mistake` where the layer cannot have it, `.mistakenLayer` for a layer it hasn't.
  package func mistaken(_ mistake: Mistake) throws(NetworkError) -> Network {
    guard 1...depth ~= mistake.layer else {
      throw .mistakenLayer(mistake.layer, depth: depth)
    }
    if let obstacle = obstacle(to: mistake.kind, layer: mistake.layer) {
      throw .mistake(layer: mistake.layer, obstacle)
    }
    var network = self
    network.mistake = mistake
    return network
  }

  /// The same network with a mistake that is drawn: which layer, and which of the kinds that it can have.
  ///
  /// What is given is not drawn. *Throws*: as `mistaken(_:)`.
  package func mistaken(
    kind: Mistake.Kind?,
    layer: Int?,
    seed: UInt64
  ) throws(NetworkError) -> Network {
    let draws = Random.Source(seed: seed, layer: 0, kind: .mistake).uniforms(2)
    func place(_ u: Double, among count: Int) -> Int {
      // u in (0, 1].
      min(Int((u * Double(count)).rounded(.up)), count) - 1
    }
    func drawn() -> Int {
      let possible = (1...depth).filter { obstacle(to: kind, layer: $0) == nil }
      return possible.isEmpty ? depth : possible[place(draws[0], among: possible.count)]
    }
    let layer = layer ?? drawn()
    guard let kind else {
      guard 1...depth ~= layer else { throw .mistakenLayer(layer, depth: depth) }
      let kinds = Mistake.Kind.allCases.filter { obstacle(to: $0, layer: layer) == nil }
      return try mistaken(Mistake(kinds[place(draws[1], among: kinds.count)], layer: layer))
    }
    return try mistaken(Mistake(kind, layer: layer))
  }

  private func obstacle(to kind: Mistake.Kind?, layer: Int) -> NetworkError.Obstacle? {
    switch kind {
    case nil, .slope, .factor: return nil
    case .bias: return bias(layer) == nil ? .noBias : nil
    case .transpose:
      guard width(of: layer) == width(of: layer - 1) else {
        return .notSquare(.init(rows: width(of: layer), columns: width(of: layer - 1)))
      }
      // What is drawn is symmetric where it has one entry alone.
      if case .drawn = weightSource { return width(of: layer) == 1 ? .symmetric : nil }
      let matrix = weights(layer)
      return matrix == matrix.transposed ? .symmetric : nil
    }
  }

  /// Whether the backward pass of a layer has this mistake.
  func has(_ kind: Mistake.Kind, _ layer: Int) -> Bool {
    mistake?.layer == layer && mistake?.kind == kind
  }

  /// The activation whose slope the backward pass of a layer takes.
  func backwardActivation(of layer: Int) -> Activation {
    let activation = activation(of: layer)
    return has(.slope, layer) ? activation.mistakenForSlope : activation
  }

  /// dJ/db of the layers from dJ/du; 0 where it is forgotten.
  func biasGradients(_ dU: VectorList) -> VectorList {
    guard let mistake, mistake.kind == .bias else { return dU }
    return VectorList(
      dU.enumerated().map { $0 + 1 == mistake.layer ? .zeros($1.count) : $1 }
    )
  }
}
