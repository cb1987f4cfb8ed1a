/// A vector's way through the given matrices of a small network, one after another, with sums in
/// double-double; where so much of one has cancelled that its digits are in doubt, the way from its
/// beginning anew in whole numbers.
///
/// ```
/// forward: W[l] a[l−1] + b[l],  backward: W[l]ᵀ dJ/dz[l],  tangent: W[l] diag(g′(z[l−1])) v
/// ```
/// What a step gives depends on the steps up to it alone, and not on which of them another pass took.
///
/// *Cost*: 50 operations per entry and step; in whole numbers up to `mostWork` in all.
struct PreciseChain {
  enum Way {
    case forward
    /// Through the layers of a pass, from the last one down.
    case backward(Forward)
    /// Through the layers of a pass, from the first one up.
    case tangent(Forward)
  }

  private let network: Network
  private let way: Way
  private let start: Vector
  private var bound: SizeBound
  /// How many steps the bound has taken.
  private var steps = 0
  private var exact: (value: ExactMatrix, steps: Int)?
  /// Whether the vector can be followed in whole numbers.
  private var isExact: Bool
  private var work = 0.0
  /// The matrix of nearly all layers in whole numbers.
  private var repeated: ExactMatrix?

  /// Multiplications of limbs that whole numbers may take.
  private static let mostWork = 5e6
  /// Entries that somebody wrote have no more bits; of longer ones all are in doubt anyway.
  private static let mostEntryBits = 48
  /// A layer has no more entries, and for whole numbers no more than so many rows and columns.
  static let mostEntries = 256
  private static let mostExactWidth = 8

  /// Nil for a network whose weights are drawn or large, and for a vector that is not finite.
  init?(_ network: Network, from start: Vector, _ way: Way = .forward) {
    guard PreciseChain.serves(network), start.isFinite else { return nil }
    self.network = network
    self.way = way
    self.start = start
    bound = SizeBound(start)
    isExact =
      network.structure == .plain && start.count <= PreciseChain.mostExactWidth
      && network.isExact
  }

  static func serves(_ network: Network) -> Bool {
    func isSmall(_ matrix: Matrix) -> Bool { matrix.rows * matrix.columns <= mostEntries }
    func isDense(_ matrix: Matrix) -> Bool { if case .dense = matrix { true } else { false } }
    switch network.weightSource {
    case .drawn: return false
    case .repeating(let matrix, let last):
      return isSmall(matrix) && isSmall(last) && (isDense(matrix) || isDense(last))
    case .listed(let list): return list.allSatisfy(isSmall) && list.contains(where: isDense)
    }
  }

  /// Takes the steps of a forward pass that another one took.
  mutating func follow(_ begun: Network.Layers) {
    for layer in 1..<begun.a.count { advance(layer, from: begun.a[layer - 1]) }
  }

  /// What a layer's matrix makes of a vector, which the steps before it have come to; with its bias
  /// forward.
  mutating func step(_ layer: Int, _ input: Vector) -> Vector {
    let matrix = network.weights(layer)
    let product: Vector
    switch (way, matrix) {
    case (.forward, .dense(let dense)), (.tangent, .dense(let dense)):
      product = dense.preciseTimes(input) ?? dense.times(input)
    case (.backward, .dense(let dense)):
      product = dense.preciseTimes(input, transposed: true) ?? dense.transposedTimes(input)
    case (.forward, _), (.tangent, _): product = matrix.times(input)
    case (.backward, _): product = matrix.transposedTimes(input)
    }
    var sum = product
    if case .forward = way, let bias = network.bias(layer) { sum = product.adding(bias) }
    advance(layer, from: input)
    guard isExact, bound.isInDoubt(sum, steps: steps) else { return sum }
    return followed(to: steps) ?? sum
  }

  private mutating func advance(_ layer: Int, from input: Vector) {
    steps += 1
    guard isExact else { return }
    let bias = if case .forward = way { network.bias(layer) } else { Vector?.none }
    bound.advance(network.weights(layer), isTransposed: isBackward, bias, input)
  }

  private var isBackward: Bool { if case .backward = way { true } else { false } }

  /// The vector after so many steps without rounding on the way; nil where that would take long.
  private mutating func followed(to step: Int) -> Vector? {
    var (value, done): (ExactMatrix, Int)
    if let exact {
      (value, done) = exact
    } else {
      guard let first = exactly(start.count, 1, start.elements) else { return nil }
      (value, done) = (first, 0)
    }
    while done < step {
      let layer = isBackward ? network.depth - done : done + 1
      guard let matrix = matrix(layer) else { return nil }
      work += Double(matrix.entries.count) * (Double(value.bitWidth) / 64 + 20)
      guard work <= PreciseChain.mostWork else {
        isExact = false
        return nil
      }
      value = matrix * kept(value, into: layer)
      if case .forward = way, let bias = network.bias(layer) {
        guard let addend = exactly(bias.count, 1, bias.elements) else { return nil }
        value = value + addend
      }
      done += 1
    }
    exact = (value, done)
    return Vector(value.numbers)
  }

