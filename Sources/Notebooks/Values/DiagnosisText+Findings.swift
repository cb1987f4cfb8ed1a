import DeepNetworks

// What else than depth keeps a network from training well.
extension DiagnosisText {
  var findings: [String] { diagnosis.findings.map(sentence) }

  /// What the verdict says of a finding; nil where it doesn't.
  static func flaw(_ finding: Diagnosis.Finding) -> String? {
    switch finding {
    case .zeroWeights: "weights are all 0"
    case .alike: "units are alike"
    case .deadUnits: "units are dead"
    case .saturated: "units are saturated"
    case .unlikeWeights, .inputSize, .inputOffset: nil
    }
  }

  private func sentence(_ finding: Diagnosis.Finding) -> String {
    switch finding {
    case .zeroWeights(let layers):
      return "All weights of \(Self.names(layers)) are 0."
    case .alike(let layer, let units, let kinds, let layers):
      let what =
        kinds == 1
        ? "All \(units) units of layer \(layer) have the same weights in and out"
        : "Only \(kinds) of the \(units) units of layer \(layer) differ in their weights in or out"
      return what + ": such units compute the same and learn the same, as one would."
        + also(layers, "So it is")
    case .deadUnits(let layer, let count, let all, let layers, let inputs):
      let who =
        all == 1
        ? "The only unit of layer \(layer) has"
        : (count == all ? "All \(all) units" : "\(count) of \(all) units")
          + " of layer \(layer) have"
      return who + " slope 0 at all \(inputs) inputs tried (this one and normal ones of its size), "
        + "and so \(all == 1 ? "learns" : "learn") nothing from them."
        + also(layers, "Nine tenths or more are dead")
    case .saturated(let layer, let share, let layers):
      return "\(Self.short(Extended(share * 100))) % of the slopes of layer \(layer) are below a "
        + "thousandth of the one at 0: saturated units pass hardly any gradient."
        + also(layers, "Half or more are")
    case .unlikeWeights(let layer, let ratio):
      return "W[\(layer)] is \(Self.short(ratio)) times as large as the layers' weights usually "
        + "are (the median of ‖W[l]‖/√rows)."
    case .inputSize(let rms):
      return
        "The input has rms \(Self.short(rms)): networks are made for inputs of about 1, so divide "
        + "it by that."
    case .inputOffset(let mean, let rms):
      return
        "The input's entries have mean \(Self.short(mean)) and rms \(Self.short(rms)): inputs that "
        + "lie about 0 are learnt from faster."
    }
  }

  private func also(_ layers: Int, _ what: String) -> String {
    layers > 1 ? " \(what) in \(layers) of \(depth - 1) hidden layers." : ""
  }

  /// "W[1] to W[9]" or "W[2], W[7] and 3 more".
  private static func names(_ layers: [Int]) -> String {
    guard let first = layers.first, let last = layers.last, first < last else {
      return layers.map { "W[\($0)]" }.joined()
    }
    if last - first + 1 == layers.count { return "W[\(first)] to W[\(last)]" }
    let shown = layers.prefix(3).map { "W[\($0)]" }
    return shown.joined(separator: ", ")
      + (layers.count > 3 ? " and \(layers.count - 3) more" : "")
  }
}
