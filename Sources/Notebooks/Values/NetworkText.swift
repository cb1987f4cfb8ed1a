import DeepNetworks
import TerminalText

/// A network in a few lines: its shape, its weights and where they come from, its activation.
struct NetworkText {
  private let network: Network

  init(_ network: Network) {
    self.network = network
  }

  var lines: [String] {
    [
      "a network of \(NumberText.grouped(network.depth)) \(network.depth == 1 ? "layer" : "layers"), "
        + widths,
      "  " + weights,
      "  " + activation + (biases.map { ", \($0)" } ?? ""),
    ] + structure + mistake
  }

  /// Skips and norms, where there are any.
  private var structure: [String] {
    var parts: [String] = []
    if let scale = network.structure.residualScale {
      let isEverywhere = (1...network.depth).allSatisfy {
        network.width(of: $0) == network.width(of: $0 - 1)
      }
      let branch = scale == .one ? "g(z[l])" : "\(Rendering.number(scale, digits: 6)) g(z[l])"
      let block = network.structure.block
      let place =
        block > 1
        ? " where a block of \(block) layers ends"
        : isEverywhere ? "" : " where both have one width"
      parts.append("a[l] = a[l-\(block)] + \(branch)\(place)")
    }
    if let norm = network.structure.norm {
      parts.append("\(norm.subject) has mean 0 and variance 1\(norm.place)")
    }
    if network.dropsUnits {
      let share = Rendering.number(network.structure.dropout, digits: 6)
      parts.append("training drops each hidden unit with probability \(share)")
    }
    return parts.isEmpty ? [] : ["  " + parts.joined(separator: "; ")]
  }

  /// That there is one to be found, and not where.
  private var mistake: [String] {
    network.mistake == nil ? [] : ["  with a mistake in its backward pass"]
  }

  private var widths: String {
    let all = (0...network.depth).map(network.width)
    if Set(all).count == 1 { return "width \(all[0])" }
    let inner = Set(all.dropFirst().dropLast())
    if inner.count <= 1, network.depth > 3, let width = inner.first {
      return "widths \(all[0]), \(width) (\(network.depth - 1) times), \(all[network.depth])"
    }
    let shown =
      all.count <= 8
      ? all.map(String.init)
      : all.prefix(4).map(String.init) + ["…"]
        + all.suffix(2).map(String.init)
    return "widths " + shown.joined(separator: ", ")
  }

  private var weights: String {
    switch network.origin {
    case .matrices: WeightsText(network).sentence
    case .drawn(let initialization, let seed):
      "weights drawn from \(Rendering.initialization(initialization)), seed \(seed)"
    }
  }

  /// Runs of layers with one activation.
  var activationRuns: [(layers: ClosedRange<Int>, activation: Activation)] {
    var runs: [(layers: ClosedRange<Int>, activation: Activation)] = []
    for layer in 1...network.depth {
      let activation = network.activation(of: layer)
      if let last = runs.last, last.activation == activation {
        runs[runs.count - 1].layers = last.layers.lowerBound...layer
      } else {
        runs.append((layer...layer, activation))
      }
    }
    return runs
  }

  private var mixedActivation: String {
    let runs = activationRuns
    let parts = runs.prefix(6).map { run in
      let (first, last) = (run.layers.lowerBound, run.layers.upperBound)
      let layers = first == last ? "layer \(first)" : "layers \(first) to \(last)"
      return "\(run.activation.name) in \(layers)"
    }
    return "g is " + parts.joined(separator: ", ") + (runs.count > 6 ? ", …" : "")
  }

  private var activation: String {
    if network.hasMixedActivations { return mixedActivation }
    let inner = network.activation(of: 1)
    let last = network.activation(of: network.depth)
    let text = Self.formula(inner)
    return "g(z) = " + (inner == last ? text : "\(text), in the last layer \(Self.formula(last))")
  }

  static func formula(_ activation: Activation) -> String {
    activation.formula { Rendering.number(Extended($0), digits: 6) }
  }

  private var biases: String? {
    (1...network.depth).contains { network.bias($0) != nil } ? "with biases" : "b = 0"
  }
}

extension Norm {
  /// What it brings to mean 0 and variance 1.
  fileprivate var subject: String {
    switch self {
    case .layer(_, .inside), .batch: "z[l]"
    case .layer(_, .before): "what a block's first W gets"
    case .layer(_, .after): "a[l]"
    }
  }

  /// Where.
  fileprivate var place: String {
    switch self {
    case .layer(_, .inside): " in the hidden layers"
    case .layer(_, .before): ""
    case .layer(_, .after): " where a block ends, but for ŷ"
    case .batch(_, let running):
      " over the samples in the hidden layers"
        + (running == nil ? "" : ", over those of its training for one alone")
    }
  }
}

/// The weights of a network in words: which layers share a matrix, and what it is.
struct WeightsText {
  private let network: Network

  init(_ network: Network) {
    self.network = network
  }

  /// Runs of layers with one matrix, in order; a deep network of one matrix is one run.
  var runs: [(layers: ClosedRange<Int>, matrix: Matrix)] {
    var runs: [(layers: ClosedRange<Int>, matrix: Matrix)] = []
    for layer in 1...network.depth {
      let matrix = network.weights(layer)
      if let last = runs.last, last.matrix == matrix {
        runs[runs.count - 1].layers = last.layers.lowerBound...layer
      } else {
        runs.append((layer...layer, matrix))
      }
    }
    return runs
  }

  var sentence: String {
    let runs = runs
    guard runs.count <= 3 else { return "\(runs.count) different weight matrices" }
    return runs.map { run in
      let name =
        run.layers.count == 1
        ? "W[\(run.layers.lowerBound)]" : "W[\(run.layers.lowerBound)…\(run.layers.upperBound)]"
      return "\(name) = \(Self.short(run.matrix))"
    }.joined(separator: ", ")
  }

  static func short(_ matrix: Matrix) -> String {
    if case .scaledIdentity(let scale, _) = matrix {
      return scale == .one ? "I" : "\(Rendering.number(scale)) I"
    }
    guard matrix.rows <= 2, matrix.columns <= 2 else {
      return "a matrix of \(matrix.rows) × \(matrix.columns)"
    }
    let rows = (0..<matrix.rows).map { row in
      "["
        + (0..<matrix.columns).map { Rendering.number(matrix[row, $0], digits: 6) }
        .joined(separator: ", ") + "]"
    }
    return "[\(rows.joined(separator: ", "))]"
  }
}
