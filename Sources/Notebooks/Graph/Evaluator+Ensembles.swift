import DeepNetworks
import TerminalText

// A quantity at each of many seeds.
extension Evaluator {
  /// The arguments of `mean_over(f, 1...20)` with f's values in place of f.
  mutating func realized(
    _ arguments: [BoundArgument],
    of function: String,
    _ frame: Frame,
    _ scope: inout Scope
  ) throws -> [BoundArgument] {
    guard let place = arguments.firstIndex(where: { $0.label == "f" || $0.label == nil }),
      let seeds = arguments.indices.first(where: {
        $0 != place && (arguments[$0].label == "seeds" || arguments[$0].label == nil)
      })
    else { return arguments }
    guard arguments[place].value.isFunction else {
      throw wrong(
        "f",
        of: function,
        "a function of one line, such as f(n) = …",
        arguments[place],
        frame
      )
    }
    let values: [Extended]
    if case .range(let range) = arguments[seeds].value, range.count <= Ensembles.most {
      values = range.values
    } else if case .vector(let vector) = arguments[seeds].value,
      1...Ensembles.most ~= vector.count
    {
      values = vector.elements
    } else {
      throw wrong(
        "seeds",
        of: function,
        "a range or a vector of at most \(NumberText.grouped(Ensembles.most)) numbers",
        arguments[seeds],
        frame
      )
    }
    var realized = arguments
    realized[place].value = .layers(
      PerLayer(
        first: 1,
        elements: try realizations(of: arguments[place], at: values, frame, &scope),
        axis: .index
      )
    )
    return realized
  }

  private mutating func realizations(
    of quantity: BoundArgument,
    at seeds: [Extended],
    _ frame: Frame,
    _ scope: inout Scope
  ) throws -> [Value] {
    var elements: [Value] = []
    try eachPiece(seeds.count, in: &scope, failing: Self.refused) {
      index,
      evaluator,
      scope throws(any Error) in
      let argument = BoundArgument(value: .number(seeds[index]), range: quantity.range)
      return try evaluator.applied(
        quantity.value,
        name: nil,
        [argument],
        quantity.range,
        frame,
        &scope
      )
    } take: { _, found, before, meter throws(any Error) in
      elements.append(found.value)
      try meter.settle(before + found.value.extent.bytes)
    }
    return elements
  }

  /// That all seeds together are too dear, where one is not.
  private static func refused(_ problem: Problem) -> any Error {
    guard case .bound(let bound) = problem else { return problem }
    return Problem.bound(bound.helped(by: "fewer seeds, fewer layers or smaller widths"))
  }

  private func wrong(
    _ parameter: String,
    of function: String,
    _ expected: String,
    _ argument: BoundArgument,
    _ frame: Frame
  ) -> Failure {
    frame.failure(
      .name(
        .wrongArgument(
          parameter,
          function: function,
          expected: expected,
          got: argument.value.described,
          ours: parameter == "f"
            ? Hint(" To make one: ", .line("f(n) = rms(normal(9, seed: n))")) : nil
        )
      ),
      argument.range
    )
  }
}
