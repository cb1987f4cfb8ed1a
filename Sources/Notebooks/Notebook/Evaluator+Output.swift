extension Evaluator {
  /// What a statement shows.
  mutating func output(of statement: Statement) throws(Failure) -> Output {
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
