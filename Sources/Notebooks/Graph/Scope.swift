import DeepNetworks

/// Where an expression is evaluated: parameters set to other values, and the float format.
struct Scope {
  /// Parameters that `over` sets, by name.
  var overrides: [String: Value] = [:]
  /// The format that networks compute in; nil is the engine's own range, which never overflows.
  var format: NumberFormat?
  /// Values of definitions that differ here from their plain values.
  var memo: [String: Result<Value, Failure>] = [:]
  /// Where those values come from; kept in a format only.
  var origins: [String: Origin] = [:]
  /// The definitions that depend on what is set here; in a format, all.
  var affected: Set<String> = []
  /// Whether all that is set is set to what it is anyway, so that what is known holds here too.
  var isPlain = false

  func isAffected(_ name: String) -> Bool {
    format != nil || affected.contains(name)
  }
}
