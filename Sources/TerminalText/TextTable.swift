/// A header and rows of cells, aligned in columns; numbers stand to the right.
package struct TextTable: Sendable, Hashable {
  /// Where a column's cells stand.
  package enum Alignment: Sendable, Hashable {
    /// To the right when each cell under the header is a number, else to the left.
    case automatic
    case left
    case right
  }

  package var header: [StyledText]
  package var rows: [[StyledText]]
  package var alignments: [Alignment]

  /// A table; missing alignments are automatic, missing cells empty, an empty header is not shown.
  package init(
    header: [StyledText] = [],
    rows: [[StyledText]],
    alignments: [Alignment] = []
  ) {
    self.header = header
    self.rows = rows
    self.alignments = alignments
  }

  /// The table in lines of at most `columns`.
  package func rendered(columns: Int) -> StyledText { StyledText() }
}
