import DeepNetworks

// Networks applied to several samples.
extension Networks {
  /// What a network is applied to.
  enum Given {
    case one(Vector)
    /// One or more.
    case samples([Vector])
  }

  /// An input, or several as the rows of a matrix.
  static func given(_ value: Value, for network: Network) throws(Problem) -> Given {
    guard case .matrix(let matrix) = value.operand else {
      return .one(try input(value, for: network))
    }
    guard matrix.columns == network.inputWidth else {
      throw .value(.sampleRows(columns: matrix.columns, inputs: network.inputWidth))
    }
    guard Double(matrix.rows) * Double(matrix.columns) <= mostSampled else {
      throw .name(
        .wrongArgument(
          "The input",
          function: "a network",
          expected: "a vector, or a matrix of at most 10 million entries",
          got: value.described
        )
      )
    }
    return .samples((0..<matrix.rows).map { matrix.row($0) })
  }

  /// Entries of all samples together.
  private static let mostSampled = 1e7

  /// Several samples through a network together.
  static func forward(
    _ network: Network,
    _ samples: [Vector],
    _ manner: Manner,
    _ meter: inout Meter
  ) throws(Problem) -> JointForward {
    try meter.spend(network.jointCost(samples: samples.count).forward)
    do {
      return try network.forward(
        samples: samples,
        format: manner.format,
        flushToZero: manner.flushesToZero,
        droppingBy: manner.dropSeed,
        checkpoint: meter.checkpoint
      )
    } catch {
      throw EngineProblem.problem(of: error)
    }
  }
}

extension Call {
  /// An input, or several as the rows of a matrix.
  func given(_ parameter: String, for network: Network) throws(Failure) -> Networks.Given {
    do {
      return try Networks.given(value(parameter), for: network)
    } catch {
      throw failure(error, at: parameter)
    }
  }

  /// A list of what stands in the layers of a pass, a row for each of several samples.
  mutating func layers(
    _ symbol: String,
    first: Int,
    _ pick: (Forward) -> VectorList
  ) throws(Failure) -> Value {
    let network = try network("net")
    let elements: [Value]
    switch try given("x", for: network) {
    case .one(let x): elements = pick(try forward(network, x)).map(Value.vector)
    case .samples(let samples):
      let lists = try forward(network, samples).samples.map(pick)
      elements = lists[0].indices.map { layer in .matrix(Matrix(rows: lists.map { $0[layer] })) }
    }
    return .layers(PerLayer(symbol: symbol, first: first, elements: elements))
  }
}
