import TerminalText

extension Figure {
  /// What stands at each mark, a sentence per mark.
  package var pointings: [String] { marks.map { Pointing(self).sentence($0) } }

  /// Whether a mark lies within the figure, so that there is something to show.
  package func covers(_ mark: Mark) -> Bool {
    switch (kind, mark) {
    case (.beside, _), (.heatmap, .x): return false
    case (.heatmap(let map), .cell(let x, let y)):
      return map.x.finiteRange?.contains(x) == true && map.y.finiteRange?.contains(y) == true
    case (_, .cell): return false
    case (_, .value): return true
    case (.line(let series), .x(let x)), (.table(let series), .x(let x)),
      (.scatter(let series), .x(let x)), (.sparkline(let series), .x(let x)):
      return Domain(series).x?.contains(x) == true
    case (.bands(let bands), .x(let x)):
      return Domain(bands.map { Quantiles($0).median }).x?.contains(x) == true
    case (.network(let drawing), .x(let x)): return x >= 0 && x < Double(drawing.signal.count)
    case (.bars(let bars), .x(let x)): return x >= 1 && x <= Double(bars.count)
    case (.histogram, .x): return true
    }
  }

  var isScatter: Bool {
    if case .scatter = kind { true } else { false }
  }
}

/// Says what stands where someone points.
struct Pointing {
  let figure: Figure
  let words: AxisWords

  init(_ figure: Figure) {
    self.figure = figure
    words = AxisWords(figure)
  }

  func sentence(_ mark: Mark) -> String {
    switch figure.kind {
    case .line(let series), .table(let series), .scatter(let series), .sparkline(let series):
      return sentence(mark, series)
    case .bands(let bands): return sentence(mark, bands.map { Quantiles($0).median.asMedian })
    case .network(let drawing):
      return sentence(mark, [drawing.series])
    case .bars(let bars): return sentence(mark, bars)
    case .histogram(let values): return sentence(mark, values)
    case .heatmap(let map): return sentence(mark, map)
    case .beside: return "Point at one of the figures beside each other."
    }
  }

  // MARK: - Series

  private func sentence(_ mark: Mark, _ series: [Series]) -> String {
    switch mark {
    case .x(let x): return values(at: x, series)
    case .value(let level): return passing(level, series)
    case .cell: return "This figure has no cells."
    }
  }

  private func values(at x: Double, _ series: [Series]) -> String {
    let found = series.enumerated().compactMap { index, one -> String? in
      guard let place = one.x.firstIndex(of: x) else { return nil }
      return "\(name(one, index, of: series)) \(state(one.y[place]))"
    }
    guard found.isEmpty else { return "\(words.at(x)): \(found.joined(separator: ", "))." }
    guard let range = Domain(series).x else { return "There are no values." }
    guard range.contains(x) else {
      return "\(words.at(x)) is outside \(words.range(range))."
    }
    let all = series.flatMap(\.x).filter(\.isFinite)
    guard let nearest = all.min(by: { abs($0 - x) < abs($1 - x) }) else {
      return "There are no values."
    }
    return "No value stands at \(words.at(x)); the nearest is at \(values(at: nearest, series))"
  }

  private func state(_ sample: Sample) -> String {
    switch sample.kind {
    case .notANumber: "is not a number"
    case .negativeInfinity: "is minus infinity"
    case .positiveInfinity: "is infinite"
    case .negative, .zero, .positive:
      "is \(sample.text())" + (sample.isSubnormal ? ", subnormal" : "")
    }
  }

  private func passing(_ level: Sample, _ series: [Series]) -> String {
    let parts = series.enumerated().map { index, one in
      let name = name(one, index, of: series)
      guard let first = one.y.first(where: { $0.kind != .notANumber }) else {
        return "\(name) has no values"
      }
      let isUpwards = first < level
      let passed = one.y.indices.first {
        let y = one.y[$0]
        guard y.kind != .notANumber else { return false }
        return isUpwards ? !(y < level) : !(level < y)
      }
      guard let passed else {
        return "\(name) never \(isUpwards ? "reaches" : "comes down to") it"
      }
      let verb = isUpwards ? "reaches it" : "comes down to it"
      return "\(name) first \(verb) at \(words.at(one.x[passed]))"
    }
    return "\(level.text()): \(parts.joined(separator: ", "))."
  }

  private func name(_ one: Series, _ index: Int, of series: [Series]) -> String {
    if !one.name.isEmpty { return neutralised(one.name) }
    return series.count == 1 ? "the value" : "line \(index + 1)"
  }

  // MARK: - Others

  private func sentence(_ mark: Mark, _ bars: [Bar]) -> String {
    switch mark {
    case .x(let number):
      guard number >= 1, number <= Double(bars.count) else {
        return "There are \(bars.count) bars, counted from 1."
      }
      let bar = bars[Int(number) - 1]
      return "Bar \(Int(number)), \(neutralised(bar.name)), \(state(bar.value))."
    case .value(let level): return bars.map(\.value).shares(of: level, "bars")
    case .cell: return "This figure has no cells."
    }
  }

  private func sentence(_ mark: Mark, _ values: [Sample]) -> String {
    switch mark {
    case .x(let x): return values.shares(of: Sample(x), "values")
    case .value(let level): return values.shares(of: level, "values")
    case .cell: return "This figure has no cells."
    }
  }

  private func sentence(_ mark: Mark, _ map: Heatmap) -> String {
    switch mark {
    case .x, .value:
      if case .value(let level) = mark {
        return map.values.flatMap { $0 }.shares(of: level, "cells")
      }
      return "A cell of a heatmap has two numbers: \(words.label) and \(neutralised(map.yLabel))."
    case .cell(let x, let y):
      let rows = AxisWords(map)
      guard let i = map.x.nearestIndex(to: x), let j = map.y.nearestIndex(to: y) else {
        return "There are no cells."
      }
      if let range = map.x.finiteRange, !range.contains(x) {
        return "\(words.at(x)) is outside \(words.range(range))."
      }
      if let range = map.y.finiteRange, !range.contains(y) {
        return "\(rows.at(y)) is outside \(rows.range(range))."
      }
      let place = "\(words.at(map.x[i])), \(rows.at(map.y[j]))"
      let isThere = map.x[i] == x && map.y[j] == y
      let value = "\(neutralised(map.valueLabel)) \(state(map.value(i, j)))"
      return isThere ? "\(place): \(value)." : "The nearest cell is \(place): \(value)."
    }
  }
}

extension AxisWords {
  /// The vertical axis of a heatmap.
  init(_ map: Heatmap) {
    self.init(label: map.yLabel, isInteger: map.yIsInteger)
  }
}

extension Series {
  /// The same, named as the median that it is.
  var asMedian: Series {
    Series(name: name.isEmpty ? "the median" : "the median of \(name)", x: x, y: y)
  }
}

extension [Sample] {
  /// How many lie on each side of a level.
  func shares(of level: Sample, _ noun: String) -> String {
    let numbers = filter { $0.kind != .notANumber }
    let above = numbers.count { level < $0 }
    let below = numbers.count { $0 < level }
    return "\(level.text()): of \(count) \(noun) \(above) lie above it, "
      + "\(numbers.count - above - below) on it, \(below) below."
  }
}

extension [Double] {
  /// From the least to the greatest of the finite numbers.
  var finiteRange: ClosedRange<Double>? {
    let finite = filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return nil }
    return least...greatest
  }

  /// Of finite numbers the one nearest to `x`.
  func nearestIndex(to x: Double) -> Int? {
    indices.filter { self[$0].isFinite }.min { abs(self[$0] - x) < abs(self[$1] - x) }
  }
}
