import DeepNetworks

/// What `==`, `<` and their kin mean.
enum Comparison {
  /// ‖a − b‖ ≤ 1e-9 · max(‖a‖, ‖b‖), and zero equals only zero.
  static let tolerance = Extended(1e-9)

  static func equal(
    _ left: Value,
    _ right: Value,
    _ meter: inout Meter
  ) throws(Problem) -> Truth {
    let left = try Jacobians.entries(left, &meter)
    let right = try Jacobians.entries(right, &meter)
    switch (left.rangeAsVector, right.rangeAsVector) {
    case (.number(let a), .number(let b)):
      return close(distance: (a - b).abs(), a.abs(), b.abs(), same: a == b)
    case (.vector(let a), .vector(let b)):
      guard a.count == b.count else { return unequal("a vector of \(a.count), one of \(b.count)") }
      try meter.spend(entries: 4 * Double(a.count))
      let truth = close(distance: try difference(a, b).norm(), a.norm(), b.norm(), same: a == b)
      guard !truth.holds, a.count <= mostEntriesTold else { return truth }
      let (one, other) = (Rendering.entries(a, digits: 6), Rendering.entries(b, digits: 6))
      return one == other ? truth : unequal("one is \(one), the other \(other)")
    case (.matrix(let a), .matrix(let b)):
      guard a.rows == b.rows, a.columns == b.columns else {
        return unequal("\(a.rows) × \(a.columns) against \(b.rows) × \(b.columns)")
      }
      try Arithmetic.spendSum(a, b, &meter)
      return close(
        distance: try difference(a, b).frobeniusNorm(),
        a.frobeniusNorm(),
        b.frobeniusNorm(),
        same: a == b
      )
    case (.number, let b) where b.onlyEntry != nil:
      return try equal(left, .number(b.onlyEntry ?? .nan), &meter)
    case (let a, .number) where a.onlyEntry != nil:
      return try equal(.number(a.onlyEntry ?? .nan), right, &meter)
    case (.layers(let a), .layers(let b)): return try layers(a, b, &meter)
    case (.truth(let a), .truth(let b)): return Truth(holds: a.holds == b.holds)
    case (.text(let a), .text(let b)): return Truth(holds: a == b)
    case (.never(let a), .never(let b)): return Truth(holds: a == b)
    case (.never(.search), .number), (.number, .never(.search)): return Truth(holds: false)
    case (.never(let never), _), (_, .never(let never)): throw .value(never.problem)
    case (let a, let b):
      throw .value(.operands("==", left: a.kind, right: b.kind, advice: advice(a, b)))
    }
  }

  private static func advice(_ left: Value, _ right: Value) -> Hint? {
    switch (left, right) {
    case (.vector, .number), (.number, .vector):
      Hint(
        "Compare an entry, such as ",
        .line("y[1]"),
        end: ", or a size, such as rms(y).",
        otherwise: "Compare an entry or a size."
      )
    case (.layers, .vector), (.vector, .layers), (.layers, .matrix), (.matrix, .layers):
      Hint(
        "Compare one layer of the list, such as ",
        .line("a[2]"),
        end: ".",
        otherwise: "Compare one layer of the list."
      )
    default: nil
    }
  }

  /// So many entries of two vectors are told side by side.
  private static let mostEntriesTold = 4

  private static func difference(_ a: Vector, _ b: Vector) throws(Problem) -> Vector {
    do { return try a - b } catch { throw .value(.network(error.description)) }
  }

  private static func difference(_ a: Matrix, _ b: Matrix) throws(Problem) -> Matrix {
    do { return try a - b } catch { throw .value(.network(error.description)) }
  }

  private static func unequal(_ why: String) -> Truth { Truth(holds: false, difference: why) }

