import DeepNetworks

// The repairs that were tried.
extension DiagnosisText {
  var repairs: [String] {
    guard !diagnosis.repairs.isEmpty else { return [] }
    let tried = diagnosis.repairs.map { checked in
      "  \(Self.name(checked.repair)): "
        + (checked.works
          ? "works\(Self.rest(checked)), \(Self.paces(checked))" : Self.failure(checked))
    }
    let best = diagnosis.repairs.first(where: \.works)
    let end =
      best.map { "The smallest change that works: \(Self.name($0.repair))." }
      ?? "None of these is enough by itself."
    let isSame = !diagnosis.repairs.contains { $0.repair == .unitInput }
    let start = "What could help, smallest change first, each tried"
    return [start + (isSame ? " at the same input:" : ":")] + tried + [end]
  }

  static func name(_ repair: Repair) -> String {
    switch repair {
    case .unitInput: return "the input divided by its rms, x/rms(x)"
    case .gain(let gain): return "gaussian(gain: \(typed(Extended(gain)))), where χ = 1"
    case .factor(let factor, let keepsLast):
      return "all weights\(keepsLast ? " but the last" : "") times \(typed(factor))"
    case .initialization(let initialization): return Rendering.initialization(initialization)
    case .noBias: return "no biases"
    case .activation(let activation, let initialization):
      let slope =
        if case .leaky(let slope) = activation {
          ", slope: \(Rendering.number(slope, digits: 6))"
        } else { "" }
      let weights = initialization.map { " with \(Rendering.initialization($0))" } ?? ""
      return "activation: \(activation.name)\(slope)\(weights)"
    case .skip(let scale): return "a skip past every layer, residual: \(typed(scale))"
    case .norm: return "a layer norm in the hidden layers, norm: true"
    }
  }

  private static func paces(_ checked: CheckedRepair) -> String {
    "per layer signals times \(short(checked.signals.factor)), gradients times "
      + short(checked.gradients.factor)
      + (checked.draws > 1 ? "; in \(checked.helped) of \(checked.draws) draws" : "")
      + (checked.draw > 0 ? " (not in this one: all is of draw \(checked.draw + 1))" : "")
      + "; \(fall(checked.learning))"
  }

  /// The first thing that is wrong with it.
  private static func failure(_ checked: CheckedRepair) -> String {
    guard !checked.helps else {
      if let left = checked.leaves.first { return remains(left) }
      if checked.staysAlike { return "units stay alike" }
      if !checked.learning.lowers, checked.trials == 1 { return noFall(checked.learning) }
      if checked.trials > 1 {
        return "helps in \(checked.helped) of \(checked.draws) draws, but training ends lower than "
          + "without it in \(checked.lower) of \(checked.trials) only"
      }
      return "ends no lower than without it: \(fall(checked.learning)); without it, "
        + fall(checked.without)
    }
    if checked.helped > 0 { return "helps in \(checked.helped) of \(checked.draws) draws only" }
    let flows = Self.unsteadiness(checked) ?? "what else is wrong stays"
    return flows
      + (checked.draws > 1 ? " in this draw, and it helps in none of \(checked.draws)" : "")
  }

  /// Which units a repair leaves, or makes, dead or saturated.
  private static func remains(_ finding: Diagnosis.Finding) -> String {
    func units(_ layers: Int, _ what: String) -> String {
      "units are \(what) in \(layers) hidden layer" + (layers == 1 ? "" : "s")
    }
    switch finding {
    case .deadUnits(_, _, _, let layers, _): return units(layers, "dead")
    case .saturated(_, _, let layers): return units(layers, "saturated")
    case .zeroWeights, .alike, .unlikeWeights, .inputSize, .inputOffset:
      return "what else is wrong stays"
    }
  }

  /// What a repair that works leaves, in parentheses.
  private static func rest(_ checked: CheckedRepair) -> String {
    unsteadiness(checked).map { " (\($0))" } ?? ""
  }

  /// Which flows do not keep their size with it, and what they do.
  private static func unsteadiness(_ checked: CheckedRepair) -> String? {
    let (signals, gradients) = (checked.signals, checked.gradients)
    switch (signals.trend == .steady, gradients.trend == .steady) {
    case (true, true): return nil
    case (true, false): return "gradients \(verb(gradients))"
    case (false, true): return "signals \(verb(signals))"
    case (false, false) where verb(signals) == verb(gradients):
      return "signals and gradients \(verb(signals))"
    case (false, false): return "signals \(verb(signals)), gradients \(verb(gradients))"
    }
  }
}
