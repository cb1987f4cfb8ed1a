import DeepNetworks

/// The arguments of `network(…)` and what they make.
enum NetworkMaking {
  static let parameters: [Parameter] = [
    .positional(
      "weights",
      "a matrix for every layer, a list of matrices by layer, or an initialisation"
    ),
    .optional("depth", "L, the number of layers", otherwise: "as many as the list has"),
    .optional("last", "another matrix for the last layer", otherwise: "the same"),
    .optional(
      "activation",
      "g, such as tanh, or a list with one per layer, or per layer of a block",
      otherwise: "linear"
    ),
    .optional("last_activation", "g of the last layer", otherwise: "the same"),
    .optional("slope", "of leaky_relu below 0", otherwise: "0.01"),
    .optional(
      "bias",
      "a vector added in every layer but a last one given apart, or a row per layer",
      otherwise: "0"
    ),
    .optional("width", "units in a layer, with random weights", otherwise: "from the matrix"),
    .optional("widths", "units in each layer from the input on", otherwise: "all the same"),
    .optional("inputs", "size of x, with random weights", otherwise: "width"),
    .optional("outputs", "size of ŷ, with random weights", otherwise: "width"),
    .optional("bias_deviation", "spread of random biases", otherwise: "0"),
    .optional(
      "residual",
      "α: a[l] = a[l-1] + α g(z[l]), where both have one width",
      otherwise: "no skip"
    ),
    .optional(
      "block",
      "how many layers each skip goes past: a[l] = a[l-k] + α g(z[l])",
      otherwise: "1"
    ),
    .optional(
      "norm",
      "a layer norm before each hidden g: true or \"layer\"; before each block \"pre\", after its sum "
        + "\"post\"; \"batch\": each unit's over the samples",
      otherwise: "false"
    ),
    .optional(
      "dropout",
      "p: in training each hidden unit is 0 with probability p, else over 1 - p",
      otherwise: "0"
    ),
    .optional("seed", "which draw of random weights", otherwise: "1"),
  ]

  @Sendable static func make(_ call: inout Call) throws(Failure) -> Value {
    // Its many arguments are looked up and checked.
    try call.spend(operations: 20_000)
    let structure = try structure(call)
    let plain = try plain(structure, &call)
    let network = try structured(plain, structure, call)
    let hasSkip = (1...plain.depth).contains { network.skipStart(of: $0) != nil }
    if call.has("residual"), !hasSkip {
      try refuse(["residual"], with: "where a layer is as wide as the one before", call)
    }
    return .network(network)
  }

  private static func structured(
    _ network: Network,
    _ structure: Structure,
    _ call: Call
  ) throws(Failure) -> Network {
    do {
      return try network.structured(structure)
    } catch {
      let parameter =
        switch error {
        case .dropout: "dropout"
        case .block, .blockRest: "block"
        default: "residual"
        }
      throw call.failure(.value(.network(error.description)), at: parameter)
    }
  }

  /// Skips and norms.
  private static func structure(_ call: Call) throws(Failure) -> Structure {
    let norm = try norm(call)
    let dropout = try call.number("dropout", otherwise: .zero)
    guard call.has("residual") else {
      try refuse(["block"], with: "with residual, whose skips go past blocks", call)
      if norm?.isOfBlocks == true {
        try refuse(["norm"], with: "with residual, as \"pre\" and \"post\" are of its blocks", call)
      }
      return Structure(norm: norm, dropout: dropout)
    }
    return Structure(
      residualScale: try call.number("residual"),
      block: try call.integer("block", in: 1...Networks.deepest, otherwise: 1),
      norm: norm,
      dropout: dropout
    )
  }

  private static func norm(_ call: Call) throws(Failure) -> Norm? {
    guard call.has("norm") else { return nil }
    if case .truth(let truth) = call.value("norm") { return truth.holds ? norms[0].norm : nil }
    if case .text(let text) = call.value("norm"),
      let found = norms.first(where: { $0.word == text })
    {
      return found.norm
    }
    let words = norms.dropLast().map { "\"\($0.word)\"" }
    throw call.wrong(
      "norm",
      expected: (["true", "false"] + words).joined(separator: ", ")
        + " or \"\(norms[norms.count - 1].word)\""
    )
  }

  /// The norms by their words, that of `true` first.
  static let norms: [(word: String, norm: Norm)] = [
    ("layer", .layer(epsilon: Structure.usualEpsilon, .inside)),
    ("pre", .layer(epsilon: Structure.usualEpsilon, .before)),
    ("post", .layer(epsilon: Structure.usualEpsilon, .after)),
    ("batch", .batch(epsilon: Structure.usualEpsilon, nil)),
  ]

