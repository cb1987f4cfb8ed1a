import DeepNetworks
import TerminalText

/// ŷ as a product of matrices, line by line as on the board, then with the values put in.
struct Derivation {
  private let network: Network
  private let depth: Int
  /// g of the layers before the last.
  private let activation: Activation
  /// g of the last layer, where it is another.
  private let last: Activation?
  private let hasBiases: Bool

  init(of network: Network) {
    self.network = network
    depth = network.depth
    activation = network.activation(of: 1)
    let end = network.activation(of: network.depth)
    last = end == activation ? nil : end
    hasBiases = (1...network.depth).contains { network.bias($0) != nil }
  }

  /// What it takes: a product of all matrices where that is small, else a look at each of them.
  static func operations(of network: Network) -> Double {
    guard case .matrices = network.origin else {
      return Meter.perEntry * Double(network.depth + network.width(of: 1))
    }
    let columns = network.inputWidth <= largestProduct ? Double(network.inputWidth) : 1
    return network.forwardCost.operations * columns
  }

  func text() throws(Problem) -> StyledText {
    guard network.structure == .plain, !network.hasMixedActivations else {
      let lines = StructuredDerivation(network).lines + [""] + (try valueLines())
      return StyledText(lines.joined(separator: "\n"))
    }
    var lines = layerLines
    lines.append("")
    lines += generalForm
    let values = try valueLines()
    if !values.isEmpty { lines += [""] + values }
    return StyledText(lines.joined(separator: "\n"))
  }

  private var isLinear: Bool { activation == .linear }
  private var isProduct: Bool { isLinear && !hasBiases }

  private func bias(_ layer: Int) -> String {
    network.bias(layer) == nil ? "" : " + b[\(layer)]"
  }

  // MARK: - One line per layer

  /// The first layers, then the last: what happens between repeats itself.
  private var layerLines: [String] {
    let shown = depth <= 6 ? Array(1...depth) : [1, 2, 3]
    var lines = firstLayer
    for layer in shown.dropFirst() { lines.append(line(layer)) }
    if depth > 6 {
      lines.append("…")
      lines.append(line(depth))
    }
    return aligned(lines)
  }

  private var firstLayer: [String] {
    let sum = "W[1] x\(bias(1))"
    let value = isLinear ? "z[1]" : "g(\(sum))"
    return [
      "z[1] = \(sum)" + (hasBiases ? "" : "\tb = 0: nothing is added"),
      "a[1] = g(z[1]) = \(value)\(depth == 1 ? " = ŷ" : "")"
        + "\tg(z) = \(NetworkText.formula(activation))",
    ]
  }

  private func line(_ layer: Int) -> String {
    let sum = "W[\(layer)] a[\(layer - 1)]\(bias(layer))"
    let product = "\(product(from: layer)) x"
    guard layer == depth else {
      guard isLinear else { return "a[\(layer)] = g(\(sum))" }
      return "a[\(layer)] = g(\(sum)) = \(hasBiases ? sum : product)"
    }
    guard let last else {
      let value = isProduct ? " = \(product)" : isLinear ? " = \(sum)" : ""
      return "a[\(layer)] = g(\(sum))\(value) = ŷ"
    }
    if last == .linear { return "a[\(layer)] = \(sum) = ŷ\tno g in the last layer" }
    let value = isProduct ? " = h(\(product))" : ""
    return "a[\(layer)] = h(\(sum))\(value) = ŷ\th(z) = \(lastFormula), in the last layer"
  }

  private var lastFormula: String { NetworkText.formula(network.activation(of: depth)) }

  /// W[l] … W[1], from right to left in the order in which they act.
  private func product(from layer: Int) -> String {
    let all = stride(from: layer, through: 1, by: -1).map { "W[\($0)]" }
    if all.count <= 5 { return all.joined(separator: " ") }
    return "\(all[0]) \(all[1]) … W[2] W[1]"
  }

