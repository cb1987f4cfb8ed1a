import DeepNetworks
import Plotting
import TerminalText

extension Evaluator {
  /// What `explain` says.
  mutating func explanation(
    of subject: Subject,
    _ statement: Statement
  ) throws(Failure) -> StyledText {
    var explanation = Explanation(statement: statement)
    switch subject {
    case .expression(let expression): return try explanation.text(of: expression, &self)
    case .figure(let figure): return try explanation.text(of: figure, &self)
    }
  }
}

extension Explanation {
  /// An expression, or a name with its definition.
  func text(of expression: Expression, _ evaluator: inout Evaluator) throws(Failure) -> StyledText {
    var scope = scope(evaluator)
    let value = try evaluator.evaluate(expression, of: statement.source, in: &scope)
    var name: String?
    if case .name(let read)? = expression.nodes.last?.kind, expression.nodes.count == 1 {
      name = read
    }
    let definition = name.flatMap { evaluator.definitions[$0] }
    if definition == nil, let name, BuiltIns.contains(name) { return Help.text(name) }
    let written = definition?.statement.text ?? statement.source.text(expression.range)
    var sentences = ["\(Self.cut(written)) \(try verb(value, written, &evaluator))."]
    sentences += try details(value, &evaluator)
    sentences += try stableRate(value, definition, expression, &evaluator)

    let names = definition?.names ?? expression.names
    let dependence = Dependence(of: names, in: evaluator.definitions)
    sentences += made(of: names, dependence, evaluator.definitions)
    let quantity = Quantity(expression: expression, source: statement.source, owner: nil)
    sentences += try reactions(of: quantity, now: value, to: dependence, &evaluator)
    if let name, definition != nil {
      if dependence.reached.isEmpty, case .number(let number) = value {
        sentences += try effects(of: name, at: number, &evaluator)
      }
      if let readers = evaluator.definitions.readersSentence(of: name) { sentences.append(readers) }
    }
    sentences += try self.diagnosis(
      of: value,
      Dependence(of: name.map { [$0] } ?? names, in: evaluator.definitions),
      &evaluator
    )
    return StyledText(sentences.joined(separator: "\n"))
  }

  private func verb(
    _ value: Value,
    _ written: String,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> String {
    do throws(Problem) {
      let nature = try nature(value, &evaluator.meter)
      // "s = 0.5 is the number 0.5" says nothing twice.
      if case .number(let number) = value, "= \(written)".hasSuffix("= \(Rendering.number(number))")
      {
        return "is a number"
      }
      return "is \(nature)"
    } catch {
      throw failure(error)
    }
  }

  /// The description, then what its lines are made of and how their ends react.
  mutating func text(
    of figure: FigureStatement,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> StyledText {
    let output = try FigureBuilder.output(of: figure, statement, &evaluator)
    var sentences = output.figure.description + output.notes
    let members = [figure] + figure.beside
    let expressions = members.flatMap(\.expressions)
    let dependence = Dependence(
      of: expressions.flatMap(\.names),
      in: evaluator.definitions,
      without: members.reduce(into: []) { $0.formUnion($1.bound) }
    )
    for member in members { try hold(member, &evaluator) }
    sentences += made(of: figure.names, dependence, evaluator.definitions)
    var reactions: [String] = []
    for expression in expressions.prefix(2) {
      let quantity = Quantity(
        expression: expression,
        source: statement.source,
        owner: Self.cut(statement.source.text(expression.range))
      )
      guard case .success(let now) = try measured(quantity, nil, nil, &evaluator) else { continue }
      reactions += try self.reactions(of: quantity, now: now.value, to: dependence, &evaluator)
    }
    let formats = figure.formats.map(\.name)
    if !formats.isEmpty, !reactions.isEmpty {
      reactions.insert("What follows is without rounding to \(listed(formats)).", at: 0)
    }
    reactions += try diagnosis(of: nil, dependence, &evaluator)
    if !held.isEmpty, !reactions.isEmpty {
      let values = held.map { "\($0.name) = \(Rendering.inline($0.value))" }
      sentences.append("What follows is at \(listed(values)).")
    }
    sentences += reactions
    return StyledText(sentences.joined(separator: "\n"))
  }

  /// Holds the figure's own parameters at the first of their values.
  private mutating func hold(
    _ figure: FigureStatement,
    _ evaluator: inout Evaluator
  ) throws(Failure) {
    for clause in figure.over {
      var scope = Scope()
      let values = try evaluator.evaluate(clause.values, of: statement.source, in: &scope)
      if case .range(let range) = values { held.append((clause.name, .number(range.lower))) }
      if case .vector(let vector) = values, vector.count > 0 {
        held.append((clause.name, .number(vector[0])))
      }
    }
  }

  // MARK: - What it is made of

  /// What it reads, what lies between, and what stands innermost.
  private func made(
    of names: [String],
    _ dependence: Dependence,
    _ definitions: Definitions
  ) -> [String] {
    let texts = { (all: [Definition]) in
      listed(all.prefix(6).map { Self.cut($0.statement.text) })
        + (all.count > 6 ? " and \(all.count - 6) more" : "")
    }
    guard !dependence.reached.isEmpty else {
      return held.isEmpty ? ["It reads nothing else of the notebook."] : []
    }
    let direct = dependence.reached.filter { names.contains($0.name) }
    let inner = Set(dependence.innermost.map(\.name))
    let between = dependence.reached.filter { definition in
      !inner.contains(definition.name) && !direct.contains { $0.name == definition.name }
    }
    if inner.isEmpty { return [Self.ended("It reads \(texts(direct + between))")] }
    if direct.allSatisfy({ inner.contains($0.name) }) {
      return [Self.ended("It reads \(texts(direct))")]
    }
    let outer = direct.filter { !inner.contains($0.name) }
    let verb = inner.count == 1 ? "is" : "are"
    return [
      Self.ended(
        "It reads \(texts(outer + between)); innermost \(verb) \(texts(dependence.innermost))"
      )
    ]
  }

  // MARK: - How it reacts

  /// A sentence for each innermost number, as far as there are few.
  private func reactions(
    of quantity: Quantity,
    now: Value,
    to dependence: Dependence,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> [String] {
    var sentences: [String] = []
    for parameter in dependence.innermost {
      guard sentences.count < Self.mostParameters else { break }
      guard !held.contains(where: { $0.name == parameter.name }) else { continue }
      var scope = Scope()
      guard case .number(let number) = try evaluator.value(of: parameter.name, in: &scope),
        number.isFinite
      else { continue }
      if let sentence = try reaction(
        of: quantity,
        now: now,
        to: parameter.name,
        at: number,
        &evaluator
      ) {
        sentences.append(sentence)
      }
    }
    return sentences
  }

  /// What becomes of the ends of what reads a parameter when it changes.
  private func effects(
    of name: String,
    at number: Extended,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> [String] {
    let definitions = evaluator.definitions
    let readers = definitions.dependents(of: [name])
    let ends = definitions.order.filter {
      readers.contains($0) && definitions.dependents(of: [$0]).isEmpty
        && definitions[$0]?.isValue == true
    }
    var sentences: [String] = []
    for end in ends.prefix(3) {
      guard let statement = Parser.statements(of: end).first, let read = try? statement.get(),
        case .expression(let expression) = read.kind
      else { continue }
      let quantity = Quantity(expression: expression, source: read.source, owner: end)
      guard case .success(let now) = try measured(quantity, nil, nil, &evaluator),
        let sentence = try reaction(of: quantity, now: now.value, to: name, at: number, &evaluator)
      else { continue }
      sentences.append(sentence)
    }
    return sentences
  }
}
