import DeepNetworks

/// Where a float format holds still what would go on changing.
enum Still {
  case everywhere
  /// From the first layer that changes nothing any more.
  case from(Extended)
  /// The same as gradients are passed on.
  case down(Extended)

  /// The layer where it begins; nil where that is an end.
  var layer: Extended? {
    switch self {
    case .everywhere: nil
    case .from(let layer), .down(let layer): layer
    }
  }

  /// "held still by rounding from layer 142 on".
  var words: String {
    let place =
      switch self {
      case .everywhere: "throughout"
      case .from(let layer): "from layer \(Rendering.number(layer, digits: 6)) on"
      case .down(let layer): "from layer \(Rendering.number(layer, digits: 6)) down"
      }
    return "held still by rounding \(place)"
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
    guard let stored = line.stored, line.y.count > 2 else { return nil }
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
    let exact = list.numbers.map { stored.format.round($0 * stored.scale) }
    let end = exact.count - 1
    if tail == line.y.count { return exact[0] == exact[end] ? nil : .everywhere }
    if tail > 2, exact[end] != exact[end + 1 - tail] { return .from(line.x[end + 2 - tail]) }
    return head > 2 && exact[0] != exact[head - 1] ? .down(line.x[head - 2]) : nil
  }
}
