/// Which values of a heatmap share a cell, or how many cells a value has.
struct Pooling: Sendable, Hashable {
  /// What a cell shows.
  enum Cell: Sendable, Hashable {
    case outside
    case peculiar(Peculiarity)
    /// Between the least and the greatest value.
    case at(Double)
  }

  /// Values that a cell has at most, 1 or more; where it is 1 a value has `wide` cells.
  let valuesAcross: Int
  let valuesUp: Int
  let wide: Int
  let high: Int
  /// Cells that are told apart; where values share them they use all the room.
  let cellsAcross: Int
  let cellsUp: Int
  private let countAcross: Int
  private let countUp: Int

  init(_ map: Heatmap, columns: Int, rows: Int) {
    countAcross = map.x.count
    countUp = map.y.count
    valuesAcross = max(1, (countAcross + columns - 1) / max(1, columns))
    valuesUp = max(1, (countUp + rows - 1) / max(1, rows))
    wide = valuesAcross > 1 ? 1 : max(1, columns / max(1, countAcross))
    high = valuesUp > 1 ? 1 : max(1, rows / max(1, countUp))
    cellsAcross = min(countAcross, max(1, columns))
    cellsUp = min(countUp, max(1, rows))
  }

  var isPooled: Bool { valuesAcross > 1 || valuesUp > 1 }

  /// Whether some cells have fewer values than others.
  var isUneven: Bool {
    countAcross % max(1, cellsAcross) != 0 || countUp % max(1, cellsUp) != 0
  }

  var usedColumns: Int { cellsAcross * wide }

  /// The indices of x in a column, of y in a row; nil outside.
  func columns(_ column: Int) -> Range<Int>? {
    Pooling.indices(column / wide, of: countAcross, in: cellsAcross)
  }

  func rows(_ row: Int) -> Range<Int>? { Pooling.indices(row / high, of: countUp, in: cellsUp) }

  /// The values of a cell, of which some have one more than others.
  private static func indices(_ cell: Int, of count: Int, in cells: Int) -> Range<Int>? {
    cell < cells ? cell * count / cells..<(cell + 1) * count / cells : nil
  }

  /// The cell where an index of x or y is drawn.
  func column(of index: Int) -> Int {
    Pooling.cell(of: index, among: countAcross, in: cellsAcross) * wide
  }

  func row(of index: Int) -> Int { Pooling.cell(of: index, among: countUp, in: cellsUp) * high }

  private static func cell(of index: Int, among count: Int, in cells: Int) -> Int {
    ((index + 1) * cells - 1) / max(1, count)
  }

  /// What a cell shows: the gravest of what has no shade, or the middle one of its values.
  func cell(_ column: Int, _ row: Int, in map: Heatmap, _ scale: Scale?) -> Cell {
    guard let columns = columns(column), let rows = rows(row) else { return .outside }
    if columns.count == 1, rows.count == 1 {
      let value = map.value(columns.lowerBound, rows.lowerBound)
      if let peculiar = Peculiarity(value, on: scale) { return .peculiar(peculiar) }
      return Pooling.shade(value, scale)
    }
    var places: [Double] = []
    var gravest: Peculiarity?
    for j in rows {
      for i in columns {
        let value = map.value(i, j)
        if let peculiar = Peculiarity(value, on: scale) {
          gravest = max(gravest ?? peculiar, peculiar)
        } else if gravest == nil, case .at(let place) = Pooling.shade(value, scale) {
          places.append(place)
        }
      }
    }
    if let gravest { return .peculiar(gravest) }
    return places.isEmpty ? .outside : .at(Pooling.middle(&places))
  }

  /// The lower of the two middle ones, found without sorting all (Hoare's selection).
  private static func middle(_ values: inout [Double]) -> Double {
    let wanted = (values.count - 1) / 2
    var low = 0
    var high = values.count - 1
    while low < high {
      let pivot = values[(low + high) / 2]
      var left = low
      var right = high
      while left <= right {
        while values[left] < pivot { left += 1 }
        while pivot < values[right] { right -= 1 }
        guard left <= right else { break }
        values.swapAt(left, right)
        left += 1
        right -= 1
      }
      if wanted <= right {
        high = right
      } else if wanted >= left {
        low = left
      } else {
        break
      }
    }
    return values[wanted]
  }

  private static func shade(_ value: Sample, _ scale: Scale?) -> Cell {
    guard let scale, case .at(let place) = scale.place(value) else { return .outside }
    return .at(place)
  }
}
