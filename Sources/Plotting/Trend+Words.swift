import TerminalText

extension Trend {
  /// What a reader should know of the course: "rises all the way, ×1.5 per layer, from 1 to 2216.84".
  func words(_ axis: AxisWords, scale: Scale?) -> String {
    let ends = "from \(y[0].text()) to \(y[y.count - 1].text())"
    switch shape {
    case .constant: return "is \(y[0].text()) throughout"
    case .rises(let always):
      return "rises\(always ? " all the way" : ", never falls")\(pace(axis, scale)), \(ends)"
        + share("rise", axis, scale)
    case .falls(let always):
      return "falls\(always ? " all the way" : ", never rises")\(pace(axis, scale)), \(ends)"
        + share("fall", axis, scale)
    case .peak(let turn):
      return "rises from \(y[0].text()) to \(y[turn].text()) at \(axis.at(x[turn])), "
        + "then falls to \(y[y.count - 1].text())"
    case .bottom(let turn):
      return "falls from \(y[0].text()) to \(y[turn].text()) at \(axis.at(x[turn])), "
        + "then rises to \(y[y.count - 1].text())"
    case .mixed:
      let low = y.indices.min { y[$0] < y[$1] } ?? 0
      let high = y.indices.max { y[$0] < y[$1] } ?? 0
      return "goes up and down between \(y[low].text()) (\(axis.at(x[low]))) and "
        + "\(y[high].text()) (\(axis.at(x[high]))), \(ends)"
    }
  }

  /// ", ×1.5 per layer" or what comes nearest to it and is true; empty when nothing simple is.
  private func pace(_ axis: AxisWords, _ scale: Scale?) -> String {
    guard axis.isInteger else { return "" }
    let isLogarithmic = scale?.kind == .logarithmic
    func decades(_ factor: Double) -> String {
      isLogarithmic ? " (\(NumberText.short(commonLogarithm(factor), digits: 3)) decades)" : ""
    }
    if let factor {
      let pace =
        ", ×\(NumberText.short(factor.value)) per \(axis.label)\(decades(factor.value))"
      guard factor.until < y.count - 1 else { return pace }
      let rest = y[factor.until...]
      let stays = rest.allSatisfy { !($0 < rest[factor.until]) && !(rest[factor.until] < $0) }
      return pace + " up to \(axis.at(x[factor.until]))" + (stays ? ", then level" : "")
    }
    if let difference {
      let sign = difference > 0 ? "+" : ""
      return ", \(sign)\(NumberText.short(difference)) per \(axis.label)"
    }
    guard isLogarithmic, y.count > 2, let meanFactor, meanFactor.isFinite, meanFactor > 0 else {
      return ""
    }
    let text = NumberText.short(meanFactor, digits: 3)
    return ", on average ×\(text) per \(axis.label)\(decades(meanFactor))"
  }

  /// The difference per step when it is the same to six digits.
  private var difference: Double? {
    guard isByOne, y.count > 3 else { return nil }
    let values = y.map(\.double)
    let step = (values[values.count - 1] - values[0]) / Double(values.count - 1)
    let isSteady = zip(values, values.dropFirst()).allSatisfy {
      abs($1 - $0 - step) <= 5e-7 * abs(step)
    }
    return isSteady && step.isFinite ? step : nil
  }

  /// "; 90 % of the rise is in the last 6 layers", when that is sharp and the axis linear.
  private func share(_ change: String, _ axis: AxisWords, _ scale: Scale?) -> String {
    guard let scale, case .linear = scale.kind, axis.isInteger, isByOne, y.count > 6 else {
      return ""
    }
    let sharp = (y.count - 1) / 3
    if let last = stepsOfNineTenths(on: scale), last <= sharp {
      let place = last == 1 ? "the last \(axis.label)" : "the last \(axis.count(last))"
      return "; 90 % of the \(change) is in \(place)"
    }
    if let first = firstStepsOfNineTenths(on: scale), first <= sharp {
      let place = first == 1 ? "the first \(axis.label)" : "the first \(axis.count(first))"
      return "; 90 % of the \(change) is in \(place)"
    }
    return ""
  }
}
