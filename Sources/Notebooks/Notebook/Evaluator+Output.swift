extension Evaluator {
  /// What a statement shows; that it is read and laid out counts with what it takes.
  mutating func output(of statement: Statement) throws(Failure) -> Output {
    let letters = Double(statement.range.upper - statement.range.lower)
    try spend(Meter.perStatement + Meter.perLetter * letters, on: statement)
    let output = try evaluated(statement)
    try spend(output.operations, on: statement)
    return output
  }

  private mutating func spend(_ operations: Double, on statement: Statement) throws(Failure) {
    do throws(Problem) {
      try meter.spend(operations: operations)
    } catch {
      throw Failure(error, at: statement.range, in: statement.source)
    }
  }

  private mutating func evaluated(_ statement: Statement) throws(Failure) -> Output {
    var scope = Scope()
    switch statement.kind {
    case .definition(let name, _): return .value(try value(of: name, in: &scope), name: name)
    case .function(let name, let parameters, _):
      let signature = "\(name)(\(parameters.joined(separator: ", ")))"
      return .value(.function(signature), name: nil)
    case .expression(let expression):
      return .value(try evaluate(expression, of: statement.source, in: &scope), name: nil)
    case .figure(let figure):
      do throws(Failure) {
        return .figure(try FigureBuilder.output(of: figure, statement, &self))
      } catch {
        throw Self.advised(error, figure, statement)
      }
    case .explain(let subject):
      return .value(.document(try explanation(of: subject, statement)), name: nil)
    case .help(let topic):
      if topic == nil, definitions["help"] != nil {
        return .value(try value(of: "help", in: &scope), name: "help")
      }
      return .help(Help.text(topic))
    }
  }
}
