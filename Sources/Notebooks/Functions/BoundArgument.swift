/// An argument with its value.
struct BoundArgument {
  var label: String?
  var value: Value
  var range: SourceRange

  init(value: Value, range: SourceRange) {
    self.value = value
    self.range = range
  }

  init(_ argument: Argument, _ values: [Value]) {
    label = argument.label
    value = values[argument.node]
    range = argument.range
  }
}
