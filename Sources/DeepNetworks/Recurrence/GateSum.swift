import CKernels

/// The gradients of one gate while they are summed up, from the last step to the first.
struct GateSum {
  private var dW: OuterSum
  private var dU: OuterSum?
  private var parts: [Matrix] = []
  private let rounding: Rounding?

  init(_ layer: RecurrentNetwork.Layer, isPrecise: Bool, rounding: Rounding?) {
    self.rounding = rounding
    dW = OuterSum(layer.weights, isPrecise: isPrecise, rounding)
    dU = layer.inputWeights.map { OuterSum($0, isPrecise: isPrecise, rounding) }
  }

  mutating func add(_ slope: Vector, _ source: Vector, _ input: Vector?) {
    parts.append(rounding?.outer(slope.doubles, source.doubles) ?? .outer(slope, source))
    dW.add(slope, source)
    if let input { dU?.add(slope, input) }
  }

  var gradients: RecurrentGradients.Gate {
    RecurrentGradients.Gate(dW: dW.matrix, dU: dU?.matrix, parts: parts.reversed())
  }
}

/// Σ column · rowᵀ.
///
/// In float64 with one exponent, as the sums of a dense product are, unless terms lie so far apart that an
/// entry would be lost, or low parts count: then in double-double, each entry with an exponent of its own.
private struct OuterSum {
  private enum Total {
    case plain([Double], exponent: Int)
    case careful(Vector)
    /// In a number format, each term and each sum rounded to it.
    case rounded([Double], Rounding)
  }

  private let rows: Int
  private let columns: Int
  private var total: Total

  init(_ matrix: Matrix, isPrecise: Bool, _ rounding: Rounding?) {
    (rows, columns) = (matrix.rows, matrix.columns)
    let count = rows * columns
    if let rounding {
      total = .rounded(Array(repeating: 0, count: count), rounding)
      return
    }
    total =
      isPrecise
      ? .careful(.zeros(count)) : .plain(Array(repeating: 0, count: count), exponent: .min)
  }

  /// Terms may differ by so many powers of two in one step, and an entry lie so far below the rest.
  private static let reach = 400

  mutating func add(_ column: Vector, _ row: Vector) {
    if case .rounded(let sum, let rounding) = total {
      let term = rounding.outer(column.doubles, row.doubles).dense.entries.doubles
      total = .rounded(rounding.combined(sum, term, +), rounding)
      return
    }
    if column.isZero || row.isZero { return }
    guard case .plain(var sum, let exponent) = total else { return addCarefully(column, row) }
    let (column, row) = (column.rounded, row.rounded)
    let term = column.exponent + row.exponent
    let least = column.leastExponent + row.leastExponent
    let isEven = column.isFinite && row.isFinite
    let distance = exponent == .min ? 0 : term - exponent
    guard isEven, least >= -Self.reach, distance.magnitude <= Self.reach else {
      return addCarefully(column, row)
    }
    // Held twice, it would be copied.
    total = .plain([], exponent: exponent)
    let top = exponent == .min ? term : max(term, exponent)
    if distance > 0 { fk_scale(&sum, .powerOfTwo(-distance), sum, sum.count) }
    let factor = Double.powerOfTwo(term - top)
    sum.withUnsafeMutableBufferPointer { out in
      guard let base = out.baseAddress else { return }
      for (index, entry) in column.hi.enumerated() where entry != 0 {
        fk_axpy(base + index * columns, entry * factor, row.hi, columns)
      }
    }
    let isLost = distance > 0 && sum.contains { $0 != 0 && $0.magnitude < 0x1p-900 }
    total =
      isLost
      ? .careful(Vector(hi: sum, lo: [], exponent: top)) : .plain(sum, exponent: top)
  }

  private mutating func addCarefully(_ column: Vector, _ row: Vector) {
    let dense = Matrix.outer(column, row).dense
    let sum = entries.adding(dense.entries)
    total = .careful(dense.keepsLow ? sum : sum.rounded)
  }

  private var entries: Vector {
    switch total {
    case .plain(let sum, let exponent):
      Vector(hi: sum, lo: [], exponent: exponent == .min ? 0 : exponent)
    case .careful(let vector): vector
    case .rounded(let sum, _): Vector(sum)
    }
  }

  var matrix: Matrix { .dense(DenseMatrix(unchecked: rows, columns, entries)) }
}