  /// Whether two values have the same bits, however their matrices are stored.
  static func exactly(_ left: Value, _ right: Value, _ meter: inout Meter) throws(Problem) -> Bool {
    let left = try Jacobians.entries(left, &meter)
    let right = try Jacobians.entries(right, &meter)
    switch (left.rangeAsVector, right.rangeAsVector) {
    case (.matrix(let a), .matrix(let b)):
      guard a.rows == b.rows, a.columns == b.columns else { return false }
      switch (a, b) {
      case (.scaledIdentity(let s, _), .scaledIdentity(let t, _)): return s == t
      case (.dense, .dense): try meter.spend(entries: a.entryCount)
      case (.scaledIdentity, _), (.dense, _), (.outer, _):
        try meter.spend(operations: 4 * Meter.perEntry * a.entryCount)
      }
      return a == b
        || (0..<a.rows).allSatisfy { row in
          (0..<a.columns).allSatisfy { a[row, $0] == b[row, $0] }
        }
    case (.layers(let a), .layers(let b)):
      guard a.first == b.first, a.elements.count == b.elements.count else { return false }
      try meter.spend(perLayer: a.elements.count)
      for (one, other) in zip(a.elements, b.elements) {
        guard try exactly(one, other, &meter) else { return false }
      }
      return true
    case (.vector(let a), .vector(let b)):
      try meter.spend(entries: Double(min(a.count, b.count)))
      return a == b
    case (let a, let b): return a == b
    }
  }

  private static func layers(
    _ a: PerLayer,
    _ b: PerLayer,
    _ meter: inout Meter
  ) throws(Problem) -> Truth {
    guard a.first == b.first, a.last == b.last else {
      throw .value(.misalignedLayers(left: a.kind, right: b.kind))
    }
    try meter.spend(perLayer: a.elements.count)
    for (offset, pair) in zip(a.elements, b.elements).enumerated() {
      let truth = try equal(pair.0, pair.1, &meter)
      if !truth.holds {
        let detail = truth.difference.map { ": " + $0 } ?? ""
        return unequal("first at layer \(a.first + offset)\(detail)")
      }
    }
    return Truth(holds: true)
  }

  private static func close(distance: Extended, _ a: Extended, _ b: Extended, same: Bool) -> Truth {
    // Zero matrices may be stored differently.
    if same || (a.isZero && b.isZero) { return Truth(holds: true) }
    let larger = a < b ? b : a
    guard distance.isFinite, larger.isFinite, !a.isZero, !b.isZero else {
      return unequal(
        "one is \(Rendering.number(a, digits: 6)), the other \(Rendering.number(b, digits: 6))"
      )
    }
    if distance <= tolerance * larger { return Truth(holds: true) }
    let relative = distance / larger
    return unequal(
      "they differ by \(Rendering.number(distance, digits: 6)), "
        + "\(Rendering.number(relative, digits: 3)) of the larger"
    )
  }

  private static func adviceOnOrder(_ left: Value, _ right: Value) -> Hint {
    switch (left, right) {
    case (.truth, _), (_, .truth): "Compare two numbers at a time."
    case (.layers, _), (_, .layers):
      Hint(
        "To find a layer: ",
        [.line("first l where rms(a[l]) >= 10"), .line("first l where [1, 4, 9][l] >= 3")]
      )
    default: "It compares numbers; take a size, such as rms(…)."
    }
  }

  static func ordered(
    _ symbol: BinaryOperator,
    _ left: Value,
    _ right: Value
  ) throws(Problem)
    -> Truth
  {
    guard let a = left.single, let b = right.single else {
      if case .never(let never) = left { throw .value(never.problem) }
      if case .never(let never) = right { throw .value(never.problem) }
      throw .value(
        .operands(
          symbol.symbol,
          left: left.kind,
          right: right.kind,
          advice: adviceOnOrder(left, right)
        )
      )
    }
    return switch symbol {
    case .less: Truth(holds: a < b)
    case .lessOrEqual: Truth(holds: a <= b)
    case .greater: Truth(holds: b < a)
    case .greaterOrEqual: Truth(holds: b <= a)
    case .add, .subtract, .multiply, .divide, .power, .equal, .notEqual:
      preconditionFailure("only comparisons come here")
    }
  }
}

extension Value {
  /// A number, or the entry of what has only one.
  fileprivate var single: Extended? {
    if case .number(let number) = self { number } else { onlyEntry }
  }
}
