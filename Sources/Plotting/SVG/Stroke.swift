/// The path of a line, piece by piece.
struct Stroke {
  private(set) var d = ""
  private let isThinned: Bool
  private var count = 0
  private var first = (0.0, 0.0)
  /// Of the column of pixels that is being passed: lowest, highest and last point.
  private var column: (at: Int, low: Double, high: Double, last: (Double, Double))?

  init(isThinned: Bool) { self.isThinned = isThinned }

  mutating func go(to x: Double, _ y: Double) {
    count += 1
    if count == 1 { first = (x, y) }
    guard isThinned else {
      add(x, y, begins: count == 1)
      return
    }
    if let now = column, now.at == Int(x) {
      column = (now.at, min(now.low, y), max(now.high, y), (x, y))
    } else {
      flush()
      add(x, y, begins: count == 1)
      column = (Int(x), y, y, (x, y))
    }
  }

  /// Ends a piece; gives its point when it has only one, which a path does not show.
  mutating func interrupt() -> (Double, Double)? {
    flush()
    column = nil
    defer { count = 0 }
    return count == 1 ? first : nil
  }

  private mutating func flush() {
    guard let column, column.low < column.high else { return }
    let x = Double(column.at) + 0.5
    add(x, column.low, begins: false)
    add(x, column.high, begins: false)
    add(column.last.0, column.last.1, begins: false)
  }

  private mutating func add(_ x: Double, _ y: Double, begins: Bool) {
    d += "\(begins ? "M" : "L")\(Drawing.number(x)) \(Drawing.number(y))"
  }
}
