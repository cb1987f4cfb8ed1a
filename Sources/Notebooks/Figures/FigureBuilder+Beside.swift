import Plotting

// Figures beside each other.
extension FigureBuilder {
  static let mostBeside = 4

  /// What a statement shows: its figure, or several with one range of values.
  static func output(
    of figure: FigureStatement,
    _ statement: Statement,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> FigureOutput {
    guard ([figure] + figure.beside).contains(where: \.hasManyValues) else {
      return try drawn(figure, statement, &evaluator)
    }
    return try evaluator.sharing { evaluator throws(Failure) in
      try drawn(figure, statement, &evaluator)
    }
  }

  private static func drawn(
    _ figure: FigureStatement,
    _ statement: Statement,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> FigureOutput {
    var first = FigureBuilder(figure, statement)
    guard !figure.beside.isEmpty else { return try first.build(&evaluator) }
    let members = [figure] + figure.beside
    if members.count > mostBeside {
      throw first.failure(
        .tooManyBeside(count: members.count, limit: mostBeside),
        members[mostBeside].verbRange
      )
    }
    if let table = members.first(where: { $0.verb.values.courses?.manner == .listed }) {
      throw first.failure(.tableBeside, table.verbRange)
    }
    var outputs: [FigureOutput] = []
    for (index, member) in members.enumerated() {
      let width = 1 / Double(members.count)
      evaluator.meter.whole = (width * Double(index), width)
      var builder = FigureBuilder(member, statement)
      outputs.append(try builder.build(&evaluator))
    }
    let figures = outputs.flatMap { parts(of: $0.figure) }
    if figures.count > mostBeside {
      throw first.failure(
        .tooManyBeside(count: figures.count, limit: mostBeside),
        members[members.count - 1].verbRange
      )
    }
    return FigureOutput(figure: Figure(kind: .beside(figures)), notes: notes(of: outputs))
  }

  /// Histograms that stand beside each other already, each for itself.
  private static func parts(of figure: Figure) -> [Figure] {
    if case .beside(let members) = figure.kind, figure.title.isEmpty { members } else { [figure] }
  }

  /// The notes of several figures: what all say once, the others with the figure's title.
  private static func notes(of outputs: [FigureOutput]) -> [String] {
    outputs.indices.flatMap { index in
      outputs[index].notes.compactMap { note in
        if outputs.allSatisfy({ $0.notes.contains(note) }) { return index == 0 ? note : nil }
        return "\(outputs[index].figure.title): \(note)"
      }
    }
  }
}

extension FigureStatement {
  /// Whether it shows expressions at several values of something.
  fileprivate var hasManyValues: Bool { !over.isEmpty || formats.count > 1 }
}
