import TerminalText

/// A function over a number, the diagonal, and the steps of applying it again and again between the two.
struct CobwebForm: PlotForm {
  var around: Surroundings
  var cobweb: Cobweb

  var content: LineContent {
    LineContent(around: around, pointings: pointings, series: cobweb.series)
  }

  private var words: AxisWords { AxisWords(around) }

  func sentences(shared: Domain?) -> [String] {
    let label = words.label
    guard let range = cobweb.curve.x.finiteRange else {
      return ["Empty cobweb.", "It has no values."]
    }
    let name = neutralised(cobweb.curve.name)
    return Array(
      (["Cobweb of \(name) over \(words.range(range))."] + pointings + [meetings]
        + cobweb.ways.compactMap { way($0, label) }).prefix(5)
    )
  }

  /// Where a number is its own value.
  private var meetings: String {
    let found = cobweb.meetings
    guard !found.isEmpty else {
      return "The curve does not meet the diagonal: nothing stays as it is."
    }
    let parts = found.prefix(4).map { meeting in
      let at = Sample(meeting.at).text(digits: 2)
      return "at \(at), which \(meeting.attracts ? "attracts" : "does not attract")"
    }
    return "The curve meets the diagonal \(parts.joined(separator: ", and "))."
  }

  private func way(_ way: [Sample], _ label: String) -> String? {
    guard let first = way.first, let last = way.last, way.count > 1 else { return nil }
    let steps = way.count - 1
    return "From \(label) = \(first.text(digits: 3)) \(steps) "
      + "\(steps == 1 ? "step goes" : "steps go") to \(last.text(digits: 3))."
  }

  /// The curve, then the ways, each with its numbers in order.
  var data: String {
    let ways = cobweb.ways.map { way in
      way.enumerated().map { ["\($0)", $1.text(digits: 15)] }
    }
    return [cobweb.curve].data(words)
      + ways.map { ([["step", words.label]] + $0).tabSeparated }.joined()
  }

  func covers(_ mark: Mark) -> Bool { pointing.covers(mark) }

  func sentence(at mark: Mark) -> String { pointing.sentence(at: mark) }

  private var pointing: SeriesPointing { SeriesPointing(words: words, series: [cobweb.curve]) }

  mutating func spell() { cobweb.curve = cobweb.curve.spelledInASCII }
}

extension FigureHelp {
  static let cobweb = FigureHelp(
    summary: "a function that is applied again and again to its own values.",
    lines: [
      "cobweb F over NAME in FIRST...LAST: the function, the diagonal, and two ways, each",
      "from one end: up or down to the curve, across to the diagonal, and so on.",
    ],
    examples: [
      "cobweb variance_map(tanh, q, weight_deviation: 1.5, bias_deviation: 0.3) over q in 0...2",
      "cobweb tanh(2*t) over t in -1...1",
    ]
  )
}
