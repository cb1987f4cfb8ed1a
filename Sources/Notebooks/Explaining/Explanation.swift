import DeepNetworks
import TerminalText

/// What somebody would answer who knows the notebook: what a value is, what it is made of, and how
/// it reacts when that changes, each measured by evaluating it anew.
struct Explanation {
  let statement: Statement
  /// What a figure's parameters are held at, as it runs over them.
  var held: [(name: String, value: Value)] = []

  /// What one evaluation with another parameter may take.
  static let trial = Meter.Limits(operations: 1e9, bytes: 1e9)
  /// What the diagnosis of a network may take.
  private static let diagnosis = Meter.Limits(operations: 1e10, bytes: 2e9)
  static let mostParameters = 4

  /// An expression that is measured, and what the sentences call it.
  struct Quantity {
    let expression: Expression
    let source: Source
    /// nil where the sentences are about it: "it".
    let owner: String?
  }

  static func short(_ number: Extended) -> String { Rendering.number(number, digits: 3) }

  static func typed(_ number: Extended) -> String { Rendering.number(number, digits: 6) }

  /// A text as it was typed, at most about a line of it.
  static func cut(_ text: String) -> String {
    let text = neutralised(text)
    return text.count <= 72 ? text : text.prefix(70) + "…"
  }

  /// A sentence with its stop; where a text was cut at its end, that is one.
  static func ended(_ sentence: String) -> String {
    sentence.hasSuffix("…") ? sentence : sentence + "."
  }

  func scope(_ evaluator: Evaluator, setting name: String? = nil, to value: Value? = nil) -> Scope {
    var scope = Scope()
    for (name, value) in held { scope.overrides[name] = value }
    if let name { scope.overrides[name] = value }
    scope.affected = evaluator.definitions.dependents(of: Array(scope.overrides.keys))
    return scope
  }

  /// How trying something else ended.
  enum Trial<Success> {
    case success(Success)
    case failed(Failure)
    case tooDear
  }

  /// Runs something within limits of its own; only Ctrl-C ends the explanation.
  func within<T>(
    _ limits: Meter.Limits,
    _ evaluator: inout Evaluator,
    _ body: (inout Evaluator) throws(Failure) -> T
  ) throws(Failure) -> Trial<T> {
    let outer = evaluator.meter
    evaluator.meter = outer.limited(to: limits)
    let result: Trial<T>
    do throws(Failure) {
      result = .success(try body(&evaluator))
    } catch {
      if case .bound(.cancelled) = error.problem { throw error }
      result = if case .bound = error.problem { .tooDear } else { .failed(error) }
    }
    let spent = evaluator.meter.operations
    evaluator.meter = outer
    do throws(Problem) {
      try evaluator.meter.spend(operations: spent)
    } catch {
      if case .bound(.cancelled) = error { throw failure(error) }
      // What was announced and refused did not run, and leaves room for what can.
      evaluator.meter = outer
      return .tooDear
    }
    return result
  }

  func failure(_ problem: Problem) -> Failure {
    Failure(problem, at: statement.range, in: statement.source)
  }

  /// A quantity's value and size with a parameter set to another number.
  func measured(
    _ quantity: Quantity,
    _ name: String? = nil,
    _ number: Extended? = nil,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> Trial<(value: Value, size: Size?)> {
    var scope = scope(evaluator, setting: name, to: number.map { .number($0) })
    return try within(Self.trial, &evaluator) { evaluator throws(Failure) in
      let value = try evaluator.evaluate(quantity.expression, of: quantity.source, in: &scope)
      do throws(Problem) {
        return (value, try Size(value, of: quantity.owner, &evaluator.meter))
      } catch {
        throw failure(error)
      }
    }
  }

  // MARK: - Networks

  /// What the diagnosis says of the nearest network behind some definitions, or of one itself.
  func diagnosis(
    of value: Value?,
    _ dependence: Dependence,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> [String] {
    let around = try surroundings(of: value, dependence, &evaluator)
    guard let (network, name) = around.network else { return [] }
    let outputs = evaluator.definitions.dependents(of: [name].compactMap { $0 })
    let given = around.vectors.first { candidate in
      candidate.vector.count == network.inputWidth && candidate.vector.isFinite
        && !candidate.vector.isZero && !outputs.contains(candidate.name)
    }
    let x = given?.vector ?? Vector.normal(network.inputWidth, seed: 1)
    let label = name ?? "this network"
    let trial = try within(Self.diagnosis, &evaluator) { e throws(Failure) in
      do {
        try e.meter.spend(Diagnosis.cost(of: network))
        return try Diagnosis.run(network, at: x, checkpoint: e.meter.checkpoint)
      } catch {
        throw failure(EngineProblem.problem(of: error))
      }
    }
    switch trial {
    case .failed(let failure): return ["\(label) cannot be diagnosed: \(failure.problem.message)"]
    case .tooDear: return ["To diagnose \(label) would be too dear here."]
    case .success(let diagnosis):
      let input = given.map { "at \($0.name)" } ?? "at normal(\(x.count), seed: 1)"
      return DiagnosisText(diagnosis, of: network, input: input).brief(of: label)
    }
  }

  /// The nearest network with its name, and the vectors of the notebook around it.
  private struct Surroundings {
    var network: (value: Network, name: String?)?
    var vectors: [(name: String, vector: Vector)] = []
  }

  private func surroundings(
    of value: Value?,
    _ dependence: Dependence,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> Surroundings {
    var scope = scope(evaluator)
    var found = Surroundings()
    if case .network(let network)? = value { found.network = (network, nil) }
    for definition in dependence.reached where definition.isValue {
      let trial = try within(Self.trial, &evaluator) { evaluator throws(Failure) in
        try evaluator.value(of: definition.name, in: &scope)
      }
      guard case .success(let value) = trial else { continue }
      if case .vector(let vector) = value { found.vectors.append((definition.name, vector)) }
      guard case .network(let network) = value else { continue }
      // A network itself is looked for until a definition gives it a name.
      let isUnnamed = found.network.map { $0.name == nil && $0.value == network } ?? true
      if isUnnamed { found.network = (network, definition.name) }
    }
    return found
  }
}
