import TerminalText

/// The line under a plot and the numbers under the line.
struct HorizontalAxis: Sendable, Hashable {
  /// Words with the column where they begin.
  struct Label: Sendable, Hashable {
    let column: Int
    let text: String
    /// Where its number is, as a share of the axis.
    let place: Double
    var end: Int { column + displayWidth(text) }
  }

  let columns: Int
  private(set) var ticks: [Int] = []
  /// Where the ticks are exactly, as shares of the axis.
  private(set) var places: [Double] = []
  private(set) var labels: [Label] = []

  /// Marks for `range`, which is one of logarithms where the words say so, on `columns` columns; the last label carries the axis' name when that is given.
  ///
  /// Without points there are none. The two ends are always named, and between them round numbers, as long as there is a blank or more between
  /// any two labels. A step that meets both ends goes before one that does not.
  init(_ range: ClosedRange<Double>?, columns: Int, words: AxisWords, isNamed: Bool) {
    self.columns = columns
    guard let range else { return }
    let low = words.number(HorizontalAxis.value(range.lowerBound, words))
    guard range.lowerBound < range.upperBound else {
      let column = cell(0.5, count: columns)
      let text = isNamed ? words.at(HorizontalAxis.value(range.lowerBound, words)) : low
      ticks = [column]
      places = [0.5]
      append(text, at: column - text.count / 2, place: 0.5, gap: 0)
      return
    }
    let end = HorizontalAxis.value(range.upperBound, words)
    let high = isNamed ? words.at(end) : words.number(end)
    let last = Label(column: max(0, columns - displayWidth(high)), text: high, place: 1)
    append(low, at: 0, place: 0, gap: 0)
    let isRoomForBoth = labels.isEmpty || labels[0].end < last.column
    if !isRoomForBoth { labels = [] }
    ticks = [0]
    places = [0]
    let inner = HorizontalAxis.numbers(range, columns: columns, words: words)
    for number in inner {
      let at = words.isLogarithmic ? number.logarithm : number.double
      let exact = place(at, in: range)
      let column = cell(exact, count: columns)
      guard column > ticks[ticks.count - 1], column < columns - 1 else { continue }
      ticks.append(column)
      places.append(exact)
      let text = words.number(number.double)
      let start = column - text.count / 2
      if isRoomForBoth, start + text.count < last.column {
        append(text, at: start, place: exact, gap: 1)
      }
    }
    if columns > 1 {
      ticks.append(columns - 1)
      places.append(1)
    }
    append(last.text, at: last.column, place: 1, gap: 0)
  }

  /// Adds a label unless it would come too close to the one before or leave the axis.
  private mutating func append(_ text: String, at column: Int, place: Double, gap: Int) {
    let column = max(0, column)
    guard column + displayWidth(text) <= columns else { return }
    guard labels.last.map({ $0.end + gap <= column }) ?? true else { return }
    labels.append(Label(column: column, text: text, place: place))
  }

  /// What stands at a place of the axis.
  private static func value(_ at: Double, _ words: AxisWords) -> Double {
    guard words.isLogarithmic else { return at }
    // Whole numbers without the last digit's rounding.
    let power = powerOfTen(at)
    let whole = power.rounded()
    return abs(power - whole) < 1e-12 * whole ? whole : power
  }

  /// Powers of ten, as many as there is room for, and in few decades 2 and 5 times them.
  private static func powers(_ range: ClosedRange<Double>, columns: Int) -> [DecimalNumber] {
    let most = max(2, columns / 10)
    let powers = LogarithmicTicks.multiples(range.lowerBound, range.upperBound, most: most)
    let halves = (range.upperBound - range.lowerBound) * 30 <= Double(columns)
    return powers.count > 2 && !halves
      ? powers.map { DecimalNumber(digits: 1, power: $0) }
      : LogarithmicTicks.halves(range.lowerBound, range.upperBound, most: Int.max)
  }

  /// Round numbers at least eight columns and four blanks apart.
  private static func numbers(
    _ range: ClosedRange<Double>,
    columns: Int,
    words: AxisWords
  ) -> [DecimalNumber] {
    guard range.upperBound - range.lowerBound < .infinity else { return [] }
    if words.isLogarithmic { return powers(range, columns: columns) }
    let width = range.upperBound - range.lowerBound
    let roomy = LinearTicks.choices(
      range.lowerBound,
      range.upperBound,
      tolerance: width * 1e-9,
      integers: words.isInteger
    ).filter { choice in
      guard choice.count < columns else { return false }
      let widest = choice.numbers.map { words.number($0.double).count }.max() ?? 0
      return choice.step.double / width * Double(columns - 1) >= Double(max(8, widest + 4))
    }
    let meeting = roomy.first { choice in
      choice.count > 2 && choice.numbers.first?.double == range.lowerBound
        && choice.numbers.last?.double == range.upperBound
    }
    // Only a step that is not much coarser is worth taking for that.
    if let meeting, let finest = roomy.first, meeting.count * 2 >= finest.count {
      return meeting.numbers
    }
    return roomy.first?.numbers ?? []
  }

  /// `-----+----`; the corner to its left already marks the first column.
  var line: String {
    var line = Array(repeating: "-", count: columns)
    for tick in ticks where tick > 0 { line[tick] = "+" }
    return line.joined()
  }

  /// The labels at their places.
  var labelLine: String {
    var line = ""
    var used = 0
    for label in labels {
      line += String(repeating: " ", count: label.column - used) + label.text
      used = label.end
    }
    return line
  }
}
