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

  /// What happens first, and the worst that comes of it.
  private func words(_ what: String, _ first: Diagnosis.Trouble, _ onward: String) -> String? {
    let ends = [("infinite", first.infinite), ("nan", first.nan), ("0", first.zero)]
    var met = ends.compactMap { word, layer in layer.map { "\(word) from layer \($0) \(onward)" } }
    let stuck = met.isEmpty ? first.stuck.flatMap { moves(from: $0) ? $0 : nil } : nil
    if let stuck { met = ["stand still from layer \(stuck) \(onward)"] }
    // Only signals stand still, and so layers count upwards here.
    if let layer = first.subnormal, stuck.map({ layer < $0 }) ?? true {
      met.insert("lose digits from layer \(layer) \(onward)", at: 0)
    }
    return met.isEmpty ? nil : "\(what) \(met.joined(separator: ", "))"
  }

  /// Whether the signals themselves go on changing from this layer, so that rounding holds them.
  private func moves(from layer: Int) -> Bool {
    let (start, end) = (diagnosis.signals.sizes[layer - 1], diagnosis.signals.sizes[depth])
    return (end - start).abs() * 100 > start
  }
}
