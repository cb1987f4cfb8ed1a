import DeepNetworks

// Rates, and what a step and a few steps of training do.
extension DiagnosisText {
  var rates: [String] {
    let known = diagnosis.rates.filter { $0.largestStable.isFinite }
    guard let first = known.first, let last = known.last, first.depth < last.depth else {
      guard let only = diagnosis.rates.last else { return [] }
      return [
        only.largestStable.isFinite
          ? "The largest stable rate at this input is \(Self.rate(only))."
          : "No weight changes the output at this input, so no rate helps."
      ]
    }
    let list = known.map { "\(Self.rate($0)) for the first \($0.depth)" }
    let start = "The largest stable rate at this input is \(list.joined(separator: ", ")) layers: "
    let ratio = last.largestStable / first.largestStable
    if ratio * 10 < .one {
      return [start + "it shrinks by \(Self.short(.one / ratio)) with depth."]
    }
    if ratio > Extended(10) {
      return [start + "it grows by \(Self.short(ratio)), as a step moves the output ever less."]
    }
    return [start + "it stays within a factor of ten."]
  }

  /// Three digits where they are right.
  private static func rate(_ rate: Diagnosis.Rate) -> String {
    rate.isSettled
      ? short(rate.largestStable) : "about \(Rendering.number(rate.largestStable, digits: 1))"
  }

  /// How far one step moves the weights, and whether a few lower the loss.
  var steps: [String] {
    let learning = diagnosis.learning
    let (before, after) = (Extended(learning.before), Extended(learning.after))
    let course =
      !before.isFinite
      ? "The loss is beyond float64 at once, so nothing is learnt in it."
      : learning.lowers
        ? "\(LearningTrial.steps) steps of training lower the loss from \(Self.short(before)) to "
          + "\(Self.short(after))."
        : "\(LearningTrial.steps) steps of training do not lower the loss, which is "
          + "\(Self.short(before))."
    return [updates, course].compactMap { $0 }
  }

  private var updates: String? {
    guard let updates = diagnosis.updates else { return nil }
    let known = updates.ratios.enumerated().compactMap { index, ratio in
      ratio.map { (layer: index + 1, ratio: $0) }
    }
    guard let least = known.min(by: { $0.ratio < $1.ratio }),
      let most = known.max(by: { $0.ratio < $1.ratio })
    else { return nil }
    let start = "A step at half that rate changes "
    let unit = Extended(0x1p-53)
    let unmoved = known.count { $0.ratio < unit }
    let end =
      unmoved == 0
      ? "; about 1e-3 is usual."
      : "; \(unmoved) of \(depth) change by less than float64 sees (1.11e-16)."
    if least.layer == most.layer || most.ratio <= least.ratio * Extended(1.005) {
      return start + "W[\(most.layer)] by \(Self.short(most.ratio)) of itself" + end
    }
    return start + "W[\(most.layer)] most, by \(Self.short(most.ratio)) of itself, and "
      + "W[\(least.layer)] least, by \(Self.short(least.ratio))" + end
  }
}
