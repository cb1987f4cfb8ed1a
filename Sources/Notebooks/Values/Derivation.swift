import DeepNetworks
import TerminalText

/// ŷ as a product of matrices, line by line as on the board, then with the values put in.
struct Derivation {
  private let network: Network
  private let depth: Int
  private let isLinear: Bool
  private let hasBiases: Bool

  init(of network: Network) {
    self.network = network
    depth = network.depth
    isLinear = (1...network.depth).allSatisfy { network.activation(of: $0) == .linear }
    hasBiases = (1...network.depth).contains { network.bias($0) != nil }
  }

  var text: StyledText {
    var lines = layerLines
    lines.append("")
    lines += generalForm
    let values = valueLines
    if !values.isEmpty { lines += [""] + values }
    return StyledText(lines.joined(separator: "\n"))
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
    let g = isLinear ? "g(z) = z" : "g(z) = \(NetworkText.formula(network.activation(of: 1)))"
    let bias = hasBiases ? " + b[1]" : ""
    let end = depth == 1 ? " = ŷ" : ""
    return [
      "z[1] = W[1] x\(bias)" + (hasBiases ? "" : "\tb = 0: nothing is added"),
      isLinear
        ? "a[1] = g(z[1]) = z[1]\(end)\t\(g)"
        : "a[1] = g(z[1]) = g(W[1] x\(bias))\(end)\t\(g)",
    ]
  }

  private func line(_ layer: Int) -> String {
    let end = layer == depth ? " = ŷ" : ""
    let bias = hasBiases ? " + b[\(layer)]" : ""
    let step = "a[\(layer)] = g(W[\(layer)] a[\(layer - 1)]\(bias))"
    guard isLinear else { return step + end }
    return hasBiases
      ? "\(step) = W[\(layer)] a[\(layer - 1)]\(bias)\(end)"
      : "\(step) = \(product(from: layer)) x\(end)"
  }

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

  private var generalForm: [String] {
    if isLinear, !hasBiases {
      return [
        "ŷ = \(depth <= 5 ? product(from: depth) : "W[L] W[L-1] … W[2] W[1]") x"
          + (depth <= 5 ? "" : "    with L = \(depth)"),
        "x meets W[1] first, so the matrices act from right to left.",
      ]
    }
    if isLinear {
      return ["Each layer multiplies by its matrix, then adds its bias."]
    }
    let inner = hasBiases ? "W[1] x + b[1]" : "W[1] x"
    return [
      "ŷ = g(W[L] g(W[L-1] … g(\(inner)) … ))    with L = \(depth)",
      "g bends, so the matrices are not one product; each layer still multiplies by its matrix.",
    ]
  }

  // MARK: - The values put in

  private var valueLines: [String] {
    guard case .matrices = network.origin else {
      return ["The weights are random: \(NetworkText(network).lines[1].drop { $0 == " " })."]
    }
    guard isLinear, !hasBiases else {
      return ["With \(WeightsText(network).sentence)."]
    }
    return ScaledProduct(network)?.lines ?? denseProduct
  }

  /// The product of all matrices, where it is small enough to be read.
  private var denseProduct: [String] {
    let sentence = "With \(WeightsText(network).sentence):"
    guard network.inputWidth <= 6, network.outputWidth <= 6 else { return [sentence] }
    var total = network.weights(1)
    for layer in stride(from: 2, through: depth, by: 1) {
      do { total = try network.weights(layer) * total } catch { return [sentence] }
    }
    let rows = Rendering.matrix(total)
    let head = "ŷ = P x with P = \(product(from: depth)) = "
    let indent = String(repeating: " ", count: displayWidth(head))
    return [sentence, head + rows.joined(separator: "\n" + indent)]
  }
}
