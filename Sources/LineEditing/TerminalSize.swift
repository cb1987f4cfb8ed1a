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
  /// No terminal is larger; a larger number is a mistake somewhere.
  package static let largest = TerminalSize(columns: 4096, rows: 4096)

  /// What the terminal behind a file descriptor says; nil if it is none, or says 0 × 0.
  package static func reported(by descriptor: Int32) -> TerminalSize? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard fe_terminal_size(descriptor, &columns, &rows) else { return nil }
    return TerminalSize(columns: Int(columns), rows: Int(rows))
  }

  /// The size to use: what is reported, else `COLUMNS` and `LINES`, else the standard one, each
  /// number by itself and only if it lies in 1…4096.
  package static func decide(
    reported: TerminalSize?, environment: [String: String]
  ) -> TerminalSize {
    func sensible(_ number: Int?, _ largest: Int) -> Int? {
      number.flatMap { (1...largest).contains($0) ? $0 : nil }
    }
    let columns =
      sensible(reported?.columns, largest.columns)
      ?? sensible(environment["COLUMNS"].flatMap { Int($0) }, largest.columns)
    let rows =
      sensible(reported?.rows, largest.rows)
      ?? sensible(environment["LINES"].flatMap { Int($0) }, largest.rows)
    return TerminalSize(columns: columns ?? standard.columns, rows: rows ?? standard.rows)
  }
}
