import DeepNetworks
import Lessons
import Notebooks

/// Where two formulas are compared: many points of the parameters that run.
struct FormulaPoints {
  enum Outcome: Sendable, Hashable { case equal, unequal, faultyKey }

  private let values: [(name: String, texts: [String])]
  private let frozen: Frozen

  static let count = 24
  /// Fewer different ones let a wrong formula pass.
  static let fewest = 5

  init(_ over: [Draw], _ frozen: Frozen) {
    values = over.map { ($0.name.value, $0.domain.texts) }
    self.frozen = frozen
  }

  /// The parameters at each point, made when it is asked for: most answers need one.
  var all: some Sequence<Frozen> {
    (0..<Self.count).lazy.map { point in
      // Each parameter is drawn by itself, so that no two of them go together.
      let entries = values.map { name, texts in
        let index = StableHash.value(of: [name, "\(point)"]) % UInt64(max(1, texts.count))
        return Frozen.Entry(name: name, text: texts[Int(index)])
      }
      return frozen.adding(entries)
    }
  }

  /// Whether two formulas agree, in value and in shape, at every point.
  ///
  /// A point at which the key has no value is left out; a key without any is faulty.
  func compare(_ text: String, with key: String, _ tolerance: Tolerance) -> Outcome {
    var compared = 0
    for point in all {
      guard case .success(let expected) = point.worked(key) else { continue }
      compared += 1
      guard case .success(let given) = point.worked(text), Self.agree(given, expected, tolerance)
      else { return .unequal }
    }
    return compared == 0 ? .faultyKey : .equal
  }

  /// At how many different points a key has a value.
  func count(with key: String) -> Int {
    Set(all.filter { if case .success = $0.worked(key) { true } else { false } }).count
  }

  private static func agree(_ given: Value, _ expected: Value, _ tolerance: Tolerance) -> Bool {
    switch (given, expected) {
    case (.number(let a), .number(let b)): return tolerance.accepts(a, key: b)
    case (.vector(let a), .vector(let b)):
      return a.count == b.count
        && zip(a.elements, b.elements).allSatisfy { tolerance.accepts($0, key: $1) }
    case (.matrix(let a), .matrix(let b)):
      guard a.rows == b.rows, a.columns == b.columns else { return false }
      return (0..<a.rows).allSatisfy { row in
        (0..<a.columns).allSatisfy { tolerance.accepts(a[row, $0], key: b[row, $0]) }
      }
    default: return false
    }
  }
}
