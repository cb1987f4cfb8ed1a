import DeepNetworks
import Lessons
import Notebooks

/// Where two formulas are compared: many points of the parameters that run.
struct FormulaPoints {
  enum Outcome: Sendable, Hashable { case equal, unequal, faultyKey }

  private let over: [Draw]
  private let frozen: Frozen

  static let count = 24
  /// Fewer different ones let a wrong formula pass.
  static let fewest = 5

  init(_ over: [Draw], _ frozen: Frozen) {
    (self.over, self.frozen) = (over, frozen)
  }

  /// The parameters at each point.
  var all: [Frozen] { frozen.points.isEmpty ? made : frozen.points }

  /// The parameters at each point, made anew.
  var made: [Frozen] {
    let values = over.map { ($0.name.value, DrawnValues($0.domain)) }
    return (0..<Self.count).map { point in
      // Each parameter is drawn by itself, so that no two of them go together.
      let entries = values.map { name, values in
        let index = StableHash.value(of: [name, "\(point)"]) % UInt64(max(1, values.count))
        return Frozen.Entry(name: name, text: values[Int(index)])
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
