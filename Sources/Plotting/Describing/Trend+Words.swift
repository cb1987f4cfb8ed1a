import TerminalText

extension Trend {
  /// What a reader should know of the course: "rises all the way, ×1.5 per layer, from 1 to 2216.84".
  func words(_ axis: AxisWords, scale: Scale?) -> String {
    if turns, y.allSatisfy({ $0.text() == y[0].text() }) { return "stays at \(y[0].text())" }
    switch shape {
    case .constant:
      return isCutShort
        ? "is \(y[0].text()) up to \(axis.at(x[x.count - 1]))" : "is \(y[0].text()) throughout"
    case .rises(let always):
      let manner = always ? " all the way" : endsLevel ? "" : " or stays level"
      return "rises\(manner)\(pace(axis, scale)), \(ends(axis))" + share("rise", axis, scale)
    case .falls(let always):
      let manner = always ? " all the way" : endsLevel ? "" : " or stays level"
      return "falls\(manner)\(pace(axis, scale)), \(ends(axis))" + share("fall", axis, scale)
    case .peak(let turn) where y[turn].text() == y[0].text():
      return "stays at \(y[0].text()) up to \(axis.at(x[turn])), "
        + "then falls to \(y[y.count - 1].text())"
    case .bottom(let turn) where y[turn].text() == y[0].text():
      return "stays at \(y[0].text()) up to \(axis.at(x[turn])), "
        + "then rises to \(y[y.count - 1].text())"
    case .peak(let turn) where y[turn].text() == y[y.count - 1].text():
      return "rises from \(y[0].text()) to \(y[turn].text()) at \(axis.at(x[reached(turn)])), "
        + "then stays there"
    case .bottom(let turn) where y[turn].text() == y[y.count - 1].text():
      return "falls from \(y[0].text()) to \(y[turn].text()) at \(axis.at(x[reached(turn)])), "
        + "then stays there"
    case .peak(let turn):
      return "rises from \(y[0].text()) to \(y[turn].text()) \(stay(turn, axis)), "
        + "then falls to \(y[y.count - 1].text())"
    case .bottom(let turn):
      return "falls from \(y[0].text()) to \(y[turn].text()) \(stay(turn, axis)), "
        + "then rises to \(y[y.count - 1].text())"
    case .mixed:
      let low = y.indices.min { y[$0] < y[$1] } ?? 0
      let high = y.indices.max { y[$0] < y[$1] } ?? 0
      return "goes up and down between \(y[low].text()) (\(axis.at(x[low]))) and "
        + "\(y[high].text()) (\(axis.at(x[high]))), \(ends(axis))"
    }
  }

  /// The first point that is as high as the turn, the last of its level.
  private func reached(_ turn: Int) -> Int {
    y.firstIndex { !($0 < y[turn]) && !(y[turn] < $0) } ?? turn
  }

  /// "at layer 2", "at layer 2, stays there up to layer 4".
  private func stay(_ turn: Int, _ axis: AxisWords) -> String {
    let first = reached(turn)
    return "at \(axis.at(x[first]))"
      + (first < turn ? ", stays there up to \(axis.at(x[turn]))" : "")
  }

  /// Whether it both rises and falls.
  private var turns: Bool {
    switch shape {
    case .peak, .bottom, .mixed: true
    case .constant, .rises, .falls: false
    }
  }

  /// "from 1 to 2216.84", with more digits or the difference where six digits show none.
  private func ends(_ axis: AxisWords) -> String {
    let place = isCutShort ? " at \(axis.at(x[x.count - 1]))" : ""
    for digits in [6, 15] {
      let ends = (y[0].text(digits: digits), y[y.count - 1].text(digits: digits))
      if ends.0 != ends.1 || shape == .mixed { return "from \(ends.0) to \(ends.1)\(place)" }
    }
    let change = y[y.count - 1].double - y[0].double
    return "from \(y[0].text()), by \(NumberText.short(change)) in all\(place)"
  }

  /// ", ×1.5 per layer" or what comes nearest to it and is true; empty when nothing simple is.
  private func pace(_ axis: AxisWords, _ scale: Scale?) -> String {
    if axis.isLogarithmic { return power(axis) }
    guard axis.isInteger else { return "" }
    let isLogarithmic = scale?.kind == .logarithmic
    func decades(_ factor: Double) -> String {
      isLogarithmic ? " (\(NumberText.short(commonLogarithm(factor), digits: 3)) decades)" : ""
    }
    if let factor {
      let pace =
        ", ×\(NumberText.short(factor.value)) per \(axis.label)\(decades(factor.value))"
      guard factor.until < y.count - 1 else { return pace }
      return pace + " up to \(axis.at(x[factor.until]))" + (endsLevel ? ", then level" : "")
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

  /// ", as s^2": the slope on two logarithmic axes, where it is the same all along, or its mean; of what is positive.
  private func power(_ axis: AxisWords) -> String {
    let points = zip(x, y).filter { $0 > 0 && $1.kind == .positive }
    guard let first = points.first, let last = points.last, points.count > 2, first.0 < last.0
    else {
      return ""
    }
    func slope(_ point: (Double, Sample)) -> Double {
      (point.1.log10Magnitude - first.1.log10Magnitude)
        / (commonLogarithm(point.0) - commonLogarithm(first.0))
    }
    let whole = slope(last)
    let isSteady = points.dropFirst().allSatisfy {
      abs(slope($0) - whole) <= 1e-6 * max(1, abs(whole))
    }
    return
      ", \(isSteady ? "" : "on average ")as \(axis.label)^\(NumberText.short(whole, digits: 3))"
  }

  /// Whether a steady factor is followed by one value only.
  private var endsLevel: Bool {
    guard let factor, factor.until < y.count - 1 else { return false }
    let level = y[factor.until]
    return y[factor.until...].allSatisfy { !($0 < level) && !(level < $0) }
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
    guard let scale, case .linear = scale.kind, axis.isInteger, isByOne, y.count > 6,
      let steps = stepsOfNineTenths
    else { return "" }
    let sharp = (y.count - 1) / 3
    guard min(steps.first, steps.last) <= sharp else { return "" }
    let (end, count) =
      steps.last <= steps.first ? ("last", steps.last) : ("first", steps.first)
    let place = count == 1 ? axis.label : axis.count(count)
    return "; 90 % of the \(change) is in the \(end) \(place)"
  }
}
