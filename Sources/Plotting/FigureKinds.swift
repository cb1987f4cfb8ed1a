// The table of all kinds: a new one has a line in each of these lists, and a file for its form and its help.

extension Figure {
  /// What is drawn of which values.
  package enum Kind: Sendable, Hashable {
    case line([Series])
    case table([Series])
    case scatter([Series])
    case bars([Bar])
    case histogram([Sample])
    case heatmap(Heatmap)
    case bands([Band])
    case network(NetworkDrawing)
    case cobweb(Cobweb)
    case beside([Figure])
  }
}

extension Figure.Kind {
  /// The type that draws this kind and speaks of it.
  func form(_ around: Surroundings) -> any FigureForm {
    switch self {
    case .line(let series): LineForm(around: around, series: series)
    case .table(let series): ValueTable(around: around, series: series)
    case .scatter(let series): ScatterForm(around: around, series: series)
    case .bars(let bars): BarForm(around: around, bars: bars)
    case .histogram(let values): HistogramForm(around: around, values: values)
    case .heatmap(let map): HeatmapForm(around: around, map: map)
    case .bands(let bands): BandForm(around: around, bands: bands)
    case .cobweb(let cobweb): CobwebForm(around: around, cobweb: cobweb)
    case .network(let drawing): NetworkForm(around: around, drawing: drawing)
    case .beside(let members):
      BesideForm(around: around, members: members.map { $0.form.marked(around.marks) })
    }
  }
}

/// The word that asks for a figure.
package enum FigureVerb: String, Sendable, Hashable, CaseIterable {
  case plot, table, scatter, bars, histogram, heatmap, cobweb, draw
}

extension FigureVerb {
  /// What it takes, and what is made of it.
  package var values: FigureValues {
    switch self {
    case .plot:
      .courses(
        FigureCourses(
          make: { .line($0.map(\.series)) },
          ofBands: { .bands($0) },
          ofSurface: .heatmap
        )
      )
    case .table:
      .courses(
        FigureCourses(
          manner: .listed,
          make: { .table($0.map(\.series)) },
          ofBands: { .table($0.flatMap(\.quantiles)) }
        )
      )
    case .scatter: .courses(FigureCourses { .scatter($0.map(\.series)) })
    case .bars: .courses(FigureCourses(make: { .bars($0.bars) }, takesLoneNumbers: true))
    case .histogram: .samples { .histogram($0) }
    case .heatmap: .surface { .heatmap($0) }
    case .cobweb: .iteration { .cobweb($0) }
    case .draw: .network { .network($0) }
    }
  }

  /// What `help` says of it.
  package var help: FigureHelp {
    switch self {
    case .plot: .plot
    case .table: .table
    case .scatter: .scatter
    case .bars: .bars
    case .histogram: .histogram
    case .heatmap: .heatmap
    case .cobweb: .cobweb
    case .draw: .draw
    }
  }
}
