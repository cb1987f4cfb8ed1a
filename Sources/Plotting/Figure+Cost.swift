extension Figure {
  /// About how many operations it takes to draw it on a page: what its frame takes, and every value.
  ///
  /// Instructions that were counted over figures of 3 to 10 000 values at 80 columns.
  package var operations: Double { kind.operations }
}

extension Figure.Kind {
  /// A frame with axes and a legend.
  private static let frame = 4.5e6

  fileprivate var operations: Double {
    switch self {
    case .line(let series), .scatter(let series): Self.frame + Self.course(series)
    case .table(let series): 2e5 * Double(1 + series.reduce(0) { $0 + $1.y.count })
    case .bars(let bars): 5e5 + 2.2e5 * Double(bars.count)
    case .histogram(let values): 2.8e6 + 2.4e3 * Double(values.count)
    case .heatmap(let map): Self.frame + 2e3 * Double(map.x.count * map.y.count)
    case .bands(let bands):
      Self.frame + bands.reduce(0) { $0 + 2e3 * Double($1.x.count * $1.runs.count) }
    case .network: 5e6
    case .cobweb(let cobweb): Self.frame + Self.course(cobweb.series)
    case .beside(let members): members.reduce(0) { $0 + $1.operations }
    }
  }

  /// Lines and points: their names, and each value.
  private static func course(_ series: [Series]) -> Double {
    series.reduce(0) { $0 + 4e5 + 9e3 * Double($1.y.count) }
  }
}