  private static func plain(_ structure: Structure, _ call: inout Call) throws(Failure) -> Network {
    let slope = try call.slope()
    if call.has("activation"), case .layers(let list) = call.value("activation") {
      let activations = try activations(list, slope, call)
      let network = try weighted(.linear, nil, call)
      if activations.count == structure.block, structure.block > 1 {
        // Each layer's is put in its place, and compared with its neighbours' where they are told.
        try call.spend(operations: 10_000 * Double(network.depth))
        let blocks = try structured(network, structure, call)
        return try activated(blocks, network, activations, slope, call)
      }
      try refuse(["last_activation"], with: "with one activation for all layers before", call)
      return try call.engine(at: "activation") { try network.activated(by: activations) }
    }
    let activation = try call.activation("activation", slope: slope)
    let last: Activation? =
      call.has("last_activation") ? try call.activation("last_activation", slope: slope) : nil
    return try weighted(activation, last, call)
  }

  /// The activations of a block in each of them; the first in layers between, perhaps another in the
  /// last.
  private static func activated(
    _ blocks: Network,
    _ network: Network,
    _ activations: [Activation],
    _ slope: Extended,
    _ call: Call
  ) throws(Failure) -> Network {
    var list = blocks.blocks.flatMap { activations.prefix($0.count) }
    if call.has("last_activation") {
      list[network.depth - 1] = try call.activation("last_activation", slope: slope)
    }
    return try call.engine(at: "activation") { try network.activated(by: list) }
  }

  private static func activations(
    _ list: PerLayer,
    _ slope: Extended,
    _ call: Call
  ) throws(Failure) -> [Activation] {
    var activations: [Activation] = []
    for element in list.elements {
      guard let name = element.nameOfBuiltIn, let found = Activation.named(name, slope: slope)
      else {
        throw call.wrong("activation", expected: "activations, such as [tanh, tanh, linear]")
      }
      activations.append(found)
    }
    return activations
  }

  private static func weighted(
    _ activation: Activation,
    _ last: Activation?,
    _ call: Call
  ) throws(Failure) -> Network {
    let weights = call.value("weights")
    if case .matrix(let matrix) = weights { return try repeated(matrix, activation, last, call) }
    if case .layers(let list) = weights { return try listed(list, activation, last, call) }
    if let initialization = weights.asInitialization {
      return try drawn(initialization, activation, last, call)
    }
    throw call.wrong(
      "weights",
      expected: "a matrix, a list of matrices, or an initialisation such as gaussian()"
    )
  }

  private static func depth(_ call: Call) throws(Failure) -> Int {
    guard call.has("depth") else {
      throw call.failure(
        .name(
          .missingArgument(
            "depth",
            function: "network",
            signature: "network(M, depth: 20) or network(gaussian(), width: 64, depth: 20)"
          )
        )
      )
    }
    return try call.integer("depth", in: 1...Networks.deepest)
  }

  private static func refuse(_ labels: [String], with what: String, _ call: Call) throws(Failure) {
    for label in labels where call.has(label) {
      throw call.failure(
        .name(
          .uselessArgument(label, function: "network", goes: what)
        ),
        at: label
      )
    }
  }

  private static let withOneMatrix = "with one matrix, as in network(M, depth: 20)"
  private static let withRandomWeights =
    "with random weights, as in network(gaussian(), width: 64, depth: 20)"

  private static let ofRandomWeights = [
    "width", "widths", "inputs", "outputs", "bias_deviation", "seed",
  ]

  /// The lecture's network: W[1] = … = W[L-1], and W[L] apart if it is given.
  private static func repeated(
    _ matrix: Matrix,
    _ activation: Activation,
    _ last: Activation?,
    _ call: Call
  ) throws(Failure) -> Network {
    try refuse(ofRandomWeights, with: withRandomWeights, call)
    let depth = try depth(call)
    let lastMatrix = call.has("last") ? try call.matrix("last") : nil
    if let biases = try biases(call) {
      // As many as the biases have rows, so that there are no more.
      let count = min(depth, biases.count)
      let matrices = Array(repeating: matrix, count: count - 1) + [lastMatrix ?? matrix]
      return try call.engine(at: "bias") {
        guard count == depth else { throw NetworkError.biasCount(count, depth: depth) }
        return try Network(
          weights: matrices,
          biases: biases,
          activation: activation,
          lastActivation: last
        )
      }
    }
    let bias = call.has("bias") ? try call.vector("bias") : nil
    do {
      return try Network(
        repeating: matrix,
        depth: depth,
        last: lastMatrix,
        bias: bias,
        lastBias: lastMatrix == nil ? bias : nil,
        activation: activation,
        lastActivation: last
      )
    } catch {
      throw call.failure(.value(.network(error.description)), at: culprit(error, depth))
    }
  }

