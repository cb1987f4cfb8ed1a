import DeepNetworks

/// Means, spreads and quantiles of a quantity over seeds.
enum Ensembles {
  /// So many values of one function at most.
  static let most = 100_000

  /// What values have in common: numbers, vectors of one size, lists of numbers by layer.
  static func reduced(
    _ realizations: PerLayer,
    _ meter: inout Meter,
    _ body: (Ensemble) -> [Extended]
  ) throws(Problem) -> Value {
    guard let first = realizations.elements.first else {
      throw .value(.operand("A mean", kind: "no value", advice: nil))
    }
    var rows: [[Extended]] = []
    for element in realizations.elements {
      let row = try numbers(element)
      guard row.count == rows.first?.count ?? row.count else {
        throw .value(.sizes("A mean over seeds", left: first.kind, right: element.kind))
      }
      rows.append(row)
      try meter.spend(entries: 8 * Double(row.count))
    }
    let ensemble: Ensemble
    do { ensemble = try Ensemble(rows) } catch { throw EngineProblem.problem(of: error) }
    var result: [Extended] = []
    for number in body(ensemble) { result.append(try Arithmetic.inRange(number)) }
    if case .layers(let list) = first {
      return .layers(
        PerLayer(first: list.first, elements: result.map(Value.number), axis: list.axis)
      )
    }
    if case .vector = first { return .vector(Vector(result)) }
    return .number(result[0])
  }

  private static func numbers(_ value: Value) throws(Problem) -> [Extended] {
    if case .number(let number) = value { return [number] }
    if case .vector(let vector) = value { return vector.elements }
    if case .layers(let list) = value, list.numbers.count == list.elements.count {
      return list.numbers
    }
    if case .never(let never) = value { throw .value(never.problem) }
    throw .value(
      .operand(
        "A mean over seeds",
        kind: value.kind,
        advice: "It takes numbers, vectors or lists of numbers, such as rms(a)."
      )
    )
  }
}

extension BuiltIns {
  private static let quantity = Parameter.positional("f", "a function of one line, of a seed")
  private static let seeds = Parameter.positional("seeds", "a range or a vector, such as 1...20")
  private static let setting =
    "f(n) = rms(network(gaussian(), width: 8, depth: 9, activation: tanh, seed: n)(ones(8)))"

  /// Functions whose `f` the evaluator works out at each of `seeds` before they run.
  static let ensembleFunctions: [Function] = [
    over(
      "mean_over",
      "The mean of a quantity over seeds; of vectors and lists entry by entry.",
      examples: [setting, "mean_over(f, 1...20)"]
    ) { _, ensemble in ensemble.means },
    over(
      "deviation_over",
      "Its standard deviation over seeds, with n - 1; of two or more.",
      least: 2,
      examples: [setting, "deviation_over(f, 1...20)"]
    ) { _, ensemble in ensemble.deviations },
    over(
      "quantile_over",
      "The value below which a share of the seeds lies: 0.5 is the median.",
      parameters: [.optional("share", "0 to 1", otherwise: "0.5")],
      examples: [setting, "quantile_over(f, 1...20, share: 0.9)"]
    ) { share, ensemble in ensemble.quantiles(share) },
  ]

  private static func over(
    _ name: String,
    _ summary: String,
    parameters: [Parameter] = [],
    least: Int = 1,
    examples: [String],
    _ body: @escaping @Sendable (Extended, Ensemble) -> [Extended]
  ) -> Function {
    Function(name, [quantity, seeds] + parameters, summary, examples: examples) {
      call throws(Failure) in
      // Checked as a double, used as the decimal that it is.
      if !parameters.isEmpty { _ = try call.double("share", otherwise: 0.5, in: 0...1) }
      let half = Extended(0.5)
      let share = parameters.isEmpty ? half : try call.number("share", otherwise: half)
      guard case .layers(let realizations) = call.value("f") else {
        throw call.wrong("f", expected: "a function of one line, such as f(n) = …")
      }
      guard realizations.elements.count >= least else {
        throw call.wrong("seeds", expected: "\(least) seeds or more, as it divides by n - 1")
      }
      do throws(Problem) {
        return try Ensembles.reduced(realizations, &call.meter) { body(share, $0) }
      } catch {
        throw call.failure(error, at: "f")
      }
    }
  }
}
