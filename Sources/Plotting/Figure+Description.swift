extension Figure {
  /// Two to five true sentences computed from the values, for who cannot see the figure.
  package var description: [String] { described(shared: nil) }

  func described(shared: Domain?) -> [String] {
    switch kind {
    case .line(let series):
      Description(self, series: series, form: .line, shared: shared).sentences
    case .table(let series): Description(self, series: series, form: .table).sentences
    case .sparkline(let series):
      Description(self, series: series, form: .sparkline, shared: shared).sentences
    case .scatter(let series): ScatterDescription(self, series: series, shared: shared).sentences
    case .bands(let bands): BandDescription(self, bands: bands, shared: shared).sentences
    case .bars(let bars): BarDescription(self, bars: bars).sentences
    case .histogram(let values): HistogramDescription(self, values: values).sentences
    case .heatmap(let map): HeatmapDescription(self, map: map).sentences
    case .network(let drawing): NetworkDescription(self, drawing: drawing).sentences
    case .beside(let members): BesideDescription(members: members).sentences
    }
  }
}
