extension DenseMatrix {
  /// A x, or Aᵀ x, in double-double; nil where low parts are not kept or not all is finite.
  ///
  /// *Cost*: 40 operations an entry. Sums that have cancelled are taken anew with care.
  func preciseTimes(_ x: Vector, transposed: Bool = false) -> Vector? {
    guard keepsLow, entries.isFinite, x.isFinite else { return nil }
    let (count, length) = transposed ? (columns, rows) : (rows, columns)
    func careful(_ i: Int) -> Extended { (transposed ? column(i) : row(i)).product(x) }
    guard !entries.isSpread, !x.isSpread else { return Vector((0..<count).map(careful)) }
    var high = [Double](repeating: 0, count: count)
    var low = high
    var doubtful: [Int] = []
    for i in 0..<count {
      var place = transposed ? i : i * columns
      var total = DoubleDouble(0)
      var isEmpty = true
      for j in 0..<length {
        let term = entries.lane(place) * x.lane(j)
        if term.hi != 0 || entries.hi[place] != 0 && x.hi[j] != 0 {
          total = isEmpty ? term : total + term
          isEmpty = false
        }
        place += transposed ? columns : 1
      }
      (high[i], low[i]) = (total.hi, total.lo)
      if !isEmpty, total.hi.magnitude < Vector.doubtful { doubtful.append(i) }
    }
    let sums = Vector(hi: high, lo: low, exponent: exponent + x.exponent)
    guard !doubtful.isEmpty else { return sums }
    var all = (0..<count).map {
      Extended(hi: high[$0], lo: low[$0], exponent: exponent + x.exponent)
    }
    for i in doubtful { all[i] = careful(i) }
    return Vector(all)
  }

  /// Row by row A x in double-double, a decimal where decimals come to one; nil as above.
  func settledTimes(_ x: Vector) -> Vector? {
    guard let sums = preciseTimes(x) else { return nil }
    guard !sums.lo.isEmpty else { return sums }
    let settled = (0..<rows).map { i in
      sums[i].settled { row(i).fractionProduct(x) }
    }
    return settled == sums.elements ? sums : Vector(settled)
  }
}

extension Vector {
  /// Σ aᵢ bᵢ of decimals as a fraction; nil for others.
  fileprivate func fractionProduct(_ other: Vector) -> Ratio? {
    var total = Ratio(.zero)
    for i in hi.indices where hi[i] != 0 && other.hi[i] != 0 {
      guard let sum = total, let a = Ratio(self[i]), let b = Ratio(other[i]), let term = a * b
      else { return nil }
      total = sum + term
    }
    return total
  }
}