  private func aligned(_ lines: [String]) -> [String] {
    let parts = lines.map { $0.split(separator: "\t", maxSplits: 1).map(String.init) }
    let width = parts.filter { $0.count == 2 }.map { displayWidth($0[0]) }.max() ?? 0
    return parts.map { part in
      guard part.count == 2 else { return part.first ?? "" }
      return part[0] + String(repeating: " ", count: width - displayWidth(part[0]) + 4) + part[1]
    }
  }

  // MARK: - ŷ in one line

  private var generalForm: [String] {
    let isShort = depth <= (isProduct ? 5 : 4)
    let with = isShort ? "" : "    with L = \(depth)"
    guard isProduct else {
      return ["ŷ = \(isShort ? nested : nestedInGeneral)\(with)"] + remark
    }
    let product = isShort ? product(from: depth) : "W[L] W[L-1] … W[2] W[1]"
    let value = last == nil ? "\(product) x" : "h(\(product) x)"
    let order = "x meets W[1] first, so the matrices act from right to left."
    return ["ŷ = \(value)\(with)"] + (depth == 1 ? [] : [order])
  }

  private var remark: [String] {
    if isLinear {
      return hasBiases ? ["Each layer multiplies by its matrix, then adds its bias."] : []
    }
    if depth == 1 { return [] }
    return [
      "g bends, so the matrices are not one product; each layer still multiplies by its matrix."
    ]
  }

  /// A layer's activation of its weighted sum.
  private func activated(_ sum: String, _ activation: Activation, _ name: String) -> String {
    activation == .linear ? sum : "\(name)(\(sum))"
  }

  /// Every layer written out: `g(W[2] g(W[1] x + b[1]) + b[2])`.
  private var nested: String {
    var text = "W[1] x\(bias(1))"
    for layer in stride(from: 2, through: depth, by: 1) {
      var inner = activated(text, activation, "g")
      if isLinear, inner.contains("+") { inner = "(\(inner))" }
      text = "W[\(layer)] \(inner)\(bias(layer))"
    }
    return activated(text, network.activation(of: depth), last == nil ? "g" : "h")
  }

  private var nestedInGeneral: String {
    let g = isLinear ? "" : "g"
    let before = network.bias(depth - 1) == nil ? "" : "+ b[L-1]"
    let end = network.bias(depth) == nil ? "" : " + b[L]"
    let inner = "\(g)(W[L-1] … \(g)(W[1] x\(bias(1))) … \(before))"
    return activated("W[L] \(inner)\(end)", network.activation(of: depth), last == nil ? "g" : "h")
  }

  // MARK: - The values put in

  /// The product of all matrices is shown up to this size.
  private static let largestProduct = 6

  private func valueLines() throws(Problem) -> [String] {
    if case .drawn(let initialization, let seed) = network.origin {
      let source = Rendering.initialization(initialization)
      return ["The weights are drawn from \(source), seed \(seed)."]
    }
    guard isProduct, last == nil, network.structure == .plain, !network.hasMixedActivations else {
      return ["With \(WeightsText(network).sentence)."]
    }
    if let product = ScaledProduct(network) { return try product.lines() }
    return try denseProduct()
  }

  /// The product of all matrices, where it is small enough to be read.
  private func denseProduct() throws(Problem) -> [String] {
    let weights = WeightsText(network).sentence
    guard network.inputWidth <= Self.largestProduct, network.outputWidth <= Self.largestProduct
    else { return ["With \(weights)."] }
    var total = network.weights(1)
    for layer in stride(from: 2, through: depth, by: 1) {
      do {
        total = try network.weights(layer) * total
      } catch {
        throw .value(.network(error.description))
      }
      total = try Arithmetic.inRange(total)
    }
    let rows = Rendering.matrix(total)
    let head = "ŷ = P x with P = \(product(from: depth)) = "
    let indent = String(repeating: " ", count: displayWidth(head))
    return ["With \(weights):", head + rows.joined(separator: "\n" + indent)]
  }
}
