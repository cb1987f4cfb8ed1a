extension Sample {
  /// "is 2.5", "is infinite".
  var state: String {
    switch kind {
    case .notANumber: "is " + (word.map(Sample.noNumber) ?? "not a number")
    case .negativeInfinity: "is minus infinity"
    case .positiveInfinity: "is infinite"
    case .negative, .zero, .positive: "is \(text())" + (isSubnormal ? ", subnormal" : "")
    }
  }
}

extension Mark {
  /// What a figure without cells says of one.
  static let noCells = "This figure has no cells."
}
