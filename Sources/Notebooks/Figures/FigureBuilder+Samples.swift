import DeepNetworks
import Plotting
import TerminalText

// The samples of a task as points.
extension FigureBuilder {
  /// The second input over the first, with a kind of points for each class or target; nil where there are not two
  /// inputs, or more kinds than can be told apart.
  func samples(_ evaluator: inout Evaluator) throws(Failure) -> FigureOutput? {
    guard figure.verb == .scatter, figure.expressions.count == 1, figure.over.isEmpty,
      figure.formats.isEmpty
    else { return nil }
    var scope = Scope()
    let expression = figure.expressions[0]
    let value = try evaluator.evaluate(expression, of: statement.source, in: &scope)
    guard let set = value.samples, set.inputWidth == 2 else { return nil }
    do throws(Problem) {
      try evaluator.meter.spend(entries: Double(set.count * (2 + set.outputWidth)))
    } catch {
      throw Failure(error, at: expression.range, in: statement.source)
    }
    var series: [Series] = []
    for sample in 0..<set.count {
      let name = kind(of: sample, in: set)
      let place = series.firstIndex { $0.name == name } ?? series.count
      if place == series.count { series.append(Series(name: name, x: [], y: [])) }
      guard series.count <= 8 else { return nil }
      series[place].x.append(set.inputs[2 * sample])
      series[place].y.append(Sample(set.inputs[2 * sample + 1]))
    }
    return FigureOutput(
      figure: Figure(
        title: figure.title.map { neutralised($0) } ?? "\(caption(expression)): x[2] over x[1]",
        kind: .scatter(series),
        xLabel: "x[1]",
        xIsInteger: false,
        axis: figure.scale == nil ? .linear : figure.axis
      ),
      notes: []
    )
  }

  /// The class of a sample, that of its greatest target; of one target its number.
  private func kind(of sample: Int, in set: TrainingSet) -> String {
    let width = set.outputWidth
    let targets = set.targets[sample * width..<(sample + 1) * width]
    guard width > 1, let greatest = targets.max(), let place = targets.firstIndex(of: greatest)
    else { return "target \(Rendering.number(Extended(targets.first ?? 0), digits: 3))" }
    return "class \(place - targets.startIndex + 1)"
  }
}
