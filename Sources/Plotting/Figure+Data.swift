import TerminalText

extension Figure {
  /// The values, tab-separated: a header line, then a line per x in rising order; every line ends in "\n".
  ///
  /// Numbers have 15 digits; where a series has no value for an x its field is empty. Bars have a line each, a
  /// histogram a line per interval and per kind of what lies in none, a heatmap a line per cell, bands their
  /// quantiles; figures beside each other follow one another after an empty line.
  package var data: String {
    switch kind {
    case .line(let series), .table(let series), .scatter(let series), .sparkline(let series):
      return Figure.lines(data(series))
    case .bands(let bands): return Figure.lines(data(bands.flatMap(\.quantiles)))
    case .bars(let bars):
      let rows = bars.map { [neutralised($0.name), $0.value.text(digits: 15)] }
      return Figure.lines([["name", "value"]] + rows)
    case .histogram(let values): return Figure.lines(Bins(values, axis).data)
    case .heatmap(let map): return Figure.lines(data(map))
    case .network(let drawing):
      let name = neutralised(drawing.signalLabel)
      let hasSignal = !drawing.signal.isEmpty
      let rows = drawing.widths.indices.map { layer in
        let signal =
          drawing.sample(at: layer)?.text(digits: 15) ?? ""
        return ["\(layer)", "\(drawing.widths[layer])"] + (hasSignal ? [signal] : [])
      }
      return Figure.lines(
        [[AxisWords(self).label, "width"] + (hasSignal ? [name] : [])] + rows
      )
    case .beside(let members): return members.map(\.data).joined(separator: "\n")
    }
  }

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  private func data(_ series: [Series]) -> [[String]] {
    let words = AxisWords(self)
    let header =
      [words.label]
      + series.enumerated().map { index, one in
        one.name.isEmpty ? "value \(index + 1)" : neutralised(one.name)
      }
    let rows = ValueRows(series).rows.map { row in
      [words.number(row.x)] + row.samples.map { $0?.text(digits: 15) ?? "" }
    }
    return [header] + rows
  }

  private func data(_ map: Heatmap) -> [[String]] {
    let (across, up) = (AxisWords(self), AxisWords(map))
    let label = map.valueLabel.isEmpty ? "value" : neutralised(map.valueLabel)
    let rows = map.y.indices.flatMap { j in
      map.x.indices.map { i in
        [across.number(map.x[i]), up.number(map.y[j]), map.value(i, j).text(digits: 15)]
      }
    }
    return [[across.label, up.label, label]] + rows
  }
}

extension Bins {
  /// A line per interval, and one per kind of value that lies in none.
  var data: [[String]] {
    let ends: [(String, String)]
    if let only {
      ends = [(only.text(digits: 15), only.text(digits: 15))]
    } else {
      let texts = edges.map { text($0) }
      ends = Array(zip(texts, texts.dropFirst()))
    }
    let rows = zip(ends, counts).map { [$0.0, $0.1, "\($1)"] }
    let others = [
      (zeros, "0"), (negatives, "negative"), (infinities, "inf"), (negativeInfinities, "-inf"),
      (notNumbers, "nan"),
    ].filter { $0.0 > 0 }.map { [$0.1, $0.1, "\($0.0)"] }
    return [["from", "to", "count"]] + rows + others
  }
}