  /// More than any network that can be computed with has.
  private static let mostBiases = 1e7

  /// A bias for each layer, where a list or a matrix with its rows is given.
  private static func biases(_ call: Call) throws(Failure) -> [Vector]? {
    guard call.has("bias") else { return nil }
    switch call.value("bias").operand {
    case .matrix(let matrix):
      // An identity is held as its factor: written out it may be larger than any memory.
      guard Double(matrix.rows) * Double(matrix.columns) <= mostBiases else {
        throw call.wrong("bias", expected: "a row for each layer, as long as the layer is wide")
      }
      return (0..<matrix.rows).map { matrix.row($0) }
    case .layers(let list):
      var rows: [Vector] = []
      for element in list.elements {
        guard case .vector(let row) = element.operand else {
          throw call.wrong("bias", expected: "a vector for each layer")
        }
        rows.append(row)
      }
      return rows
    case .number, .vector, .never, .other: return nil
    }
  }

  /// The argument that an error of the engine is about.
  private static func culprit(_ error: NetworkError, _ depth: Int) -> String {
    switch error {
    case .biasLength: "bias"
    // Without `last` there is no such argument, and the call is marked.
    case .layerShape(let layer, _, _) where layer == depth && depth > 1: "last"
    default: "weights"
    }
  }

  private static func listed(
    _ list: PerLayer,
    _ activation: Activation,
    _ last: Activation?,
    _ call: Call
  ) throws(Failure) -> Network {
    try refuse(ofRandomWeights, with: withRandomWeights, call)
    try refuse(["depth", "last"], with: withOneMatrix, call)
    var matrices: [Matrix] = []
    for element in list.elements {
      guard case .matrix(let matrix) = element else {
        throw call.wrong("weights", expected: "a list of matrices")
      }
      matrices.append(matrix)
    }
    guard call.has("bias") else {
      return try call.engine(at: "weights") {
        try Network(weights: matrices, activation: activation, lastActivation: last)
      }
    }
    guard let biases = try biases(call) else {
      throw call.wrong("bias", expected: "a row for each layer, such as [[0.1, 0], [0, 0.2]]")
    }
    return try call.engine(at: "bias") {
      try Network(
        weights: matrices,
        biases: biases,
        activation: activation,
        lastActivation: last
      )
    }
  }

  private static func drawn(
    _ initialization: Initialization,
    _ activation: Activation,
    _ last: Activation?,
    _ call: Call
  ) throws(Failure) -> Network {
    try refuse(["last", "bias"], with: withOneMatrix, call)
    let widths = try widths(call)
    let deviation = try call.double("bias_deviation", otherwise: 0)
    guard deviation >= 0 else {
      throw call.wrong("bias_deviation", expected: "a number of 0 or more")
    }
    let seed = try call.seed()
    return try call.engine {
      try Network(
        initialization: initialization,
        widths: widths,
        biasStandardDeviation: deviation,
        activation: activation,
        lastActivation: last,
        seed: seed
      )
    }
  }

  private static let widest = 1...100_000

  private static func widths(_ call: Call) throws(Failure) -> [Int] {
    if call.has("widths") {
      let others = ["width", "depth", "inputs", "outputs"]
      try refuse(others, with: "without widths, which has the units of every layer", call)
      let given = try call.vector("widths").elements
      let widths = given.compactMap(\.integer).filter(widest.contains)
      guard widths.count == given.count, widths.count >= 2 else {
        throw call.wrong(
          "widths",
          expected: "two or more whole numbers from 1 to 100 000, such as [2, 8, 1]"
        )
      }
      return widths
    }
    let depth = try depth(call)
    guard call.has("width") else {
      throw call.failure(
        .name(
          .missingArgument(
            "width or widths",
            function: "network",
            signature: "network(gaussian(), width: 64, depth: 20)"
          )
        )
      )
    }
    let width = try call.integer("width", in: widest)
    var widths = Array(repeating: width, count: depth + 1)
    widths[0] = try call.integer("inputs", in: widest, otherwise: width)
    widths[depth] = try call.integer("outputs", in: widest, otherwise: width)
    return widths
  }
}
