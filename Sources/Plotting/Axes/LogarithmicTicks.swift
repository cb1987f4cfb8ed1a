/// Ticks of a logarithmic axis.
///
/// Over a decade or more they are powers of ten at multiples of a whole stride, so that 1e0 is among them; over
/// less 1, 2 and 5 times a power of ten; within a factor of two round numbers as on a linear axis.
enum LogarithmicTicks {
  static func ticks(_ scale: Scale, cells: Int, longest: Int) -> TickSet {
    let span = scale.high - scale.low
    let tolerance = Scale.tolerance(cells: cells) * span
    let low = scale.low - tolerance
    let high = scale.high + tolerance
    let most = max(2, cells / 3)
    if span >= 1 - 1e-9 {
      let powers = multiples(low, high, most: most)
      if powers.count >= 2 || cells < 4 {
        return decades(powers, scale, cells: cells, longest: longest)
      }
    }
    if span >= 0.3 {
      let numbers = halves(low, high, most: max(2, cells / 2))
      if numbers.count >= 2 {
        return LinearTicks.ticks(numbers, cells: cells, longest: longest) { number in
          scale.fraction(logarithm(number))
        }
      }
    }
    // Divided by a power of ten the ends are ordinary Doubles, wherever the axis lies.
    let unit = Int(floor(scale.low))
    let numbers = LinearTicks.numbers(
      powerOfTen(scale.low - Double(unit)),
      powerOfTen(scale.high - Double(unit)),
      cells: cells,
      most: most
    )
    return LinearTicks.ticks(numbers, unit: unit, cells: cells, longest: longest) { number in
      scale.fraction(logarithm(number) + Double(unit))
    }
  }

  /// The first stride of 1, 2, 3, 5, 10, 20, 25, 50, 100, … with at most `most` multiples, and these.
  ///
  /// When that leaves fewer than two, the outer ones of the stride before, zero first.
  static func multiples(_ low: Double, _ high: Double, most: Int) -> [Int] {
    var before: [Int] = []
    for stride in strides(upTo: high - low) {
      let first = Int(-floor(-low / Double(stride)))
      let last = Int(floor(high / Double(stride)))
      guard last - first < most else {
        before = [first * stride, last * stride]
        if first < 0, last > 0 { before[-first > last ? 1 : 0] = 0 }
        continue
      }
      let found = first > last ? [] : (first...last).map { $0 * stride }
      return found.count < min(2, most) && !before.isEmpty ? before : found
    }
    return []
  }

  private static func strides(upTo span: Double) -> [Int] {
    var strides = [1, 2, 3, 5]
    var ten = 10
    while Double(strides[strides.count - 1]) <= span {
      strides += [ten, 2 * ten, 5 * ten / 2, 5 * ten]
      ten *= 10
    }
    return strides
  }

  /// Labelled powers of ten; the other decades are marked when each has a cell of its own.
  private static func decades(
    _ powers: [Int],
    _ scale: Scale,
    cells: Int,
    longest: Int
  ) -> TickSet {
    var labels = powers.map { "1e\($0)" }
    var note: String?
    if labels.contains(where: { $0.count > longest }) {
      labels = powers.map { "\($0)" }
      note = "y labels are powers of ten"
    }
    var ticks = zip(powers, labels).map { power, label in
      tick(Double(power), scale, cells: cells, label: label)
    }
    let all = Int(-floor(-scale.low))...max(Int(-floor(-scale.low)), Int(floor(scale.high)))
    if all.count > powers.count, all.count <= cells {
      let taken = powers
      ticks += all.filter { !taken.contains($0) }.map {
        tick(Double($0), scale, cells: cells, label: "")
      }
    }
    if (scale.high - scale.low) * leastCellsForHalves <= Double(cells) {
      // Far apart decades are told apart from linear steps by a 2 and a 5 between them.
      ticks += halves(scale.low, scale.high, most: Int.max).filter { $0.digits > 1 }.map {
        tick(logarithm($0), scale, cells: cells, label: "")
      }
    }
    var distinct: [Tick] = []
    // Labelled ones first, so that an unlabelled one gives way.
    for tick in ticks where !distinct.contains(where: { $0.cell == tick.cell }) {
      distinct.append(tick)
    }
    return TickSet(ticks: distinct.sorted { $0.cell < $1.cell }, note: note)
  }

  /// So many cells has a decade whose 2 and 5 are marked.
  private static let leastCellsForHalves = 8.0

  private static func tick(_ decades: Double, _ scale: Scale, cells: Int, label: String) -> Tick {
    let place = scale.fraction(decades)
    return Tick(cell: cell(place, count: cells), place: place, label: label)
  }

  /// 1, 2 and 5 times powers of ten between two logarithms; when they are too many, a power of ten
  /// and what lies farthest from it.
  static func halves(_ low: Double, _ high: Double, most: Int) -> [DecimalNumber] {
    let numbers = (Int(floor(low))...Int(floor(high))).flatMap { power in
      [1, 2, 5].map { DecimalNumber(digits: $0, power: power) }
    }.filter { (low...high).contains(logarithm($0)) }
    guard numbers.count > most, let first = numbers.first, let last = numbers.last,
      let power = numbers.first(where: { $0.digits == 1 })
    else { return numbers }
    let middle = logarithm(power)
    return middle - logarithm(first) > logarithm(last) - middle ? [first, power] : [power, last]
  }

  private static func logarithm(_ number: DecimalNumber) -> Double { number.logarithm }
}
