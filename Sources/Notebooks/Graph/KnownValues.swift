/// The values of definitions that are worked out, and the memory that they take.
struct KnownValues: Sendable {
  private var results = SharedMap<String, Result<Value, Failure>>()
  private(set) var bytes = 0.0
  /// How often a value was set or forgotten.
  private(set) var changes = 0

  var isEmpty: Bool { results.isEmpty }

  subscript(name: String) -> Result<Value, Failure>? {
    get { results[name] }
    set {
      let old = results[name]
      if newValue == nil, old == nil { return }
      bytes += Self.bytes(newValue) - Self.bytes(old)
      results[name] = newValue
      changes += 1
    }
  }

  private static func bytes(_ result: Result<Value, Failure>?) -> Double {
    guard case .success(let value) = result else { return 0 }
    return value.extent.bytes
  }
}
