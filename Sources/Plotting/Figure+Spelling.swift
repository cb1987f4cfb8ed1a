import TerminalText

extension Figure {
  /// The same figure with its words spelt in ASCII, for a terminal that is not UTF-8.
  package var spelledInASCII: Figure {
    var spelt = self
    spelt.title = TerminalText.spelledInASCII(title)
    spelt.xLabel = TerminalText.spelledInASCII(xLabel)
    spelt.unit = TerminalText.spelledInASCII(unit)
    for index in spelt.thresholds.indices {
      spelt.thresholds[index].label =
        TerminalText.spelledInASCII(spelt.thresholds[index].label)
    }
    spelt.kind = kind.spelledInASCII
    return spelt
  }
}

extension Figure.Kind {
  fileprivate var spelledInASCII: Figure.Kind {
    switch self {
    case .line(let series): return .line(series.map(\.spelledInASCII))
    case .table(let series): return .table(series.map(\.spelledInASCII))
    case .scatter(let series): return .scatter(series.map(\.spelledInASCII))
    case .sparkline(let series): return .sparkline(series.map(\.spelledInASCII))
    case .histogram: return self
    case .bars(let bars):
      return .bars(
        bars.map { Bar(name: TerminalText.spelledInASCII($0.name), value: $0.value) }
      )
    case .bands(let bands):
      return .bands(
        bands.map { band in
          var spelt = band
          spelt.name = TerminalText.spelledInASCII(band.name)
          spelt.parameter = TerminalText.spelledInASCII(band.parameter)
          return spelt
        }
      )
    case .heatmap(var map):
      map.yLabel = TerminalText.spelledInASCII(map.yLabel)
      map.valueLabel = TerminalText.spelledInASCII(map.valueLabel)
      return .heatmap(map)
    case .network(var drawing):
      drawing.signalLabel = TerminalText.spelledInASCII(drawing.signalLabel)
      return .network(drawing)
    case .beside(let members): return .beside(members.map(\.spelledInASCII))
    }
  }
}

extension Series {
  fileprivate var spelledInASCII: Series {
    Series(name: TerminalText.spelledInASCII(name), x: x, y: y)
  }
}
