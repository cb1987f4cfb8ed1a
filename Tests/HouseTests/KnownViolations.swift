import Testing

/// What does not keep the rules of the house yet, or has a reason not to.
enum KnownViolations {
  /// Code that waits for the statement that will use it.
  static let waiting = ["DeepNetworks/Sweeps/", "DeepNetworks/Training/Batch"]

  static let folders: Set<String> = []

  static let imports: Set<String> = []

  static let dependencies: Set<String> = []

  static let packageNames: Set<String> = []

  /// The rows `fc2.*`, `mp.mean` and `glorot.meansv` of the reference table, which nothing else gives.
  static let unreached: Set<String> = [
    "DeepNetworks: GaussianProducts.meanSingularValue",
    "DeepNetworks: GaussianProducts.secondMoments",
  ]

  /// The header's last part: what tests hold against published answers, and the choice of instructions.
  static let uncalled: Set<String> = [
    "CKernels: fk_philox4x32_10",
    "CKernels: fk_select_isa",
  ]

  /// New violations are mistakes, and so are entries here that no longer hold.
  static func compare(
    _ found: Set<String>,
    _ known: Set<String>,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let new = found.subtracting(known).sorted().joined(separator: "\n")
    let gone = known.subtracting(found).sorted().joined(separator: "\n")
    #expect(new == "", "against the rules", sourceLocation: sourceLocation)
    #expect(gone == "", "known, but no longer so", sourceLocation: sourceLocation)
  }
}
