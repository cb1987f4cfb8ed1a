import DeepNetworks
import Plotting
import TerminalText

// What a network of two inputs decides, as a heatmap.
extension FigureBuilder {
  private static let regionColumns = 61
  private static let regionRows = 33

  /// The class with the largest output at each place of a square, or the one output, and the samples of a task; nil
  /// where no network stands first.
  func regions(
    _ make: (Heatmap) -> Figure.Kind,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> FigureOutput? {
    guard figure.over.isEmpty, figure.formats.isEmpty, figure.expressions.count <= 2 else {
      return nil
    }
    var scope = Scope()
    let first = figure.expressions[0]
    let value = try evaluator.evaluate(first, of: statement.source, in: &scope)
    guard case .network(let network) = value else { return nil }
    guard network.inputWidth == 2 else {
      throw failure(.regionsNeedTwo(inputs: network.inputWidth), first.range)
    }
    var samples: TrainingSet?
    if figure.expressions.count > 1 {
      let other = figure.expressions[1]
      let given = try evaluator.evaluate(other, of: statement.source, in: &scope)
      guard let set = given.samples, set.inputWidth == 2 else {
        throw failure(.cannotShow(verb: figure.verb, kind: given.kind), other.range)
      }
      samples = set
    }
    let map = try map(of: network, samples, at: first, &evaluator)
    return FigureOutput(
      figure: Figure(
        title: figure.title.map { neutralised($0) } ?? caption(first),
        kind: make(map),
        xLabel: "x[1]",
        xIsInteger: false,
        axis: figure.scale == nil ? .linear : figure.axis
      ),
      notes: []
    )
  }

  private func map(
    of network: Network,
    _ samples: TrainingSet?,
    at expression: Expression,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> Heatmap {
    let count = Double(Self.regionColumns * Self.regionRows)
    func spend(_ cost: Cost, times count: Double) throws(Failure) {
      do throws(Problem) {
        try evaluator.meter.spend(operations: cost.operations * count, bytes: cost.bytes)
      } catch {
        throw Failure(error, at: expression.range, in: statement.source)
      }
    }
    try spend(network.drawingCost, times: 1)
    let checkpoint = evaluator.meter.checkpoint
    let (x, y) = (places(samples, 0, Self.regionColumns), places(samples, 1, Self.regionRows))
    do {
      // Drawn once for all cells.
      let drawn = try network.with(
        weights: (1...network.depth).map { network.weights($0) },
        biases: (1...network.depth).map { network.bias($0) }
      )
      // Small given networks are walked in double-double.
      let cell = Cost(operations: 16 * Meter.perCall, bytes: 64 * count)
      try spend(drawn.forwardCost + cell, times: count)
      var rows: [[Sample]] = []
      for (row, up) in y.enumerated() {
        let share = Double(row) / Double(y.count)
        rows.append(
          try x.map { across in
            let output = try drawn.forward(Vector([across, up])) { _ in try checkpoint(share) }
              .output
            return output.count == 1 ? Sample(output[0]) : Sample(Double(output.largest + 1))
          }
        )
      }
      var map = Heatmap(
        x: x,
        y: y,
        yLabel: "x[2]",
        yIsInteger: false,
        valueLabel: network.outputWidth == 1 ? caption(expression) : "class of the largest output",
        values: rows
      )
      map.classes = network.outputWidth == 1 ? nil : network.outputWidth
      map.points = samples.map(points) ?? []
      return map
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(EngineProblem.problem(of: error), at: expression.range, in: statement.source)
    }
  }

  /// Evenly spaced places over all samples and a little more, or from −1 to 1.
  private func places(_ samples: TrainingSet?, _ input: Int, _ count: Int) -> [Double] {
    let values = samples.map { set in (0..<set.count).map { set.inputs[2 * $0 + input] } } ?? []
    var (low, high) = (values.min() ?? -1, values.max() ?? 1)
    if samples != nil {
      let margin = high > low ? 0.1 * (high - low) : 1
      (low, high) = (low - margin, high + margin)
    }
    return (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
  }

  /// A sample's class is that of its greatest target; of one target, its place among all that come, from 1.
  private func points(_ set: TrainingSet) -> [Heatmap.Point] {
    let width = set.outputWidth
    let known = width == 1 ? Array(Set(set.targets)).sorted() : []
    return (0..<set.count).map { sample in
      let targets = Array(set.targets[sample * width..<(sample + 1) * width])
      let greatest = targets.max().flatMap { targets.firstIndex(of: $0) } ?? 0
      let place = width == 1 ? known.firstIndex(of: targets[0]) ?? 0 : greatest
      return Heatmap.Point(
        x: set.inputs[2 * sample],
        y: set.inputs[2 * sample + 1],
        kind: place + 1
      )
    }
  }
}

extension Value {
  /// The samples of a task; `xor` may be given as the function's name.
  var samples: TrainingSet? {
    if nameOfBuiltIn == "xor" { return .xor }
    if case .record(let record) = self, case .samples(let set) = record.content { return set }
    return nil
  }
}

extension Vector {
  /// The place of the largest entry.
  fileprivate var largest: Int {
    elements.indices.max { elements[$0] < elements[$1] } ?? 0
  }
}
