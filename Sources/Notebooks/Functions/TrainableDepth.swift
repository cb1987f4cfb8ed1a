import DeepNetworks

/// How deep a random network may be and still be trained.
extension BuiltIns {
  static let depthFunctions: [Function] = [
    Function(
      "trainable_depth",
      [
        .positional("g", "an activation, such as tanh"), Theory.weightDeviation,
        Theory.biasDeviation, Theory.slope,
      ],
      "6 ξ_c, six times the layers after which two inputs are told apart no longer, or are strangers: up "
        + "to about there Schoenholz et al. (2017) found networks trainable. Infinite at the edge of "
        + "chaos.",
      examples: [
        "trainable_depth(tanh, weight_deviation: 1.3, bias_deviation: 0.3)",
        "trainable_depth(leaky_relu, weight_deviation: 1.2, bias_deviation: 0.1, slope: 0.2)",
      ]
    ) { call throws(Failure) in
      let found = try call.criticality().found
      return .number(6 * scale(found.correlationDepth, found))
    }
  ]
}

extension Call {
  /// The mean field asked for, and where its variance and its correlations settle.
  mutating func criticality() throws(Failure) -> (field: MeanField, found: Criticality) {
    let field = try meanField()
    let q = try fixedPoint(field)
    // The fixed point of the correlations takes some steps of Newton's method, two integrals each.
    let activation = field.activation
    if activation.slopeBelowZero == nil, q > 0,
      !activation.isIntegratedOnPanels || field.chi(at: q) > 1
    {
      let integrals = activation.isIntegratedOnPanels ? 16.0 : 6
      try spend(operations: integrals * Theory.perPair(activation, q))
    }
    guard let found = field.criticality() else {
      throw failure(.value(.noFixedPoint(activation: activation.name)))
    }
    return (field, found)
  }
}
