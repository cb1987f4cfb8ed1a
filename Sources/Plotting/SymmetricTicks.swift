/// Ticks of an axis that is logarithmic on both sides of zero: zero, and powers of ten at multiples of a stride.
enum SymmetricTicks {
  static func ticks(_ scale: Scale, linear: Int, cells: Int, longest: Int) -> TickSet {
    let most = max(2, cells / 3)
    let reach = max(abs(scale.low), abs(scale.high))
    var stride = 1
    while Double(stride) * Double(most) < reach * 2 { stride *= 2 }
    while true {
      let ticks = ticks(scale, linear: linear, stride: stride, cells: cells)
      // Past the end of the axis only zero is left.
      if ticks.count <= most || Double(stride) > 2 * reach + 2 {
        return TickSet(ticks: ticks, note: nil).limited(to: longest)
      }
      stride += 1
    }
  }

  private static func ticks(_ scale: Scale, linear: Int, stride: Int, cells: Int) -> [Tick] {
    let tolerance = cells > 1 ? 0.499 / Double(cells - 1) : 0
    let reach = Int(max(abs(scale.low), abs(scale.high))) + 1
    let powers = Swift.stride(from: linear + stride, through: linear + reach, by: stride)
    var places: [(Double, String)] = [(0, "0")]
    for power in powers {
      let place = Scale.symmetric(Double(power - linear))
      places.append((place, "1e\(power)"))
      places.append((-place, "-1e\(power)"))
    }
    var ticks: [Tick] = []
    for (coordinate, label) in places.sorted(by: { $0.0 < $1.0 }) {
      let place = scale.fraction(coordinate)
      guard place >= -tolerance, place <= 1 + tolerance else { continue }
      let tick = Tick(cell: cell(place, count: cells), label: label)
      if ticks.last?.cell != tick.cell { ticks.append(tick) }
    }
    return ticks
  }
}

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
}
