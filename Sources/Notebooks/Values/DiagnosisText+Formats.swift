import DeepNetworks

// What number formats make of the passes.
extension DiagnosisText {
  var formats: [String] {
    let width = diagnosis.formats.map { $0.format.name.count }.max() ?? 0
    return ["Number formats:"]
      + diagnosis.formats.map { report in
        let name = report.format.name
        let blanks = String(repeating: " ", count: width - name.count + 2)
        return "  \(name)\(blanks)\(words(report))"
      }
  }

  func words(_ report: Diagnosis.FormatReport) -> String {
    let parts = [
      words("signals", report.signals, "on"), words("gradients", report.gradients, "down"),
    ].compactMap { $0 }
    if parts.isEmpty { return "holds both" }
    // What relu makes of a signal that has become 0 has slope 0.
    let isCut = network.activation.hasFlatSide && report.gradients.zero != nil
    let reason =
      isCut && report.signals.zero != nil
      ? ", as the slope of \(network.activation.name) is 0 where signals are" : ""
    return parts.joined(separator: "; ") + reason
  }

  /// The worst that happens, and what came before it.
  private func words(_ what: String, _ first: Diagnosis.Trouble, _ onward: String) -> String? {
    let ends = [("infinite", first.infinite), ("nan", first.nan), ("0", first.zero)]
    let met = ends.compactMap { word, layer in layer.map { "\(word) from layer \($0) \(onward)" } }
    if !met.isEmpty { return "\(what) \(met.joined(separator: ", "))" }
    if let layer = first.stuck, moves(from: layer) {
      return "\(what) stand still from layer \(layer) \(onward)"
    }
    return first.subnormal.map { "\(what) lose digits from layer \($0) \(onward)" }
  }

  /// Whether the signals themselves go on changing from this layer, so that rounding holds them.
  private func moves(from layer: Int) -> Bool {
    let (start, end) = (diagnosis.signals.sizes[layer - 1], diagnosis.signals.sizes[depth])
    return (end - start).abs() * 100 > start
  }
}
