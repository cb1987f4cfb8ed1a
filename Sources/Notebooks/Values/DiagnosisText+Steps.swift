import DeepNetworks

// Rates, and what a step and a few steps of training do.
extension DiagnosisText {
  var rates: [String] {
    let known = diagnosis.rates.filter { $0.largestStable.isFinite }
    let end = ending(isAll: known.isEmpty).map { [$0] } ?? []
    guard let first = known.first else { return end }
    let (start, verb) =
      diagnosis.bend == .ofTraining
      ? ("The largest stable rate at this input", "is")
      : ("If t were ŷ, the largest stable rate at this input", "would be")
    guard known.count > 1 else {
      let layers = first.depth == depth ? "" : " of the first \(Self.layers(first.depth))"
      return ["\(start)\(layers) \(verb) \(Self.rate(first))."] + end
    }
    let list = known.map { "\(Self.rate($0)) for the first \($0.depth)" }.joined(separator: ", ")
    return ["\(start) \(verb) \(list) layers: \(course(known))."] + end
  }

  /// What there is to say where all layers have no largest stable rate.
  private func ending(isAll: Bool) -> String? {
    guard let last = diagnosis.rates.last, !last.largestStable.isFinite else { return nil }
    guard last.movesOutput else { return standstill(isAll ? "" : " of all \(depth) layers") }
    return
      "At these weights J curves upwards in no direction, so that no rate is the largest stable "
      + "one\(isAll ? "" : " of all \(depth) layers")."
  }

  private func standstill(_ what: String) -> String {
    "To first order no weight\(what) changes the output at this input, so no rate helps."
  }

  private static func layers(_ count: Int) -> String {
    count == 1 ? "layer" : "\(count) layers"
  }

  /// What two or three rates do with depth.
  private func course(_ rates: [Diagnosis.Rate]) -> String {
    let values = rates.map(\.largestStable)
    guard let (least, most) = values.min().flatMap({ low in values.max().map { (low, $0) } }),
      let first = values.first, let last = values.last, most > least * Extended(10)
    else { return "it stays within a factor of ten" }
    if values == values.sorted() {
      return "it grows by \(Self.short(last / first)) with depth"
    }
    if values == values.sorted(by: >) {
      return "it shrinks by \(Self.short(first / last)) with depth"
    }
    // Three: the middle one is the least or the most.
    let (middle, place) = (values[1], rates[1].depth)
    return middle < first
      ? "it shrinks by \(Self.short(first / middle)) up to \(place) layers, then grows by "
        + Self.short(last / middle)
      : "it grows by \(Self.short(middle / first)) up to \(place) layers, then shrinks by "
        + Self.short(middle / last)
  }

  /// Three digits where they are right.
  private static func rate(_ rate: Diagnosis.Rate) -> String {
    rate.isSettled
      ? short(rate.largestStable) : "about \(Rendering.number(rate.largestStable, digits: 1))"
  }

  /// How far one step moves the weights, and whether a few lower the loss.
  var steps: [String] {
    let learning = diagnosis.learning
    let course = learning.lowers ? Self.fall(learning) : Self.noFall(learning)
    return [updates, course.prefix(1).uppercased() + course.dropFirst() + "."].compactMap { $0 }
  }

  /// How a trial lowers the loss.
  static func fall(_ learning: LearningTrial) -> String {
    let rate = learning.rate.map { " at rate \(short(Extended($0)))" } ?? ""
    return "\(LearningTrial.steps) steps\(rate) lower the loss from "
      + "\(short(Extended(learning.before))) to \(short(Extended(learning.after)))"
  }

  /// That no rate of a trial lowers the loss, and which there were.
  static func noFall(_ learning: LearningTrial) -> String {
    guard learning.before.isFinite else {
      return "the loss is beyond float64 at once, so nothing is learnt in it"
    }
    let loss = short(Extended(learning.before))
    guard let least = learning.rates.min(), let most = learning.rates.max() else {
      return "training leaves the loss at \(loss), as its gradients are 0 in float64"
    }
    return "none of \(learning.rates.count) rates from \(short(Extended(least))) to "
      + "\(short(Extended(most))) lowers the loss of \(loss) by more than 1 % in "
      + "\(LearningTrial.steps) steps"
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
    if most.ratio > .one {
      return start + "W[\(most.layer)] by \(Self.short(most.ratio)) times its own size"
        + ": the rate was measured at these weights, and says nothing of ones so far away."
    }
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
