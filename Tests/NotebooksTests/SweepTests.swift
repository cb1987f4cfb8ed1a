import DeepNetworks
import Notebooks
import Plotting
import Synchronization
import TestSupport
import Testing

/// Figures share what their values have in common; each value has the bits that it has alone.
@Suite("Sweeps")
struct SweepTests {
  /// A network that depends on g, L and q, and expressions of it.
  private struct Setting {
    var lines: [String]
    let numbers = [
      "log10(rms(y))", "norm(y)", "max(abs(y))", "rms(y) - 1/4", "y[1]", "rms(net(x)) + L",
      "norm(dJ_dx(net, x))", "rms(activations(net, x)[L])", "v", "log10(norm(w)/norm(x))",
      "rms(g*net(2*x))",
      "norm(net(x) - x)", "rms(net(x))/rms(y)", "max(abs(w/3))",
    ]
    let lists = ["rms(activations(net, x))", "norm(dJ_da(net, x))", "rms(dJ_dW(net, x))", "y"]

    init(_ random: inout SplitMix64) {
      let (width, inputs) = (random.pick([3, 8, 12]), random.pick([2, 5]))
      let activation = random.pick(["tanh", "relu", "linear", "sigmoid", "leaky_relu", "erf"])
      var options = ["depth: L", "activation: \(activation)"]
      var size = width
      if random.chance(3) {
        size = 2
        let matrix = random.pick(["g*identity(2)", "[[g, 1/8], [1/4, g/2]]"])
        if random.chance(2) { options.append("last: identity(2)") }
        if random.chance(3) { options.append("bias: [1, g]") }
        if random.chance(4) { options.append("residual: 0.5") }
        options.insert(matrix, at: 0)
      } else {
        let drawn = random.pick([
          "gaussian(gain: g)", "xavier_uniform(gain: g)", "he()", "orthogonal(gain: g)",
          "truncated_normal(scale: abs(g))", "uniform(gain: g)",
        ])
        options = [drawn, "width: \(width)", "seed: q"] + options
        if random.chance(3) {
          options += ["inputs: \(inputs)", "outputs: 4"]
          size = inputs
        }
        if random.chance(3) { options.append("bias_deviation: 0.2") }
        if random.chance(4) { options.append("norm: true") }
      }
      if random.chance(3) { options.append("last_activation: linear") }
      lines = [
        "net = network(\(options.joined(separator: ", ")))", "x = normal(\(size), seed: 3)",
        "y = net(x)", "w = -net(x)/7", "v = log10(rms(w)) + 1/3",
      ]
    }

    /// Whether the network depends on a parameter.
    func reads(_ name: String) -> Bool {
      lines[0].split { !$0.isLetter }.contains { $0 == name }
    }
  }

  /// What a parameter runs over, as it is written, and its values.
  private static let runs: [String: (text: String, values: [String])] = [
    "g": ("[0.5, 1, 2^-600, 0, 1.5, -2]", ["0.5", "1", "2^-600", "0", "1.5", "-2"]),
    "L": ("1...6", ["1", "2", "3", "4", "5", "6"]),
    "q": ("1...3", ["1", "2", "3"]),
  ]

  private func desk(_ setting: Setting, _ values: [(String, String)]) -> Desk {
    var lines = ["g = 1", "L = 4", "q = 2"] + setting.lines
    for (name, value) in values { lines.append("\(name) = \(value)") }
    return Desk(after: lines.joined(separator: "\n"))
  }

  /// The samples of a value alone; what fails has none.
  private func alone(
    _ text: String,
    _ setting: Setting,
    _ values: [(String, String)]
  ) -> [Sample]? {
    var desk = desk(setting, values)
    guard case .success(.value(let value, _)?)? = desk.enter(text).last else { return nil }
    func sample(_ number: Extended) -> Sample {
      guard number.isFinite else { return Sample(number.double) }
      return Sample(significand: number.hi, tail: number.lo, exponent: number.exponent)
    }
    switch value {
    case .number(let number): return [sample(number)]
    case .vector(let vector): return (0..<vector.count).map { sample(vector[$0]) }
    case .layers(let list):
      return list.elements.compactMap { element in
        if case .number(let number) = element { sample(number) } else { nil }
      }
    default: return nil
    }
  }

