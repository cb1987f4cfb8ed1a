/// A set of definitions, one per name, whose values are worked out when somebody asks for them.
package struct Notebook: Sendable {
  package private(set) var definitions = Definitions()
  /// Values worked out so far; a name's is forgotten when something it depends on changes.
  private var known = KnownValues()
  /// Built-in functions that may not be called, each with what it waits for in words.
  package private(set) var locks: [String: String] = [:]

  package init() {}

  /// The same with other functions locked.
  ///
  /// What is known stays known: a lock keeps a function from being called.
  package func locking(_ locks: [String: String]) -> Notebook {
    var copy = self
    copy.locks = locks
    return copy
  }

  /// Takes over the values that a copy has worked out, if the definitions of neither have changed since.
  package mutating func adopt(_ copy: Notebook) {
    if copy.definitions.isCopy(of: definitions) { known = copy.known }
  }

  /// The same definitions with nothing worked out: a copy to be kept holds no values.
  package var withoutValues: Notebook {
    var copy = self
    copy.known = KnownValues()
    return copy
  }

  /// Puts a definition in place; nothing is evaluated.
  /// - Returns: a remark where the name hid a built-in until now.
  /// - Throws: where the statement defines nothing or would close a circle.
  @discardableResult
  package mutating func define(
    _ statement: Statement,
    isOwn: Bool = false
  ) throws(Failure) -> String? {
    guard let definition = Definition(statement, isOwn: isOwn) else { return nil }
    let (old, isRead) = try place(definition, of: statement)
    // A name that is new and that nothing reads has left nothing that is known.
    if old != nil || isRead { forget(definition.name) }
    guard old == nil, BuiltIns.contains(definition.name) else { return nil }
    return BuiltIns.remark(onHiding: definition.name)
  }

  /// Puts a definition in place to see whether it runs by itself.
  ///
  /// What was made with an earlier one of its name stays known: it reads none of that, or it would close a circle.
  mutating func attempt(_ statement: Statement) throws(Failure) {
    guard let definition = Definition(statement, isOwn: false) else { return }
    _ = try place(definition, of: statement)
    known[definition.name] = nil
  }

  /// - Returns: the definition of this name until now, and whether anything reads it.
  private mutating func place(
    _ definition: Definition,
    of statement: Statement
  ) throws(Failure) -> (old: Definition?, isRead: Bool) {
    do {
      return try definitions.define(definition)
    } catch {
      throw Failure(renamed(error, statement), at: statement.range, in: statement.source)
    }
  }

  /// Takes a definition away; what was made with it is forgotten.
  package mutating func remove(_ name: String) {
    forget(name)
    definitions.remove(name)
  }

  private mutating func forget(_ name: String) {
    guard !known.isEmpty else { return }
    known[name] = nil
    // Where a value is not known, those that were made with it are not known either.
    for dependent in definitions.dependents(of: [name], through: { known.contains($0) }) {
      known[dependent] = nil
    }
  }

  /// Runs the body with an evaluator that starts from what is known, and keeps what it adds.
  private mutating func evaluating<T>(
    _ meter: Meter,
    _ body: (inout Evaluator) throws(Failure) -> T
  ) throws(Failure) -> T {
    var evaluator = Evaluator(definitions: definitions, known: known, meter: meter)
    evaluator.locks = locks
    // Held twice, the table would be copied at the first value that is added.
    known = KnownValues()
    defer { known = evaluator.known }
    return try body(&evaluator)
  }

  /// What a statement shows: the value of an expression or a definition, a figure, help.
  package mutating func output(
    of statement: Statement,
    meter: Meter = Meter()
  ) throws(Failure)
    -> Output
  {
    try evaluating(meter) { evaluator throws(Failure) in try evaluator.output(of: statement) }
  }

  /// The value of a name with a definition; nil where there is none.
  package mutating func value(of name: String, meter: Meter = Meter()) throws(Failure) -> Value? {
    guard definitions.contains(name) else { return nil }
    return try evaluating(meter) { evaluator throws(Failure) in
      var scope = Scope()
      return try evaluator.value(of: name, in: &scope)
    }
  }

  /// Whether a statement shows something else when one of these names changes.
  ///
  /// Cost: linear in what depends on the names.
  package func depends(_ statement: Statement, on names: some Sequence<String>) -> Bool {
    let changed = Set(names)
    guard let figure = statement.kind.figure else {
      let affected = definitions.dependents(of: Array(changed)).union(changed)
      return statement.names.contains { affected.contains($0) }
    }
    return figure.depends(on: changed, in: definitions)
  }
}
