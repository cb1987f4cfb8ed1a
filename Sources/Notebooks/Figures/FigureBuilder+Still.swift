import DeepNetworks

/// Where a float format holds still what would go on changing.
struct Still {
  /// The first layer that changes nothing any more.
  let layer: Extended
  /// Whether it is so from there down, as gradients are passed on.
  let isDownward: Bool

  /// "held still by rounding from layer 1 on".
  var words: String {
    "held still by rounding from layer \(Rendering.number(layer, digits: 6)) "
      + (isDownward ? "down" : "on")
  }
}

extension FigureBuilder {
  /// What the comparison with unrounded values may take.
  private static let comparison = Meter.Limits(operations: 1e9, bytes: 1e9)

  /// Where the values of a line by layer stay the same to one end though without rounding they would
  /// come to others of the format; nil where that isn't so, or too dear to see.
  func still(
    _ line: Line,
    _ planned: PlannedLine,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> Still? {
    guard let format = line.formatOfSamples, line.y.count > 2 else { return nil }
    func length(_ values: some Sequence<Extended>) -> Int {
      var held: Extended?
      return values.prefix { value in
        held = held ?? value
        return value == held && value.isFinite && !value.isZero
      }.count
    }
    let (head, tail) = (length(line.y), length(line.y.reversed()))
    guard max(head, tail) > 2 else { return nil }
    let outer = evaluator.meter
    evaluator.meter = outer.limited(to: Self.comparison)
    defer { evaluator.meter = outer }
    var setting = planned.setting
    setting.format = nil
    let value: Value
    do throws(Failure) {
      var scope = scope(setting, &evaluator)
      value = try evaluator.evaluate(planned.expression, of: statement.source, in: &scope)
    } catch {
      if case .bound(.cancelled) = error.problem { throw error }
      return nil
    }
    guard case .layers(let list) = value, list.numbers.count == line.y.count else { return nil }
    let exact = list.numbers.map(format.round)
    let end = exact.count - 1
    let upward =
      tail > 2 && exact[end] != exact[end + 1 - tail]
      ? Still(layer: line.x[end + 2 - tail], isDownward: false) : nil
    let downward =
      head > 2 && exact[0] != exact[head - 1]
      ? Still(layer: line.x[head - 2], isDownward: true) : nil
    return list.isPassedDown ? downward ?? upward : upward ?? downward
  }
}
