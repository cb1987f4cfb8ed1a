/// A table: as many cells in each row as in the header.
package struct ProseTable: Sendable, Hashable {
  /// The cells of the first row.
  package let header: [[Span]]
  /// The cells of the other rows.
  package let rows: [[[Span]]]
  /// One for each column.
  package let alignments: [Alignment]

  /// Where a column's cells stand.
  package enum Alignment: Sendable, Hashable { case none, left, centre, right }
}
