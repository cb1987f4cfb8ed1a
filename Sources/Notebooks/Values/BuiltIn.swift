/// A built-in function as a value: its name, and the line that shows it.
///
/// What it does is known to the functions alone.
package struct BuiltIn: Sendable, Hashable {
  let name: String
  let line: String
}

extension Value {
  /// The name of a built-in function that stands without brackets.
  var nameOfBuiltIn: String? {
    if case .builtIn(let function) = self { function.name } else { nil }
  }

  /// Whether it can be called with numbers, a network apart.
  var isFunction: Bool {
    if case .function = self { true } else { nameOfBuiltIn != nil }
  }
}
