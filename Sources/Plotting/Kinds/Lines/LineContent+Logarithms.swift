// A logarithmic x axis: everything that has an x stands at its logarithm, and what has none is left out.
extension LineContent {
  /// What is drawn where: the same, or with logarithms of x.
  var onItsAxis: LineContent {
    guard around.xIsLogarithmic else { return self }
    var around = around
    around.marks = around.marks.compactMap { mark in
      guard case .x(let x) = mark else { return mark }
      return x > 0 ? .x(commonLogarithm(x)) : nil
    }
    around.guesses = around.guesses.compactMap { guess in
      guess.x > 0 ? Guess(x: commonLogarithm(guess.x), y: guess.y, by: guess.maker) : nil
    }
    if let held = around.held {
      around.held = HeldAxes(points: held.points.overLogarithms, isNarrow: held.isNarrow)
    }
    if case .series(let series)? = around.before?.values {
      around.before?.values = .series(series.map { $0?.overLogarithms })
    }
    return LineContent(
      around: around,
      pointings: pointings,
      series: series.map(\.overLogarithms),
      bands: bands.map(\.overLogarithms),
      isJoined: isJoined
    )
  }

  /// How many points have no logarithm of x.
  var withoutLogarithm: Int {
    around.xIsLogarithmic ? series.reduce(0) { $0 + $1.x.count { $0 <= 0 } } : 0
  }
}

extension Series {
  /// The same over the logarithms of x.
  var overLogarithms: Series {
    let points = zip(x, y).filter { $0.0 > 0 }
    return Series(name: name, x: points.map { commonLogarithm($0.0) }, y: points.map(\.1))
  }
}

extension Quantiles {
  /// The same over the logarithms of x.
  fileprivate var overLogarithms: Quantiles {
    var quantiles = self
    quantiles.low = low.overLogarithms
    quantiles.median = median.overLogarithms
    quantiles.high = high.overLogarithms
    return quantiles
  }
}
