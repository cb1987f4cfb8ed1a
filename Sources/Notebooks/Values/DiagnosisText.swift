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
      "\nMeasured at \(input), gradients of J = the sum of ŷ; trained on J = ½‖ŷ - t‖² there, "
        + "t = normal(\(network.outputWidth), seed: 2).",
      .faint
    )
    return text
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
      return "Depth is no obstacle here: signals and gradients keep their size."
        + (failing.isEmpty ? "" : " \(listed(failing)) cannot hold them, though.")
    }
    let (one, other) = (Self.verb(signals), Self.verb(gradients))
    let isOneSteady = (signals.trend == .steady) != (gradients.trend == .steady)
    let sentence =
      one == other
      ? "Signals and gradients \(one)"
      : "Signals \(one), \(isOneSteady ? "but" : "and") gradients \(other)"
    let flaws = diagnosis.findings.compactMap(Self.flaw)
    let join = signals.trend == .steady && gradients.trend == .steady ? ", but " : "; "
    return sentence + (flaws.isEmpty ? "" : join + listed(flaws)) + "." + (tooLarge ?? "")
  }

  /// What a rate that suits the first layers is for all.
  private var tooLarge: String? {
    let known = diagnosis.rates.filter { $0.largestStable.isFinite && !$0.largestStable.isZero }
    guard let first = known.first, let last = known.last, last.depth == depth,
      first.largestStable > last.largestStable * 10
    else { return nil }
    let ratio = Self.short(first.largestStable / last.largestStable)
    let layers = first.depth == 1 ? "first layer" : "first \(first.depth) layers"
    return " The largest stable rate of the \(layers) is \(ratio) times too large for all \(depth)."
  }

  static func verb(_ flow: Diagnosis.Flow) -> String {
    switch flow.trend {
    case .steady: "keep their size"
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

  /// dJ/dW[l] goes as the product of what comes in and what comes back.
  private var consequence: String? {
    guard diagnosis.signals.trend != .steady || diagnosis.gradients.trend != .steady, depth > 1
    else { return nil }
    let (signals, gradients) = (diagnosis.signals.sizes, diagnosis.gradients.sizes)
    let first = gradients[1] * signals[0]
    let last = gradients[depth] * signals[depth - 1]
    let sizes =
      "The weights' gradients go as the product of both: about \(Self.short(first)) for W[1] and "
      + "\(Self.short(last)) for W[\(depth)], "
    if first.isZero, last.isZero { return sizes + "so nothing is learnt at all." }
    if first * 1000 < last { return sizes + "so the first layers hardly learn while the last do." }
    if first > last * 1000 {
      return sizes + "so a rate that moves the last layers throws the first ones far off."
    }
    let size = (first * last).squareRoot()
    let start = gradients[depth] * signals[0]
    if size * 1000 < start { return sizes + "so all layers learn alike, and hardly at all." }
    if size > start * 1000 {
      return sizes + "so all layers learn alike, and a rate for a shallow network is far too large."
    }
    return sizes + "so the weights of both ends still learn."
  }

  /// How many other draws of the weights do the same.
  private var draws: String? {
    guard diagnosis.draws > 1, case .drawn(_, let seed) = network.origin else { return nil }
    let what =
      diagnosis.signals.trend == .steady && diagnosis.gradients.trend == .steady
      ? "both keep their size" : "one or both do not keep their size"
    return "In \(diagnosis.alike) of \(diagnosis.draws) draws of the weights (seeds \(seed) to "
      + "\(seed &+ UInt64(diagnosis.draws - 1))) \(what)."
  }
}
