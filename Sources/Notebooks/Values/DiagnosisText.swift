import DeepNetworks
import TerminalText

/// What a diagnosis found, in the sentences of somebody who explains it.
struct DiagnosisText {
  let diagnosis: Diagnosis
  let network: Network
  private let input: String

  /// `input` says at which x all was measured.
  init(_ diagnosis: Diagnosis, of network: Network, input: String) {
    self.diagnosis = diagnosis
    self.network = network
    self.input = input
  }

  var text: StyledText {
    var text = StyledText(verdict, .heading)
    for line in flows + findings + formats + rates + steps + repairs { text.append("\n" + line) }
    text.append(
      "\nMeasured at \(input), gradients of J = \(objective); trained on J = ½‖ŷ - t‖² there, "
        + "t = normal(\(network.outputWidth), seed: 2).",
      .faint
    )
    return text
  }

  /// What the gradients are those of; the entries of a layer norm add up to 0 whatever comes in.
  private var objective: String {
    switch Diagnosis.loss(of: network) {
    case .sum, .squaredError, .crossEntropy, .each:
      let isNew = diagnosis.repairs.contains { if case .norm = $0.repair { true } else { false } }
      return "the sum of ŷ" + (isNew ? " (with a layer norm: t·ŷ)" : "")
    case .product: return "the sum of t·ŷ"
    }
  }

  /// The verdict, both flows, the formats that give out and the smallest repair.
  func brief(of label: String) -> [String] {
    let failing = diagnosis.formats.filter(\.fails)
    let formats =
      failing.isEmpty || diagnosis.isHealthy
      ? []
      : ["Number formats: " + listed(failing.map { "\($0.format.name) (\(words($0)))" }) + "."]
    let repair = diagnosis.repairs.first(where: \.works).map {
      ["The smallest change that works: \(Self.name($0.repair))."]
    }
    return ["The diagnosis of \(label), \(input): \(verdict)"] + flows.prefix(2) + findings
      + formats + (repair ?? [])
  }

  var depth: Int { network.depth }

  /// A number that somebody may enter.
  static func typed(_ number: Extended) -> String { Rendering.number(number, digits: 6) }

  static func short(_ number: Extended) -> String { Rendering.number(number, digits: 3) }

  // MARK: - What happens

  private var verdict: String {
    let (signals, gradients) = (diagnosis.signals, diagnosis.gradients)
    if diagnosis.isHealthy {
      let failing = diagnosis.formats.filter(\.fails).map(\.format.name)
      let start = contrast == nil ? "Depth is no obstacle here: " : "In this draw "
      let (one, other) = (Self.little(signals), Self.little(gradients))
      let flows =
        one == other ? "signals and gradients \(one)" : "signals \(one) and gradients \(other)"
      return start + flows + (contrast ?? "") + "."
        + (failing.isEmpty ? "" : " \(listed(failing)) cannot hold them, though.")
    }
    let (one, other) = (Self.verb(signals), Self.verb(gradients))
    let isOneKept = (one == Self.kept) != (other == Self.kept)
    let signalsDo = contrast == nil ? "Signals" : "In this draw signals"
    let sentence =
      (one == other
        ? "\(signalsDo) and gradients \(one)"
        : "\(signalsDo) \(one), \(isOneKept ? "but" : "and") gradients \(other)")
      + (contrast ?? "")
    let flaws = diagnosis.findings.compactMap(Self.flaw)
    let join = signals.trend == .steady && gradients.trend == .steady ? ", but " : "; "
    return sentence + (flaws.isEmpty ? "" : join + listed(flaws)) + "." + (tooLarge ?? "")
  }

  /// What most draws do, where this one is not like them.
  private var contrast: String? {
    guard diagnosis.alike * 2 < diagnosis.draws else { return nil }
    let isSteady =
      diagnosis.signals.trend == .steady && diagnosis.gradients.trend == .steady
    return ", but in \(diagnosis.draws - diagnosis.alike) of \(diagnosis.draws) draws "
      + (isSteady ? "one or both change more than tenfold" : "both stay within a factor of ten")
  }

  /// What a rate that suits the first layers is for all.
  private var tooLarge: String? {
    let known = diagnosis.rates.filter { $0.largestStable.isFinite && !$0.largestStable.isZero }
    guard let first = known.first, let last = known.last, last.depth == depth,
      first.largestStable > last.largestStable * 10
    else { return nil }
    let ratio = Self.short(first.largestStable / last.largestStable)
    let layers = first.depth == 1 ? "first layer" : "first \(first.depth) layers"
    let (start, verb) =
      diagnosis.bend == .ofTraining ? ("The", "is") : ("If t were ŷ, the", "would be")
    return
      " \(start) largest stable rate of the \(layers) \(verb) \(ratio) times too large for all "
      + "\(depth)."
  }

  /// What is said of sizes that stay within a factor of two.
  private static let kept = "keep their size"

