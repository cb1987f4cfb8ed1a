import DeepNetworks

/// What computing sees of a value: how its numbers are arranged, if it has any.
///
/// A new kind of value says here, once, whether it has numbers to compute with.
enum Operand {
  case number(Extended)
  case vector(Vector)
  case matrix(Matrix)
  case layers(PerLayer)
  /// A search without an end, where its layer was to be computed with.
  case never(NeverReached)
  case other
}

extension Value {
  /// A range counts as the vector of its numbers, which takes memory for each of them.
  var operand: Operand {
    switch self {
    case .number(let number): .number(number)
    case .range(let range): .vector(Vector(range.values))
    case .vector(let vector): .vector(vector)
    case .matrix(let matrix): .matrix(matrix)
    case .layers(let list): .layers(list)
    case .never(let never): .never(never)
    case .truth, .text, .network, .function, .builtIn, .format, .initialization, .loss, .document,
      .record:
      .other
    }
  }
}
