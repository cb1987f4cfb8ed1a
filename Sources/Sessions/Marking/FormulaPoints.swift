import DeepNetworks
import Lessons
import Notebooks

/// Where two formulas are compared: many points of the parameters that run.
struct FormulaPoints {
  enum Outcome: Sendable, Hashable { case equal, unequal, faultyKey }

  private let values: [(name: String, texts: [String])]
  private let frozen: Frozen

  static let count = 24

  init(_ over: [Draw], _ frozen: Frozen) {
    values = over.map { ($0.name.value, $0.domain.texts) }
    self.frozen = frozen
  }

  /// A point, made when it is wanted: most wrong answers need one.
  private func point(_ number: Int) -> Frozen {
    // Each parameter is drawn by itself, so that no two of them go together.
    frozen.adding(
      values.map { name, texts in
        let index = StableHash.value(of: [name, "\(number)"]) % UInt64(max(1, texts.count))
        return Frozen.Entry(name: name, text: texts[Int(index)])
      }
    )
  }

  /// Whether two formulas agree, in value and in shape, at every point.
  ///
  /// A point at which the key has no value is left out; a key without any is faulty.
  func compare(_ text: String, with key: String, _ tolerance: Tolerance) -> Outcome {
    var compared = 0
    for number in 0..<Self.count {
      let point = point(number)
      guard case .success(let expected) = point.worked(key) else { continue }
      compared += 1
      guard case .success(let given) = point.worked(text), Self.agree(given, expected, tolerance)
      else { return .unequal }
    }
    return compared == 0 ? .faultyKey : .equal
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
