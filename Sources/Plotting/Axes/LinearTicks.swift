/// Round numbers inside an interval: multiples of 1, 2, 2.5 or 5 times a power of ten.
///
/// The candidates of Wilkinson's method without its scores: with the two to six labels that a figure in
/// text has room for, the finest step that is not too fine is as good. Numbers are kept as exact decimals,
/// never summed up, so no label reads 0.30000000000000004.
enum LinearTicks {
  /// A step and the multiples of it that lie in the interval.
  struct Choice: Sendable, Hashable {
    let step: DecimalNumber
    let first: Int
    let last: Int

    var count: Int { max(0, last - first + 1) }

    var numbers: [DecimalNumber] {
      first > last
        ? []
        : (first...last).map { DecimalNumber(digits: $0 * step.digits, power: step.power) }
    }
  }

  /// Every choice for an interval, from fine to coarse; a number within `tolerance` of an end lies inside.
  static func choices(
    _ low: Double,
    _ high: Double,
    tolerance: Double,
    integers: Bool = false
  ) -> [Choice] {
    let decade = Int(floor(commonLogarithm(high - low)))
    // Of two multiples closer than this one would stand where the other is.
    let resolution = max(abs(low), abs(high)).ulp
    return (decade - 3...decade + 1).flatMap { power in
      [(1, power), (2, power), (25, power - 1), (5, power)]
    }.compactMap { digits, power -> Choice? in
      guard !integers || power >= 0 else { return nil }
      let step = DecimalNumber(digits: digits, power: power)
      // Far from zero and with a tiny interval a multiple may pass Int's end; such a step is far too fine.
      let bounds = ((low - tolerance) / step.double, (high + tolerance) / step.double)
      guard abs(bounds.0) < 0x1p57, abs(bounds.1) < 0x1p57, step.double >= resolution else {
        return nil
      }
      return Choice(
        step: step,
        first: Int(-floor(-bounds.0)),
        last: Int(floor(bounds.1))
      )
    }
  }

  /// The numbers of the finest choice of at most `most`; at least two if there are two in any choice.
  static func numbers(
    _ low: Double,
    _ high: Double,
    cells: Int,
    most: Int
  ) -> [DecimalNumber] {
    let tolerance = Scale.tolerance(cells: cells) * (high - low)
    let choices = choices(low, high, tolerance: tolerance)
    guard let index = choices.firstIndex(where: { $0.count <= most }) else { return [] }
    let numbers = choices[index].numbers
    if numbers.count >= min(2, most) || index == 0 { return numbers }
    // Three are too many and one too few: of the three the outer two.
    return thinned(choices[index - 1].numbers, to: most)
  }

  /// The first and the last of too many; all of few.
  private static func thinned(_ numbers: [DecimalNumber], to most: Int) -> [DecimalNumber] {
    guard numbers.count > most, let first = numbers.first, let last = numbers.last else {
      return numbers
    }
    return most < 2 ? [first] : [first, last]
  }

  /// Ticks at `numbers`, times 10^unit, where `place` puts them.
  static func ticks(
    _ numbers: [DecimalNumber],
    unit: Int = 0,
    cells: Int,
    longest: Int,
    place: (DecimalNumber) -> Double
  ) -> TickSet {
    let (labels, note) = labels(
      numbers.map { DecimalNumber(digits: $0.digits, power: $0.power + unit) },
      longest: longest
    )
    var ticks: [Tick] = []
    for (number, label) in zip(numbers, labels) {
      let place = place(number)
      let tick = Tick(cell: cell(place, count: cells), place: place, label: label)
      if ticks.last.map({ $0.cell < tick.cell }) ?? true { ticks.append(tick) }
    }
    return TickSet(ticks: ticks, note: note)
  }

  /// What to write beside numbers of one step: as they are, or counted from one of them when too long.
  static func labels(
    _ numbers: [DecimalNumber],
    longest: Int
  ) -> (labels: [String], note: String?) {
    let labels = spelled(numbers)
    guard let first = numbers.first, let last = numbers.last,
      labels.contains(where: { $0.count > longest }),
      numbers.allSatisfy({ $0.power == first.power })
    else { return (labels, nil) }
    // A round number below the first, so that the offsets stay short.
    var round = 1
    while round <= last.digits - first.digits { round *= 10 }
    let remainder = first.digits % round
    let base = first.digits - (remainder < 0 ? remainder + round : remainder)
    let offsets = spelled(
      numbers.map { DecimalNumber(digits: $0.digits - base, power: $0.power) }
    )
    let origin = DecimalNumber(digits: base, power: first.power)
    let note = "labels with + count from \(exact(origin))"
    return (offsets.map { "+" + $0 }, note)
  }

  /// Plain or, when one is very large or very small, in powers of ten; all alike.
  static func spelled(_ numbers: [DecimalNumber]) -> [String] {
    let power = numbers.map(\.power).min() ?? 0
    let digits = numbers.map { String($0.digits.magnitude).count + $0.power }
    if (-3...6).contains(digits.max() ?? 0) {
      return numbers.map { $0.plain(decimals: max(0, -power)) }
    }
    return numbers.map(\.scientific)
  }

  private static func exact(_ number: DecimalNumber) -> String {
    var number = number
    while number.power < 0, number.digits.isMultiple(of: 10), number.digits != 0 {
      number = DecimalNumber(digits: number.digits / 10, power: number.power + 1)
    }
    return (-18...0).contains(number.power)
      ? number.plain(decimals: -number.power) : number.scientific
  }
}
