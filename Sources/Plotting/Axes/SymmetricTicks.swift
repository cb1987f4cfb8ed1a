/// Ticks of an axis that is logarithmic on both sides of zero: zero, and powers of ten at multiples of a stride.
enum SymmetricTicks {
  static func ticks(_ scale: Scale, linear: Int, cells: Int, longest: Int) -> TickSet {
    let most = max(2, cells / 3)
    let reach = max(abs(scale.low), abs(scale.high))
    var stride = max(1, Int(reach / Double(most)))
    while true {
      let ticks = ticks(scale, linear: linear, stride: stride, cells: cells)
      // Past the end of the axis only zero is left.
      if ticks.count <= most || Double(stride) > 2 * reach + 2 {
        return ticks.count >= 2 || cells < 4
          ? TickSet(ticks: ticks, note: nil)
          : rounds(scale, linear: linear, cells: cells, longest: longest)
      }
      stride += 1
    }
  }

  /// Round numbers where powers of ten are too few; they are divided by 10^linear on the way.
  private static func rounds(_ scale: Scale, linear: Int, cells: Int, longest: Int) -> TickSet {
    func value(_ coordinate: Double) -> Double {
      coordinate < 0 ? 1 - powerOfTen(-coordinate) : powerOfTen(coordinate) - 1
    }
    let numbers = LinearTicks.numbers(
      value(scale.low),
      value(scale.high),
      cells: cells,
      most: max(2, cells / 3)
    )
    return LinearTicks.ticks(numbers, unit: linear, cells: cells, longest: longest) { number in
      let size = commonLogarithm(1 + abs(number.double))
      return scale.fraction(number.digits < 0 ? -size : size)
    }
  }

  private static func ticks(_ scale: Scale, linear: Int, stride: Int, cells: Int) -> [Tick] {
    let tolerance = Scale.tolerance(cells: cells)
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
      let tick = Tick(cell: cell(place, count: cells), place: place, label: label)
      if ticks.last?.cell != tick.cell { ticks.append(tick) }
    }
    return ticks
  }
}
