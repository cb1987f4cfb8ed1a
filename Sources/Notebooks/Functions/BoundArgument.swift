import DeepNetworks

/// An argument with its value.
struct BoundArgument {
  var label: String?
  var value: Value
  var range: SourceRange
  var origin = Origin.exact
  /// The number as it was worked out of decimals, for functions of one line.
  var fraction: Ratio?

  init(value: Value, range: SourceRange) {
    self.value = value
    self.range = range
  }

  init(_ argument: Argument, _ values: [Value], _ origins: [Origin]) {
    if origins.indices.contains(argument.node) { origin = origins[argument.node] }
    label = argument.label
    value = values[argument.node]
    range = argument.range
  }
}

extension [BoundArgument] {
  /// What a function is told to multiply its loss by.
  var lossScale: Extended {
    guard case .number(let scale)? = first(where: { $0.label == "loss_scale" })?.value else {
      return .one
    }
    return scale
  }
}
