import TerminalText

/// The intervals of a histogram: round edges, each interval without its right edge but the last.
struct Bins: Sendable, Hashable {
  /// Edges on the axis: values divided by 10^unit, or of a log axis powers of ten.
  let edges: [DecimalNumber]
  let isLogarithmic: Bool
  private(set) var counts: [Int]
  /// What lies in no interval.
  private(set) var zeros = 0
  private(set) var negatives = 0
  private(set) var infinities = 0
  private(set) var negativeInfinities = 0
  private(set) var notNumbers = 0
  /// How many values there are in all.
  let total: Int
  /// When all values are equal.
  let only: Sample?
  private let unit: Int
  private let scale: Scale?
  private let ends: [Double]

  init(_ values: [Sample], _ request: AxisRequest, most: Int = 15, shared: Domain? = nil) {
    let domain = Domain(values).sharing(shared)
    total = values.count
    let wished: AxisRequest =
      switch request {
      case .automatic: domain.hasNegative || domain.decades <= 3 + 1e-9 ? .linear : .logarithmic
      case .linear, .symmetricLogarithmic: .linear
      case .logarithmic: .logarithmic
      }
    let scale = Scale(wished, for: domain)
    self.scale = scale
    isLogarithmic = scale?.kind == .logarithmic
    var unit = 0
    if case .linear(let divisor) = scale?.kind { unit = divisor }
    self.unit = unit
    let extent = isLogarithmic ? domain.positive : domain.finite
    if let extent, !(extent.least < extent.greatest) {
      only = extent.least
      edges = []
    } else {
      only = nil
      edges =
        scale.map { Bins.edges($0.low, $0.high, most: Bins.wanted(values.count, most: most)) } ?? []
    }
    ends = edges.map(\.double)
    counts = Array(repeating: 0, count: only != nil ? 1 : max(0, edges.count - 1))
    for value in values { include(value) }
  }

  /// Twice Sturges' number of intervals, ⌈log2 n⌉ + 1, for round steps are coarse; at most `most` or fifteen.
  private static func wanted(_ count: Int, most: Int) -> Int {
    let sturges = Int.bitWidth - max(0, count - 1).leadingZeroBitCount + 1
    return max(1, min(2 * max(5, sturges), most, 15))
  }

  /// The finest multiples of a round step that enclose an interval in at most `most` parts.
  private static func edges(_ low: Double, _ high: Double, most: Int) -> [DecimalNumber] {
    for choice in LinearTicks.choices(low, high, tolerance: 0) {
      let step = choice.step
      func edge(_ index: Int) -> DecimalNumber {
        DecimalNumber(digits: index * step.digits, power: step.power)
      }
      var first = choice.first
      while edge(first).double > low { first -= 1 }
      var last = max(choice.last, first + 1)
      while edge(last).double < high { last += 1 }
      if last - first <= most { return (first...last).map(edge) }
    }
    return []
  }

  /// How many of other values lie in each of the same intervals.
  func counts(of values: [Sample]) -> [Int] {
    var others = self
    others.counts = Array(repeating: 0, count: counts.count)
    for value in values { others.include(value) }
    return others.counts
  }

  private mutating func include(_ value: Sample) {
    switch value.kind {
    case .notANumber: notNumbers += 1
    case .positiveInfinity: infinities += 1
    case .negativeInfinity: negativeInfinities += 1
    case .negative, .zero, .positive:
      if let index = index(of: value) {
        counts[index] += 1
      } else if value.kind == .zero {
        zeros += 1
      } else {
        negatives += 1
      }
    }
  }

  /// The interval of a value; nil when it has none.
  func index(of value: Sample) -> Int? {
    guard value.isFinite, !isLogarithmic || value.kind == .positive else { return nil }
    if let only { return value < only || only < value ? nil : 0 }
    guard let coordinate = scale?.coordinate(value), let low = ends.first, let high = ends.last,
      counts.count > 0
    else { return nil }
    let margin = (high - low) * 1e-12
    guard coordinate >= low - margin, coordinate <= high + margin else { return nil }
    let guess = (coordinate - low) / (high - low) * Double(counts.count)
    var index = min(max(Int(guess), 0), counts.count - 1)
    while index > 0, coordinate < ends[index] { index -= 1 }
    while index + 1 < counts.count, coordinate >= ends[index + 1] { index += 1 }
    return index
  }

  /// A name for each interval, and what one must know to read them.
  func names(longest: Int) -> (names: [String], note: String?) {
    if let only { return ([only.text(digits: 3)], nil) }
    let (labels, note) = labels(longest: max(4, longest))
    let pairs = zip(labels, labels.dropFirst())
    let (low, high) = (pairs.map(\.0.count).max() ?? 0, pairs.map(\.1.count).max() ?? 0)
    func padded(_ text: String, to width: Int) -> String {
      String(repeating: " ", count: width - text.count) + text
    }
    let full = pairs.map { "\(padded($0, to: low)) to \(padded($1, to: high))" }
    if full.allSatisfy({ $0.count <= longest }) { return (full, note) }
    let lower = "rows are named by the lower end of their interval"
    return (Array(labels.dropLast()), note.map { "\($0); \(lower)" } ?? lower)
  }

  private func labels(longest: Int) -> (labels: [String], note: String?) {
    guard isLogarithmic else {
      let numbers = edges.map { DecimalNumber(digits: $0.digits, power: $0.power + unit) }
      return LinearTicks.labels(numbers, longest: longest)
    }
    let labels = edges.map { edge -> String in
      if edge.power >= 0 || edge.digits == 0 {
        return "1e\(edge.plain(decimals: 0))"
      }
      let value = edge.double
      let whole = floor(value)
      let text = NumberText.short(powerOfTen(value - whole), digits: 3)
      return whole == 0 ? text : "\(text)e\(Int(whole))"
    }
    return (labels, nil)
  }

  /// An edge in full.
  func text(_ edge: DecimalNumber) -> String {
    if isLogarithmic { return Sample(log10: edge.double).text(digits: 12) }
    return Sample(power: unit, times: edge.double).text(digits: unit == 0 ? 15 : 12)
  }

  /// "1000 values, in intervals of 0.1".
  func summary(of label: String) -> String {
    let name = label.isEmpty || label == "layer" ? "" : " of \(neutralised(label))"
    return "\(total) \(total == 1 ? "value" : "values")\(name)"
      + (width.map { ", in intervals of \($0)" } ?? "")
  }

  /// How wide an interval is: `0.1`, or on a log axis `1 decade`.
  var width: String? {
    guard edges.count > 1 else { return nil }
    let step = edges[1].digits - edges[0].digits
    var number = DecimalNumber(digits: step, power: edges[0].power)
    guard isLogarithmic else {
      number.power += unit
      return LinearTicks.spelled([number])[0]
    }
    let text = LinearTicks.spelled([number])[0]
    return text == "1" ? "1 decade" : "\(text) decades"
  }

  /// "counted apart: 3 infinite, 1 not a number"; nil when all values lie in an interval.
  var apart: String? {
    let parts = [
      (zeros, "zero"), (negatives, "negative"), (infinities, "infinite"),
      (negativeInfinities, "minus infinity"), (notNumbers, "not a number"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? nil : "counted apart: " + parts.joined(separator: ", ")
  }
}
