import Plotting

/// One figure of every kind, with whatever can go wrong in it, for what holds of all.
enum Kinds {
  static let names = [
    "line", "scatter", "bands", "bars", "histogram", "heatmap", "network", "beside", "cobweb",
    "table",
  ]

  /// Figures that need room for titles, wide characters, marks and thresholds.
  static let crowded: [Figure] = {
    let values: [Double] = [1, 1e-12, 0, 3e5, .infinity, -2, .nan, 1e300, -.infinity, 7]
    let samples = values.map { Sample($0) }
    let one = Series(name: "線 with a long name", first: 0, y: samples)
    let other = series("other", [3, 2, 1, 2, 3, 4])
    return kinds(samples: samples, series: [one, other]).map { kind in
      Figure(
        title: "日本語 ŷ a title that is longer than many a window is wide",
        kind: kind,
        xLabel: "層",
        thresholds: [
          Threshold(at: Sample(5), label: "five"), Threshold(at: Sample(3.4e38), label: "float32"),
        ],
        guesses: [Guess(x: 3, y: Sample(1e4))],
        marks: [.x(3), .value(Sample(2)), .cell(x: 1, y: 2)]
      )
    }
  }()

  /// The same kinds without anything to draw.
  static let empty: [Figure] = kinds(samples: [], series: []).map { Figure(kind: $0) }

  static func kinds(samples: [Sample], series: [Series]) -> [Figure.Kind] {
    let x = samples.indices.map { Double($0) }
    let map = Heatmap(
      x: x,
      y: Array(x.prefix(4)),
      yLabel: "L",
      yIsInteger: true,
      valueLabel: "rms(ŷ)",
      values: (0..<min(4, samples.count)).map { row in
        samples.indices.map { samples[($0 + row) % samples.count] }
      }
    )
    let bands =
      samples.isEmpty ? [] : [Band(name: "b", first: 0, runs: [samples, samples.reversed()])]
    let members = series.map { Figure(title: $0.name, kind: .line([$0])) }
    let network = NetworkDrawing(
      widths: samples.indices.map { $0 % 4 + 1 },
      signal: samples,
      signalLabel: "rms(a)"
    )
    return [
      .line(series), .scatter(series), .bands(bands),
      .bars(samples.enumerated().map { Bar(name: "bar number \($0)", value: $1) }),
      .histogram(samples), .heatmap(map), .network(network), .beside(members),
      .cobweb(Cobweb(curve: series.first ?? Series(name: "", x: [], y: []), ways: [samples])),
      .table(series),
    ]
  }
}

/// Removes SGR sequences, as a terminal would.
func stripped(_ text: String) -> String {
  var result = ""
  var isEscape = false
  for character in text {
    if character == "\u{1B}" { isEscape = true }
    if !isEscape { result.append(character) }
    if isEscape, character == "m" { isEscape = false }
  }
  return result
}
