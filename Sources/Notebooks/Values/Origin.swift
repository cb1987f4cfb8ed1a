import DeepNetworks

/// Where the numbers of a value come from, in an evaluation whose networks compute in a float format.
enum Origin: Sendable, Equatable {
  /// No network computed them; they are in the engine's own range.
  case exact
  /// The pass of a network in the format, or the size or an entry of one; a gradient was stored times
  /// the scale of its loss.
  case rounded(times: Extended)
  /// Computed in the engine's own range, with such numbers among its operands.
  case mixed

  /// What is put together of both without computing; what was stored times different factors has been
  /// computed with since.
  func with(_ other: Origin) -> Origin {
    switch (self, other) {
    case (.exact, _): other
    case (_, .exact): self
    case (.mixed, _), (_, .mixed): .mixed
    case (.rounded(let scale), .rounded(let another)): scale == another ? self : .mixed
    }
  }

  /// What numbers from here were stored in; nil where they are computed with what was stored.
  func stored(in format: NumberFormat?) -> StoredFormat? {
    switch self {
    case .exact: format.map { StoredFormat(format: $0, scale: .one) }
    case .rounded(let scale): format.map { StoredFormat(format: $0, scale: scale) }
    case .mixed: nil
    }
  }

  /// What is computed of something.
  var computed: Origin {
    switch self {
    case .exact: .exact
    case .rounded, .mixed: .mixed
    }
  }

  /// The functions that hand over what a pass has computed.
  private static let passes: Set<String> = [
    "activations", "preactivations", "dJ_da", "dJ_dz", "dJ_dW", "dJ_db", "dJ_dx",
    "states", "through_time",
  ]
  /// Those that compute with a pass that they run themselves.
  private static let ofPasses: Set<String> = ["loss", "accuracy", "gradient_check", "correlation"]
  /// Those that say how large numbers are.
  private static let sizes: Set<String> = ["rms", "norm", "max", "min", "abs"]

  /// The result of a built-in function, whose loss is multiplied by a scale.
  static func result(
    of function: String,
    _ arguments: [Origin],
    lossScale: Extended
  ) -> Origin {
    let most = arguments.reduce(Origin.exact) { $0.with($1) }
    if passes.contains(function) { return .rounded(times: lossScale) }
    if ofPasses.contains(function) { return .mixed }
    return sizes.contains(function) ? most : most.computed
  }
}
