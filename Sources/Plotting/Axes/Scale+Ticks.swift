extension Scale {
  /// The marks of this axis on `cells` cells, with labels of at most `longest` columns.
  func ticks(cells: Int, longest: Int) -> TickSet {
    let ticks: TickSet
    switch kind {
    case .linear(let unit):
      let numbers = LinearTicks.numbers(low, high, cells: cells, most: max(2, cells / 3))
      ticks = LinearTicks.ticks(numbers, unit: unit, cells: cells, longest: longest) { number in
        fraction(number.double)
      }
    case .logarithmic: ticks = LogarithmicTicks.ticks(self, cells: cells, longest: longest)
    case .symmetric(let linear):
      ticks = SymmetricTicks.ticks(self, linear: linear, cells: cells, longest: longest)
    }
    return ticks.limited(to: longest)
  }

  /// How far outside an axis a tick may lie, as a part of the axis: a tenth of a cell, so that 0 is written beside
  /// values from 1e-6 to 2000, but never so much that its label would be wrong.
  static func tolerance(cells: Int) -> Double { 0.1 / Double(max(10, cells - 1)) }
}
