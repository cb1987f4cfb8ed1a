import TerminalText

/// What a figure showed before something changed: drawn faint under what it shows now.
struct Before: Sendable, Hashable {
  /// What was otherwise then: `s = 1.5`.
  var cause: String
  var values: Values

  /// Of the same shape as what is shown now.
  enum Values: Sendable, Hashable {
    /// For each line, each cloud of points or each median of now the one of then; nil where it is the same.
    case series([Series?])
    case bars([Bar])
    case samples([Sample])
  }

  /// What it is called in legends and data: "before: s = 1.5".
  var words: String { "before: \(neutralised(cause))" }

  /// The series of then, beside those of now; none for what has no series.
  var series: [Series?] {
    if case .series(let series) = values { series } else { [] }
  }

  /// The series of then that are not the same now, named.
  var changedSeries: [Series] {
    series.compactMap { one in
      one.map {
        let name = $0.name.isEmpty || series.count == 1 ? words : "\($0.name), \(words)"
        return Series(name: name, x: $0.x, y: $0.y)
      }
    }
  }

  /// The bars of then.
  var bars: [Bar] {
    if case .bars(let bars) = values { bars } else { [] }
  }

  /// The values of a histogram of then.
  var samples: [Sample] {
    if case .samples(let samples) = values { samples } else { [] }
  }

  /// The same with its words spelt in ASCII.
  var spelledInASCII: Before {
    var spelt = self
    spelt.cause = TerminalText.spelledInASCII(cause)
    switch values {
    case .series(let series): spelt.values = .series(series.map { $0?.spelledInASCII })
    case .bars(let bars): spelt.values = .bars(bars.map(\.spelledInASCII))
    case .samples: break
    }
    return spelt
  }
}
