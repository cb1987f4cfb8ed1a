import TerminalText

// What a page of words and pictures makes of a figure.
extension Figure {
  /// The colours of drawings between axes, each with the one that takes its place on a dark ground.
  package static var darkColors: [(light: String, dark: String)] { Look.onDark }

  /// Whether its colours may be exchanged for those of a dark ground; what is painted in shades whose
  /// order means something keeps its white paper.
  package var hasDarkColors: Bool {
    switch kind {
    case .line, .table, .scatter, .bars, .histogram, .bands, .cobweb: true
    case .heatmap, .network: false
    case .beside(let members): members.allSatisfy(\.hasDarkColors)
    }
  }

  /// The rows of a figure that is a table, and what is said beneath them; nil for a picture.
  package var table: (rows: TextTable, notes: [StyledText])? {
    (form as? ValueTable).map { ($0.rows, $0.notes) }
  }
}
