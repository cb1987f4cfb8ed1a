import CLibEdit

/// How many characters a terminal shows.
package struct TerminalSize: Sendable, Hashable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// What is assumed where nothing is known.
  package static let standard = TerminalSize(columns: 80, rows: 24)
  /// No terminal has more columns or rows; a larger number is a mistake somewhere.
  package static let largest = Int(FE_LARGEST_SIZE)

  /// What the terminal behind a file descriptor says; nil if it is none, or says nothing sensible.
  package static func reported(by descriptor: Int32) -> TerminalSize? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard fe_terminal_size(descriptor, &columns, &rows) else { return nil }
    return TerminalSize(columns: Int(columns), rows: Int(rows))
  }

  /// The size to use: what is reported, else `COLUMNS` and `LINES`, else the standard one, each
  /// number by itself and only if it lies in 1…1000.
  package static func decide(
    reported: TerminalSize?,
    environment: [String: String]
  ) -> TerminalSize {
    func sensible(_ number: Int?) -> Int? {
      number.flatMap { (1...largest).contains($0) ? $0 : nil }
    }
    let columns =
      sensible(reported?.columns)
      ?? sensible(environment["COLUMNS"].flatMap { Int($0) })
    let rows =
      sensible(reported?.rows)
      ?? sensible(environment["LINES"].flatMap { Int($0) })
    return TerminalSize(columns: columns ?? standard.columns, rows: rows ?? standard.rows)
  }
}
