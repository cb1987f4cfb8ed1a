import DeepNetworks

extension Value {
  /// Whether it is the name of an activation.
  fileprivate var isActivation: Bool {
    nameOfBuiltIn.map(Activation.names.contains) ?? false
  }
}

/// Lists in brackets, entries, rows and the transpose.
enum Indexing {
  /// `[1, 2]` is a vector, `[[1, 2], [3, 4]]` a matrix, `[A, B]` with matrices a list for layers 1, 2,
  /// and `[tanh, relu]` one of their activations.
  static func list(_ given: [Value], _ meter: inout Meter) throws(Problem) -> Value {
    if !given.isEmpty, given.allSatisfy(\.isActivation) {
      return .layers(PerLayer(symbol: "g", first: 1, elements: given))
    }
    var elements: [Value] = []
    for element in given { elements.append(try Jacobians.entries(element, &meter)) }
    if case .matrix = elements.first { return try layers(elements) }
    let entries = elements.reduce(0) { $0 + $1.extent.entries }
    try meter.spend(operations: Meter.perEntry * entries, bytes: 48 * entries)
    var numbers: [Extended] = []
    var rows: [[Extended]] = []
    for element in elements {
      switch element.operand {
      case .number(let number): numbers.append(number)
      case .vector(let row): rows.append(row.elements)
      case .never(let never): throw .value(never.problem)
      case .matrix, .layers, .other:
        throw .value(.mixedList(kind: element.kind))
      }
    }
    if rows.isEmpty { return .vector(Vector(numbers)) }
    guard numbers.isEmpty else { throw .value(.mixedList(kind: "both a number and a row")) }
    if let row = rows.firstIndex(where: { $0.count != rows[0].count }) {
      throw .value(
        .unevenRows(row: row + 1, count: rows[row].count, expected: rows[0].count)
      )
    }
    do {
      return .matrix(try Matrix.rows(rows))
    } catch {
      throw .value(.network(error.description))
    }
  }

  private static func layers(_ elements: [Value]) throws(Problem) -> Value {
    for element in elements {
      guard case .matrix = element else { throw .value(.mixedList(kind: element.kind)) }
    }
    return .layers(PerLayer(first: 1, elements: elements))
  }

  /// `v[i]`, `M[i, j]`, `a[l]`: entries count from 1, layers from where the list begins.
  static func element(of value: Value, at indices: [Value], name: String) throws(Problem) -> Value {
    if case .range(let range) = value {
      let index = try entryNumber(indices[0], count: range.count, value)
      return .number(range.value(index - 1))
    }
    switch value.operand {
    case .layers(let list):
      let layer = try layerNumber(indices[0], list, name)
      guard let element = list[layer: layer] else {
        throw .value(.noLayer(name: name, index: "\(layer)", kind: list.kind))
      }
      if indices.count == 1 { return element }
      return try self.element(
        of: element,
        at: Array(indices.dropFirst()),
        name: "\(name)[\(layer)]"
      )
    case .vector(let vector):
      let index = try entryNumber(indices[0], count: vector.count, value)
      guard indices.count == 1 else {
        throw .value(
          .noEntry(
            index: indices.map(\.described).joined(separator: ", "),
            kind: value.kind,
            ours: nil
          )
        )
      }
      return .number(vector[index - 1])
    case .matrix(let matrix):
      guard indices.count == 2 else { throw .value(.entryOfMatrix(name: name)) }
      let row = try entryNumber(indices[0], count: matrix.rows, value)
      let column = try entryNumber(indices[1], count: matrix.columns, value)
      return .number(matrix[row - 1, column - 1])
    case .number, .never, .other:
      throw .value(.notIndexable(kind: value.kind))
    }
  }

  private static func layerNumber(
    _ index: Value,
    _ list: PerLayer,
    _ name: String
  ) throws(Problem)
    -> Int
  {
    let number = try whole(index)
    guard let layer = number.integer else {
      throw .value(.noLayer(name: name, index: index.described, kind: list.kind))
    }
    return layer
  }

  private static func entryNumber(_ index: Value, count: Int, _ value: Value) throws(Problem) -> Int
  {
    let number = try whole(index)
    guard let entry = number.integer, entry >= 1, entry <= count else {
      throw .value(.noEntry(index: index.described, kind: value.kind, ours: nil))
    }
    return entry
  }

  private static func whole(_ index: Value) throws(Problem) -> Extended {
    if case .never(let never) = index { throw .value(never.problem) }
    guard case .number(let number) = index, number.isInteger else {
      throw .value(.indexNotWhole(index.described))
    }
    return number
  }

  /// `M'`; a vector becomes a matrix of one row.
  static func transposed(_ value: Value, _ meter: inout Meter) throws(Problem) -> Value {
    switch try Jacobians.entries(value, &meter).operand {
    case .number: return value
    case .vector(let vector):
      try meter.spend(entries: 4 * Double(vector.count))
      do {
        return .matrix(try Matrix.rows([vector.elements]))
      } catch {
        throw .value(.network(error.description))
      }
    case .matrix(let matrix):
      try meter.spend(entries: matrix.extent.entries)
      return .matrix(matrix.transposed)
    case .layers(let list):
      return try Arithmetic.mapped(list, &meter) { element, meter throws(Problem) in
        try transposed(element, &meter)
      }
    case .never(let never): throw .value(never.problem)
    case .other:
      throw .value(.operand("The transpose", kind: value.kind, advice: nil))
    }
  }
}
