extension Figure {
  /// Two to five true sentences computed from the values, for who cannot see the figure.
  package var description: [String] {
    switch kind {
    case .line(let series): Description(self, series: series, isTable: false).sentences
    case .table(let series): Description(self, series: series, isTable: true).sentences
    }
  }
}
