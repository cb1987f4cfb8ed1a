/// The values of definitions that are worked out, and the memory that they take.
struct KnownValues: Sendable {
  private var results = SharedMap<String, Known>()
  private(set) var bytes = 0.0
  /// How often a value was set or forgotten.
  private(set) var changes = 0

  /// What a definition has come to; behind a reference what is large and seldom.
  private enum Known: Sendable {
    case value(Value)
    indirect case failure(Failure)

    init(_ result: Result<Value, Failure>) {
      switch result {
      case .success(let value): self = .value(value)
      case .failure(let failure): self = .failure(failure)
      }
    }

    var result: Result<Value, Failure> {
      switch self {
      case .value(let value): .success(value)
      case .failure(let failure): .failure(failure)
      }
    }

    var bytes: Double {
      switch self {
      case .value(let value): value.extent.bytes
      case .failure: 0
      }
    }
  }

  var isEmpty: Bool { results.isEmpty }

  func contains(_ name: String) -> Bool { results[name] != nil }

  subscript(name: String) -> Result<Value, Failure>? {
    get { results[name]?.result }
    set {
      if newValue == nil, !contains(name) { return }
      let new = newValue.map { Known($0) }
      var growth = new?.bytes ?? 0
      results.change(name) { known in
        growth -= known?.bytes ?? 0
        known = new
      }
      bytes += growth
      changes += 1
    }
  }
}