  /// The samples of each line, or of each row of a heatmap; nil where the figure fails.
  private func samples(_ text: String, _ setting: Setting, threads: Int) -> [[Sample]]? {
    var desk = desk(setting, [])
    desk.meter = Meter(threads: threads)
    guard case .success(.figure(let output)?)? = desk.enter(text).last else { return nil }
    switch output.figure.kind {
    case .line(let series): return series.map(\.y)
    case .bands(let bands): return bands.flatMap(\.runs)
    case .heatmap(let map): return map.values
    default: return nil
    }
  }

  @Test("surfaces over two parameters are their cells one by one", arguments: 0..<40)
  func surfaces(draw: Int) {
    var random = SplitMix64(seed: UInt64(draw))
    let setting = Setting(&random)
    let expression = random.pick(setting.numbers)
    let names = random.pick([["g", "L"], ["L", "g"], ["q", "L"], ["g", "q"]])
    let runs = names.compactMap { Self.runs[$0] }
    let clauses = zip(names, runs).map { "\($0) in \($1.text)" }.joined(separator: ", ")
    let cells = runs[1].values.map { row in
      runs[0].values.map { column in
        alone(expression, setting, [(names[0], column), (names[1], row)])?.first
      }
    }
    let text = "heatmap \(expression) over \(clauses)"
    let hasEffect = names.allSatisfy(setting.reads)
    for threads in [1, 3] {
      let drawn = samples(text, setting, threads: threads)
      if !hasEffect || cells.contains(where: { $0.contains(nil) }) {
        #expect(drawn == nil, "\(text)\n\(setting.lines)")
      } else {
        #expect(drawn == cells.map { $0.compactMap(\.self) }, "\(text)\n\(setting.lines)")
      }
    }
  }

  @Test("the depths of a network are walked once, whatever is made of its output")
  func walkedOnce() {
    let lines = [
      "g = 1", "L = 4", "x = normal(40, seed: 3)",
      "net = network(gaussian(gain: g), width: 40, depth: L, activation: tanh, seed: 7)",
      "y = net(x)", "w = -net(x)/7", "v = log10(rms(w)) + 1/3",
    ]
    func operations(_ expression: String) -> Double {
      var (low, high) = (1e5, 1e10)
      while high > 1.02 * low {
        let middle = (low * high).squareRoot()
        var desk = Desk(after: lines.joined(separator: "\n"))
        desk.meter = Meter(limits: Meter.Limits(operations: middle, bytes: 1e9))
        let isEnough =
          desk.failure("heatmap \(expression) over g in 0.5...2 by 0.5, L in 1...200") == nil
        if isEnough { high = middle } else { low = middle }
      }
      return high
    }
    let plain = operations("log10(rms(y))")
    for other in [
      "v", "log10(rms(net(x)))", "log10(norm(-net(x))/norm(x))", "rms(w)/3", "log10(rms(2*y))",
    ] {
      #expect(operations(other) < 1.25 * plain, "\(other)")
    }
    #expect(operations("log10(rms(activations(net, x)[L]))") > 1.3 * plain)
  }

  @Test("lines and bands are their values one by one", arguments: 100..<130)
  func lines(draw: Int) {
    var random = SplitMix64(seed: UInt64(draw))
    let setting = Setting(&random)
    let expression = random.pick(setting.lists)
    let name = random.pick(["g", "L", "q"])
    guard let run = Self.runs[name] else { return }
    let lines = run.values.map { alone(expression, setting, [(name, $0)]) }
    let text = "plot \(expression) over \(name) in \(run.text)"
    for threads in [1, 3] {
      let drawn = samples(text, setting, threads: threads)
      // What nothing depends on is refused.
      if !setting.reads(name) || lines.contains(nil) {
        #expect(drawn == nil, "\(text)\n\(setting.lines)")
      } else {
        #expect(drawn == lines.compactMap(\.self), "\(text)\n\(setting.lines)")
      }
    }
  }

