import Plotting

// The figure that was meant, as a text to type.
extension FigureStatement {
  /// The figure with its parameter running, where it is one of courses that has none.
  func running(_ name: String, in statement: Statement) -> String? {
    guard over.isEmpty, beside.isEmpty, layers.isEmpty, verb.values.courses != nil else {
      return nil
    }
    let text = statement.text
    return text.contains("\n") || text.count > 60 ? nil : "\(text) over \(name) in 1...10"
  }

  /// The figure with its functions called with what runs; how one depends on it where there are none.
  func depending(on clause: OverClause, in statement: Statement) -> Hint {
    let name = clause.name
    var text = statement.text
    var isCalled = false
    for expression in expressions.reversed() where beside.isEmpty && expression.nodes.count == 1 {
      guard case .name = expression.nodes[0].kind else { continue }
      let place = expression.range.upper - statement.range.lower
      var scalars = Array(text.unicodeScalars)
      scalars.insert(contentsOf: "(\(name))".unicodeScalars, at: place)
      text = String(String.UnicodeScalarView(scalars))
      isCalled = true
    }
    return Hint(
      "Write it where it counts, as in: ",
      (isCalled && !text.contains("\n") ? [.line(text)] : [])
        + [
          .line("\(verb.rawValue) f(\(name)) over \(name) in 0.5...1.5"),
          .line("plot \(name)^2 over \(name) in 0.5...1.5"),
        ]
    )
  }

  /// The figure with what it shows rounded to its formats, without the clause that asks for them.
  func rounded(in source: Source) -> String? {
    guard let first = formats.first, let last = formats.last, beside.isEmpty else { return nil }
    var lower = first.range.lower
    while lower > 0, source.scalars[lower - 1].properties.isWhitespace { lower -= 1 }
    // The word `in` stands before the first format.
    lower -= 2
    guard lower > verbRange.upper else { return nil }
    let shown = expressions.flatMap { expression in
      formats.map { "rounded(\(source.text(expression.range)), to: \($0.name))" }
    }
    let end = expressions[expressions.count - 1].range.upper
    guard end <= lower else { return nil }
    let clauses = source.text(SourceRange(end, lower))
    let rest = source.text(
      SourceRange(last.range.upper, statementEnd(after: last.range.upper, source))
    )
    let text = "\(verb.rawValue) \(shown.joined(separator: ", "))\(clauses.trimmedEnd)\(rest)"
    return text.contains("\n") ? nil : text
  }

  private func statementEnd(after offset: Int, _ source: Source) -> Int {
    let end = source.lineRange(source.line(at: offset)).upper
    return source.scalars[offset..<end].firstIndex(of: "#") ?? end
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    String(reversed().drop { $0.isWhitespace }.reversed())
  }
}