  /// What a relu lets through into a layer's matrix.
  private func kept(_ value: ExactMatrix, into layer: Int) -> ExactMatrix {
    switch way {
    case .forward:
      guard layer > 1, network.activation(of: layer - 1).hasFlatSide else { return value }
      return value.keeping { value.entries[$0] > 0 }
    case .backward(let pass):
      guard network.activation(of: layer).hasFlatSide else { return value }
      return value.keeping { pass.z(layer).hi[$0] > 0 }
    case .tangent(let pass):
      guard layer > 1, network.activation(of: layer - 1).hasFlatSide else { return value }
      return value.keeping { pass.z(layer - 1).hi[$0] > 0 }
    }
  }

  private mutating func matrix(_ layer: Int) -> ExactMatrix? {
    guard case .repeating = network.weightSource, layer < network.depth else {
      return whole(network.weights(layer))
    }
    if repeated == nil { repeated = whole(network.weights(layer)) }
    return repeated
  }

  private mutating func whole(_ matrix: Matrix) -> ExactMatrix? {
    let entries = exactly(matrix.rows, matrix.columns, matrix.dense.entries.elements)
    guard max(matrix.rows, matrix.columns) <= PreciseChain.mostExactWidth,
      let bits = entries?.bitWidth, bits <= PreciseChain.mostEntryBits
    else {
      isExact = false
      return nil
    }
    return isBackward ? entries?.transposed : entries
  }

  /// Nil, now and later, for numbers too far apart.
  private mutating func exactly(_ rows: Int, _ columns: Int, _ values: [Extended]) -> ExactMatrix? {
    let found = ExactMatrix(rows: rows, columns: columns, values, mostBits: 400, roundedToo: true)
    if found == nil { isExact = false }
    return found
  }
}

extension Network {
  /// Whether g and g′ of all its layers are exact in whole numbers.
  fileprivate var isExact: Bool {
    switch activations {
    case .equal(let inner, let last): (depth == 1 || inner.isExact) && last.isExact
    case .listed(let list): list.allSatisfy(\.isExact)
    }
  }
}

extension Activation {
  /// Whether g and g′ are exact in whole numbers.
  fileprivate var isExact: Bool { self == .linear || hasFlatSide }
}

/// How large the terms are of which a chain of products consists: |W[l]| … |W[1]| |x|.
private struct SizeBound {
  /// Times 2^exponent.
  private var sizes: [Double]
  private var exponent: Int

  init(_ start: Vector) {
    sizes = start.evenHi.map(\.magnitude)
    exponent = start.exponent
  }

  /// Takes a step from a vector, in which 0 stays 0.
  mutating func advance(_ matrix: Matrix, isTransposed: Bool, _ bias: Vector?, _ input: Vector) {
    for index in sizes.indices where input.hi[index] == 0 { sizes[index] = 0 }
    switch matrix {
    case .scaledIdentity(let factor, _):
      for index in sizes.indices { sizes[index] *= factor.hi.magnitude }
      exponent += factor.exponent
    case .dense, .outer:
      let dense = matrix.dense
      let entries = dense.entries.isSpread ? dense.entries.evenHi : dense.entries.hi
      var sums = [Double](repeating: 0, count: isTransposed ? dense.columns : dense.rows)
      for i in 0..<dense.rows {
        for j in 0..<dense.columns {
          let size = entries[i * dense.columns + j].magnitude
          if isTransposed { sums[j] += size * sizes[i] } else { sums[i] += size * sizes[j] }
        }
      }
      sizes = sums
      exponent += dense.exponent
    }
    if let bias {
      for (index, size) in bias.evenHi.enumerated() {
        sizes[index] += size.magnitude.scaled(min(max(bias.exponent - exponent, -2000), 900))
      }
    }
    let largest = sizes.max() ?? 0
    guard largest > 0, largest > 0x1p200 || largest < 0x1p-200 else { return }
    let shift = Int(largest.exponent)
    for index in sizes.indices { sizes[index] = sizes[index].scaled(-shift) }
    exponent += shift
  }

  /// Whether an entry that such terms have left has less than 16 digits in double-double.
  func isInDoubt(_ sums: Vector, steps: Int) -> Bool {
    guard sums.isFinite else { return false }
    let doubt = 0x1p-53 * Double(steps + sizes.count)
    return sizes.indices.contains { i in
      let size = sizes[i] * doubt
      guard size > 0 else { return false }
      guard sums.hi[i] != 0 else { return true }
      let own = sums[i].exponent - exponent
      return own < -1000 || own < 1000 && sums[i].hi.magnitude.scaled(own) < size
    }
  }
}
