extension TextTable {
  /// The same table with its cells spelt in ASCII.
  package var spelledInASCII: TextTable {
    TextTable(
      header: header.map(\.spelledInASCII),
      rows: rows.map { $0.map(\.spelledInASCII) },
      alignments: alignments
    )
  }
}
