import DeepNetworks

/// What a matrix does to its own directions.
extension BuiltIns {
  private static let matrix = Parameter.positional("M", "a square matrix")

  static let eigenvalueFunctions: [Function] = [
    Function(
      "eigenvalues",
      [matrix],
      "λ with M v = λ v, the largest |λ| first: a row for each, its real part and its imaginary part. A "
        + "complex λ has its conjugate in the next row. Fewer digits are printed where fewer are "
        + "right, as of those that lie close to each other.",
      examples: [
        "eigenvalues([[2, 1], [1, 1]])", "eigenvalues([[0, -1], [1, 0]])",
        "eigenvalues(sample(gaussian(), 8, 8))*[1, 0]",
      ]
    ) { call throws(Failure) in
      let parts = try eigenvalues(&call).parts
      return .matrix(
        try call.engine(at: "M") { try Arithmetic.inRange(try Matrix.rows(parts)) }
      )
    },
    Function(
      "spectral_radius",
      [matrix],
      "The largest |λ| of a square matrix: M^k grows as its k-th power in the end, whatever the "
        + "singular values let it do before.",
      examples: [
        "spectral_radius([[0.9, 10], [0, 0.9]])",
        "spectral_radius(sample(gaussian(), 64, 64, seed: 2))",
      ]
    ) { call throws(Failure) in
      let radius = try eigenvalues(&call).radius
      return .number(try call.engine(at: "M") { try Arithmetic.inRange(radius) })
    },
  ]

  private static func eigenvalues(_ call: inout Call) throws(Failure) -> Eigenvalues {
    let matrix = try call.entries("M")
    try call.spend(Eigenvalues.cost(of: matrix))
    let checkpoint = call.meter.checkpoint
    let found = try call.engine(at: "M") { try Eigenvalues(matrix, checkpoint: checkpoint) }
    guard let found else {
      throw call.failure(
        .value(
          .noConvergence(
            "The iteration for eigenvalues",
            advice: "Ask for singular_values(M)."
          )
        ),
        at: "M"
      )
    }
    return found
  }
}
