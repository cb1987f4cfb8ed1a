import Notebooks

// What is no answer to a task, whatever its conditions are.
extension TaskNotebook {
  /// What working out a learner's definition may cost, since every input of a replay does it too;
  /// what is dearer is an answer, whatever comes of it.
  private static let limits = Meter.Limits(operations: 1e5, bytes: 1e5)

  /// Why the learner's own definitions of some names are no answer; nil where they are.
  func valueless(of uses: [String], given: [String]) -> AnswerRefusal? {
    let names = uses.filter { name in
      // A numeral has its value.
      !given.contains(name) && learners(name).map { !$0.statement.isNumeral } ?? false
    }
    guard !names.isEmpty else { return nil }
    let notebook = restricted(to: uses, given: given)
    for name in names {
      switch notebook.worked(name, Meter(limits: Self.limits)) {
      case .success(let value):
        guard !value.isQuantity,
          case .success(let lessons) = lesson.worked(name, Meter(limits: Self.limits)),
          lessons.isQuantity
        else { continue }
        return .otherKind(name, value.kind, lesson: lessons.kind)
      case .failure(let failure):
        switch failure.problem {
        case .bound:
          // What is too dear to work out may still read what nobody has defined.
          if let missing = notebook.missing(behind: name) { return .waits(name, for: missing) }
        case .name(.unknownName(let missing, _, _)): return .waits(name, for: missing)
        case .syntax, .name, .value, .figure: return .noValue(name, failure)
        }
      }
    }
    return nil
  }
}

extension Statement {
  /// Whether it gives a name to a numeral.
  fileprivate var isNumeral: Bool {
    if case .definition(_, let value) = kind { value.isNumeral } else { false }
  }
}

extension Notebook {
  /// A name that a definition reads, or one that it needs, and that nothing defines; nil where there is none.
  fileprivate func missing(behind name: String) -> String? {
    var seen: Set<String> = []
    var pending = [name]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      guard let definition = definitions[next] else {
        if BuiltIns.names.contains(next) { continue }
        return next
      }
      pending += definition.names
    }
    return nil
  }
}

extension Value {
  /// Whether it is something that layers are computed with.
  fileprivate var isQuantity: Bool {
    switch self {
    case .number, .vector, .matrix: true
    case .truth, .text, .range, .network, .layers, .never, .function, .builtIn, .format,
      .initialization, .loss, .document, .record:
      false
    }
  }
}
