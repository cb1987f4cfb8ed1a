import DeepNetworks
import TerminalText

/// What a diagnosis found, in the sentences of somebody who explains it.
struct DiagnosisText {
  private let diagnosis: Diagnosis
  private let network: Network
  private let input: String

  /// `input` says at which x all was measured.
  init(_ diagnosis: Diagnosis, of network: Network, input: String) {
    self.diagnosis = diagnosis
    self.network = network
    self.input = input
  }

  var text: StyledText {
    var text = StyledText(verdict, .heading)
    for line in flows + formats + rates + repairs { text.append("\n" + line) }
    text.append("\nMeasured at \(input), gradients of J = the sum of ŷ.", .faint)
    return text
  }

  /// The verdict, both flows, the formats that give out and the smallest repair.
  func brief(of label: String) -> [String] {
    let failing = diagnosis.formats.filter(\.fails).map(\.format.name)
    let formats =
      failing.isEmpty || diagnosis.isHealthy
      ? [] : ["In \(listed(failing)) they become 0, infinite or nan."]
    let repair = diagnosis.repairs.first(where: \.works).map {
      ["The smallest change that works: \(Self.name($0.repair))."]
    }
    return ["The diagnosis of \(label), \(input): \(verdict)"] + flows.prefix(2) + formats
      + (repair ?? [])
  }

  private var depth: Int { network.depth }

  /// A number that somebody may enter.
  private static func typed(_ number: Extended) -> String { Rendering.number(number, digits: 6) }

  static func short(_ number: Extended) -> String { Rendering.number(number, digits: 3) }

  // MARK: - What happens

  private var verdict: String {
    let signals = diagnosis.signals.trend
    let gradients = diagnosis.gradients.trend
    if diagnosis.isHealthy {
      let failing = diagnosis.formats.filter(\.fails).map(\.format.name)
      return "Depth is no obstacle here: signals and gradients keep their size."
        + (failing.isEmpty ? "" : " \(listed(failing)) cannot hold them, though.")
    }
    if Self.verb(signals) == Self.verb(gradients) {
      return "Signals and gradients \(Self.verb(signals))."
    }
    let isFirst = signals == .steady
    return "Signals \(Self.verb(signals)), \(isFirst ? "but" : "and") gradients "
      + "\(Self.verb(gradients))."
  }

  static func verb(_ trend: Diagnosis.Trend) -> String {
    switch trend {
    case .steady: "keep their size"
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
      ), consequence,
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
      case .steady: ""
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
    guard !diagnosis.isHealthy, depth > 1 else { return nil }
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

  // MARK: - Formats

  private var formats: [String] {
    let width = diagnosis.formats.map { $0.format.name.count }.max() ?? 0
    return ["Number formats:"]
      + diagnosis.formats.map { report in
        let name = report.format.name
        let blanks = String(repeating: " ", count: width - name.count + 2)
        return "  \(name)\(blanks)\(words(report))"
      }
  }

  private func words(_ report: Diagnosis.FormatReport) -> String {
    let parts = [
      words("signals", report.signals, "on"), words("gradients", report.gradients, "down"),
    ].compactMap { $0 }
    return parts.isEmpty ? "holds both" : parts.joined(separator: "; ")
  }

  /// The worst that happens, and what came before it.
  private func words(_ what: String, _ first: FirstLayers, _ onward: String) -> String? {
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

  // MARK: - Rates

  private var rates: [String] {
    let known = diagnosis.rates.filter { $0.largestStable.isFinite }
    guard let first = known.first, let last = known.last, first.depth < last.depth else {
      guard let only = diagnosis.rates.last else { return [] }
      return [
        only.largestStable.isFinite
          ? "The largest stable rate at this input is \(Self.short(only.largestStable))."
          : "No weight changes the output at this input, so no rate helps."
      ]
    }
    let list = known.map { "\(Self.short($0.largestStable)) for the first \($0.depth)" }
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

  // MARK: - Repairs

  private var repairs: [String] {
    guard !diagnosis.repairs.isEmpty else { return [] }
    let tried = diagnosis.repairs.map { checked in
      "  \(Self.name(checked.repair)): "
        + (checked.works ? "works, \(Self.paces(checked))" : Self.failure(checked))
    }
    let best = diagnosis.repairs.first(where: \.works)
    let end =
      best.map { "The smallest change that works: \(Self.name($0.repair))." }
      ?? "None of these is enough by itself."
    return ["What could help, smallest change first, each tried at the same input:"] + tried + [end]
  }

  private static func name(_ repair: Repair) -> String {
    switch repair {
    case .gain(let gain): "gaussian(gain: \(typed(Extended(gain)))), where χ = 1"
    case .factor(let factor): "all weights times \(typed(factor))"
    case .initialization(let initialization): Rendering.initialization(initialization)
    case .skip(let scale): "a skip past every layer, residual: \(typed(scale))"
    case .norm: "a layer norm in the hidden layers, norm: true"
    }
  }

  private static func paces(_ checked: CheckedRepair) -> String {
    "per layer signals times \(short(checked.signals.factor)), gradients times "
      + short(checked.gradients.factor)
  }

  private static func failure(_ checked: CheckedRepair) -> String {
    let (signals, gradients) = (checked.signals.trend, checked.gradients.trend)
    if signals == .steady { return "gradients \(verb(gradients))" }
    if gradients == .steady { return "signals \(verb(signals))" }
    if verb(signals) == verb(gradients) { return "signals and gradients \(verb(signals))" }
    return "signals \(verb(signals)), gradients \(verb(gradients))"
  }
}
