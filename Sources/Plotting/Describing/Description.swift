import TerminalText

/// A figure in words.
struct Description {
  let around: Surroundings
  /// What stands at each mark.
  let pointings: [String]
  let series: [Series]
  let domain: Domain
  /// What the axis reaches over.
  private let axisDomain: Domain
  let scale: Scale?
  let words: AxisWords
  let form: Form

  /// What the series are drawn as.
  enum Form: Sendable, Hashable {
    case line, table
    /// Medians of so many runs, or of what the words say.
    case bands(runs: Int, words: String?)
  }

  init(
    _ around: Surroundings,
    pointings: [String],
    series: [Series],
    form: Form,
    shared: Domain? = nil
  ) {
    self.around = around
    self.pointings = pointings
    self.series = series
    self.form = form
    domain = Domain(series)
    axisDomain = domain.sharing(shared)
    scale = form == .table ? nil : Scale(around.axis, for: axisDomain)
    words = AxisWords(around)
  }

  var sentences: [String] {
    guard domain.x != nil else { return [overview, "There is nothing to show."] }
    let rest = pointings + courses + thresholds + meetings + guesses
    return [overview] + rest.prefix(4)
  }

  /// What it is as a whole: "Log plot, 2 lines, layers 0 to 19.".
  private var overview: String {
    let noun = form == .table ? "column" : "line"
    let count = series.count == 1 ? "1 \(noun)" : "\(series.count) \(noun)s"
    let range = domain.x.map { ", " + words.range($0) } ?? ""
    switch form {
    case .line, .table: return "\(kind), \(count)\(range)."
    case .bands(let runs, let words):
      let medians = series.count == 1 ? "the median" : "\(series.count) medians"
      guard let words else { return "\(kind), \(medians) of \(runs) runs\(range)." }
      let bands = series.count == 1 ? words : "\(series.count) bands, each \(words)"
      return "\(kind), \(bands)\(range)."
    }
  }

  private var kind: String {
    guard form != .table else { return "Table" }
    guard let scale else { return "Empty plot" }
    if around.xIsLogarithmic { return "Log-log plot" }
    switch scale.kind {
    case .linear: return "Linear plot"
    case .logarithmic:
      return around.axis == .automatic
        ? "Log plot (the values span \(axisDomain.decadesText) decades)" : "Log plot"
    case .symmetric: return "Log plot on both sides of 0"
    }
  }

  /// A sentence per series; of more than three the two that end highest and lowest, and one for the rest.
  var courses: [String] {
    guard series.count > 3 else { return series.indices.map { course($0) } }
    // What ends without a number is neither highest nor lowest, nor between.
    let ends = series.indices.filter { series[$0].y.last.map { $0.kind != .notANumber } ?? false }
    func end(_ index: Int) -> Sample { series[index].y[series[index].y.count - 1] }
    guard let highest = ends.max(by: { end($0) < end($1) }),
      let lowest = ends.min(by: { end($0) < end($1) }), highest != lowest
    else { return series.indices.prefix(3).map { course($0) } }
    let others = ends.filter { $0 != highest && $0 != lowest }
    let names = others.map { name($0) }.joined(separator: ", ")
    return [course(highest), course(lowest), "Between them end \(names)."]
  }

  private func name(_ index: Int) -> String {
    let name = neutralised(series[index].name)
    if !name.isEmpty { return name }
    let only = if case .bands = form { "The median" } else { "It" }
    return series.count == 1 ? only : "Line \(index + 1)"
  }

  /// One line: "s = 1.5 rises all the way, ×1.5 per layer, from 1 to 2216.84; layer 28 is infinite.".
  private func course(_ index: Int) -> String {
    let one = series[index]
    var parts: [String] = []
    // What lies on the axis shows no course there.
    let liesOnZero = isOnLinearAxis && liesOnZero(one)
    let trend = Trend(one, on: scale)
    if let trend {
      parts.append(trend.words(words, scale: liesOnZero ? nil : scale))
    } else if let only = zip(one.x, one.y).first(where: { $1.isFinite }) {
      parts.append("has one finite value, \(only.1.text()) at \(words.at(only.0))")
    } else if one.y.isEmpty {
      parts.append("has no points")
    }
    if liesOnZero {
      parts.append("on this axis it lies on 0")
    }
    if let zero = Occurrence(one, where: { $0.kind == .zero }), !zero.isAll {
      parts.append(zero.sentence("zero", words))
    }
    for (kind, what) in Sample.peculiarities {
      for word in one.words(of: kind) {
        guard let found = Occurrence(one, where: { $0.kind == kind && $0.word == word }) else {
          continue
        }
        parts.append(found.sentence(word.map(Sample.noNumber) ?? what, words))
      }
    }
    let separator = trend == nil && one.y.allSatisfy { !$0.isFinite } ? ": " : " "
    return name(index) + separator + parts.joined(separator: "; ") + "."
  }

  private var isOnLinearAxis: Bool {
    if let scale, case .linear = scale.kind { true } else { false }
  }

  /// Whether all values are too small beside the greatest of the figure to rise from the axis.
  private func liesOnZero(_ one: Series) -> Bool {
    guard let greatest = domain.nonzero?.greatest,
      let own = Domain([one]).nonzero?.greatest
    else { return false }
    return own.log10Magnitude < greatest.log10Magnitude - 2.3
  }

  /// Of the first three series, who changes places with whom.
  private var meetings: [String] {
    let pairs = series.indices.prefix(3).flatMap { i in
      series.indices.prefix(3).filter { $0 > i }.map { (i, $0) }
    }
    return pairs.compactMap { i, j -> String? in
      guard let meeting = Meeting(series[i], series[j]) else { return nil }
      let names = "\(name(i)) and \(name(j))"
      if meeting.areSame { return "\(names) are the same everywhere." }
      let x = series[i].x
      let times = meeting.crossings > 1 ? " \(meeting.crossings) times, first" : ""
      switch meeting.crossing {
      case .at(let index): return "\(names) cross\(times) at \(words.at(x[index]))."
      case .between(let low, let high):
        return "\(names) cross\(times) between \(words.at(x[low])) and \(words.at(x[high]))."
      case nil:
        guard meeting.startTogether else { return nil }
        return "\(names) both begin at \(series[i].y[0].text())."
      }
    }
  }

  /// Where a line first passes a threshold.
  private var thresholds: [String] {
    around.thresholds.compactMap { threshold in
      let label = threshold.words
      for (index, one) in series.enumerated() {
        guard let first = one.y.first, first.kind != .notANumber else { continue }
        let beginsBelow = first < threshold.at
        let passed = one.y.indices.first {
          let y = one.y[$0]
          return y.kind != .notANumber && (beginsBelow ? threshold.at < y : y < threshold.at)
        }
        if let passed {
          let side = beginsBelow ? "above" : "below"
          return "\(name(index)) is first \(side) \(label) at \(words.at(one.x[passed]))."
        }
      }
      return nil
    }
  }

  private var guesses: [String] {
    around.guesses.map { guess in
      let name = guess.name.prefix(1).uppercased() + guess.name.dropFirst()
      return "\(name): \(guess.y.text()) at \(words.at(guess.x))."
    }
  }
}
