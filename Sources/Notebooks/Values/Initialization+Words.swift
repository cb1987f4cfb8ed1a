import DeepNetworks

extension Initialization.Fan {
  /// As `fan:` takes it.
  var word: String {
    switch self {
    case .fanIn: "in"
    case .fanOut: "out"
    case .average: "average"
    }
  }
}

extension Initialization.Distribution {
  /// As `shape:` takes it.
  var word: String {
    switch self {
    case .normal: "normal"
    case .uniform: "uniform"
    case .truncatedNormal: "truncated"
    }
  }
}