  @Test("values that are walked together are those one by one", arguments: 200..<212)
  func together(draw: Int) {
    var random = SplitMix64(seed: UInt64(draw))
    let drawn = random.pick([
      "gaussian(gain: g)", "xavier_uniform(gain: g)", "uniform(gain: g)", "xavier_normal(gain: g)",
      "truncated_normal(scale: abs(g))",
    ])
    let activation = random.pick(["tanh", "relu", "linear", "sigmoid", "erf"])
    var options = ["width: 64", "depth: 70", "seed: q", "activation: \(activation)"]
    if random.chance(3) { options += ["inputs: 7", "outputs: 4"] }
    if random.chance(3) { options.append("bias_deviation: 0.2") }
    if random.chance(4) { options.append("norm: true") }
    if random.chance(4) { options.append("residual: 0.5") }
    let size = options.contains("inputs: 7") ? 7 : 64
    var setting = Setting(&random)
    setting.lines = [
      "net = network(\(drawn), \(options.joined(separator: ", ")))", "x = normal(\(size), seed: 3)",
      "y = net(x)",
    ]
    let expression = random.pick(["rms(y)", "log10(norm(y))", "y[3] + g", "rms(net(x))"])
    let values = (0...12).map { "\(Double($0 - 2) / 4)" }
    let line = values.map { alone(expression, setting, [("g", $0)])?.first }
    let text = "plot \(expression) over g in -0.5...2.5 by 0.25"
    for threads in [1, 3] {
      let drawn = samples(text, setting, threads: threads)
      #expect(drawn == (line.contains(nil) ? nil : [line.compactMap(\.self)]), "\(setting.lines)")
    }
  }

  @Test("what is set to what it is, and the first line, are worked out once")
  func once() {
    let text = "plot h.loss over g in [0.5, 1, 1.5]"
    let lines = [
      "g = 1", "net = network(gaussian(gain: g), widths: [2, 32, 32, 2], activation: tanh)",
      "h = train(net, spirals(seed: 1), rate: 0.1, steps: 200)",
    ]
    func desk(_ limit: Double) -> Desk {
      var desk = Desk(after: lines.joined(separator: "\n"))
      _ = desk.show("h = train(net, spirals(seed: 1), rate: 0.1, steps: 200)")
      desk.meter = Meter(limits: Meter.Limits(operations: limit, bytes: 1e9))
      return desk
    }
    var one = Desk(after: lines.joined(separator: "\n"))
    func takes(_ operations: Double) -> Bool {
      one.meter = Meter(limits: Meter.Limits(operations: operations, bytes: 1e9))
      return one.failure("rms(train(net, spirals(seed: 1), rate: 0.1, steps: 200).loss)") == nil
    }
    var (low, high) = (1e6, 1e11)
    while high > 1.01 * low {
      let middle = (low * high).squareRoot()
      if takes(middle) { high = middle } else { low = middle }
    }
    var enough = desk(2.2 * high)
    #expect(enough.failure(text) == nil)
    var less = desk(1.8 * high)
    #expect(less.failure(text) != nil)
    for (name, gain) in ["0.5", "1", "1.5"].enumerated() {
      var full = desk(1e11)
      var alone = Desk(after: (["g = \(gain)"] + lines.dropFirst()).joined(separator: "\n"))
      guard case .success(.value(.layers(let list), _)?)? = alone.enter("h.loss").last,
        case .success(.figure(let output)?)? = full.enter(text).last,
        case .line(let series) = output.figure.kind
      else {
        Issue.record("no list for \(gain)")
        continue
      }
      let expected = list.elements.map { element -> Sample in
        guard case .number(let number) = element else { return .notANumber }
        return Sample(significand: number.hi, tail: number.lo, exponent: number.exponent)
      }
      #expect(series[name].y == expected)
    }
  }

  /// Says no so many times.
  private final class Countdown: Sendable {
    private let left: Atomic<Int>
    init(_ count: Int) { left = Atomic(count) }
    var isOver: Bool { left.subtract(1, ordering: .relaxed).newValue <= 0 }
  }

  @Test("a figure is cancelled in the middle of what it shares, and goes on", arguments: [1, 3])
  func cancelled(threads: Int) {
    let text = "heatmap norm(y) over L in 1...30, q in 1...9"
    for calls in [1, 20, 200] {
      var desk = Desk(
        after: "L = 4\nq = 2\nnet = network(gaussian(), width: 9, depth: L, seed: q)\n"
          + "y = net(ones(9))"
      )
      let left = Countdown(calls)
      desk.meter = Meter(threads: threads, isCancelled: { left.isOver })
      #expect(desk.failure(text)?.problem == .bound(.cancelled))
      desk.meter = Meter(threads: threads)
      #expect(desk.failure(text) == nil)
    }
  }
}