  /// The same of a steady flow that stands in nobody's way.
  private static func little(_ flow: Diagnosis.Flow) -> String {
    let verb = verb(flow)
    guard verb != kept, let blank = verb.firstIndex(of: " ") else { return verb }
    return verb[..<blank] + " only" + verb[blank...]
  }

  static func verb(_ flow: Diagnosis.Flow) -> String {
    switch flow.trend {
    case .steady where flow.growth > 2: "grow \(short(flow.growth))-fold"
    case .steady where flow.growth * 2 < 1: "shrink \(short(.one / flow.growth))-fold"
    case .steady where flow.reach > 2: "swing by a factor of \(short(flow.reach))"
    case .steady: kept
    case .grows: "grow \(short(flow.growth))-fold"
    case .shrinks: "shrink \(short(.one / flow.growth))-fold"
    case .swings: "swing in between"
    case .vanishes: "vanish"
    case .explodes: "explode"
    case .dies: "die"
    }
  }

  private var flows: [String] {
    [
      sentence("Signals: rms a[l]", diagnosis.signals, from: 0, to: depth),
      sentence(
        "Gradients, on their way back: rms dJ/da[l]",
        diagnosis.gradients,
        from: depth,
        to: 0
      ), consequence, draws,
    ].compactMap { $0 }
  }

  private func sentence(_ what: String, _ flow: Diagnosis.Flow, from: Int, to: Int) -> String {
    let onward = to > from ? "on" : "down"
    let ends =
      "\(what) goes from \(Self.short(flow.sizes[from])) at layer \(from) to "
      + "\(Self.short(flow.sizes[to])) at layer \(to)"
    let pace = flow.factor.isZero ? "" : ", times \(Self.short(flow.factor)) per layer"
    let place =
      switch flow.trend {
      case .steady, .grows, .shrinks: ""
      case .swings(let layer):
        "; in between it is \(Self.short(flow.sizes[layer])), at layer \(layer)"
      case .vanishes(let layer): "; it is below a thousandth from layer \(layer) \(onward)"
      case .explodes(let layer): "; it is above a thousand times that from layer \(layer) \(onward)"
      case .dies(let layer): "; all of it is 0 from layer \(layer) \(onward)"
      }
    return ends + pace + theory(flow) + place + "."
  }

  /// What theory says, and whether the measurement agrees.
  private func theory(_ flow: Diagnosis.Flow) -> String {
    guard let predicted = flow.predictedFactor else { return "" }
    let number = Self.short(Extended(predicted))
    let misses = (flow.factor - Extended(predicted)).abs()
    if misses <= Extended(0.02 * predicted) { return " (as theory says: \(number))" }
    if case .matrices = network.origin { return " (\(number) in the layers that repeat)" }
    return " (theory says \(number) for wide layers)"
  }

  /// How large dJ/dW[l] is at both ends, and what follows.
  private var consequence: String? {
    let sizes = diagnosis.weightGradients
    let isSteady = diagnosis.signals.trend == .steady && diagnosis.gradients.trend == .steady
    guard depth > 1, let first = sizes.first, let last = sizes.last,
      !isSteady || first * 1000 < last || first > last * 1000
    else { return nil }
    guard sizes.contains(where: { !$0.isZero }) else {
      return "The weights' gradients: dJ/dW[l] is 0 for all layers, so J moves no weight."
    }
    return "The weights' gradients: rms dJ/dW[l] is \(Self.short(first)) for W[1] and "
      + "\(Self.short(last)) for W[\(depth)], \(conclusion(first, last))."
  }

  private func conclusion(_ first: Extended, _ last: Extended) -> String {
    let sizes = diagnosis.weightGradients
    guard let least = sizes.min(), let most = sizes.max() else { return "" }
    if first.isZero { return "so J moves \(last.isZero ? "neither" : "the last of both only")" }
    if last.isZero { return "so J moves the first of both only" }
    if first * 1000 < last { return "so the first layers learn far more slowly than the last" }
    if first > last * 1000 {
      return "so a rate that moves the last layers throws the first ones far off"
    }
    let who = least * 1000 < most ? "the layers of both ends" : "all layers"
    let size = (first * last).squareRoot()
    let start = diagnosis.gradients.sizes[depth] * diagnosis.signals.sizes[0]
    if size * 1000 < start { return "so \(who) learn alike, and hardly at all at a usual rate" }
    if size > start * 1000 {
      return "so \(who) learn alike, and a rate for a shallow network is far too large"
    }
    return "so the weights of both ends still learn"
  }

  /// How many other draws of the weights do the same.
  private var draws: String? {
    guard diagnosis.draws > 1, case .drawn(_, let seed) = network.origin else { return nil }
    let what =
      diagnosis.signals.trend == .steady && diagnosis.gradients.trend == .steady
      ? "both stay within a factor of ten" : "one or both change more than tenfold"
    return "In \(diagnosis.alike) of \(diagnosis.draws) draws of the weights (seeds \(seed) to "
      + "\(seed &+ UInt64(diagnosis.draws - 1))) \(what)."
  }
}
