/// What a lesson's text may hold, so that parsing takes time in proportion to its length.
///
/// cmark is quadratic in brackets, delimiters, nested markers and cells of a table, and keeps the
/// cells of short rows that a table's header promises. Each bound is far above what a page needs.
enum SourceLimits {
  static let lineBytes = 4096
  /// Characters that may open or close something, in a run of lines without an empty one.
  static let delimitersPerRun = 1000
  static let markersPerLine = 100
  /// Columns times lines, summed over the runs of lines.
  static let tableCells = 50_000
  /// Dots in a line of TOML: each may open a table.
  static let dotsPerLine = 200

  static func check(_ source: LessonSource) -> Located<Problem>? {
    var delimiters = 0
    var runLength = 0
    var columns = 0
    var cells = 0
    for (index, line) in source.lines.enumerated() {
      let position = Position(line: index + 1, column: 1)
      if line.utf8.count > lineBytes {
        return Located(.lineTooLong(bytes: line.utf8.count), at: position)
      }
      if leadingMarkers(line) > markersPerLine { return Located(.nestedTooDeep, at: position) }
      if line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        cells += columns * runLength
        (delimiters, runLength, columns) = (0, 0, 0)
        continue
      }
      runLength += 1
      delimiters += line.utf8.count { delimiterBytes.contains($0) }
      columns = max(columns, line.utf8.count { $0 == UInt8(ascii: "|") })
      if delimiters > delimitersPerRun || cells + columns * runLength > tableCells {
        return Located(.tooDense, at: position)
      }
    }
    return nil
  }

  private static let delimiterBytes = ByteSet("[]*_`<&!~")
  private static let markerBytes = ByteSet(">-+*")
  private static let leadingBytes = ByteSet(" \t>-+*0123456789.)")

  private static func leadingMarkers(_ line: String) -> Int {
    var markers = 0
    var previous: UInt8 = 0x20
    for byte in line.utf8.prefix(while: { leadingBytes.contains($0) }) {
      // A marker stands alone; the dashes of a rule don't nest.
      if markerBytes.contains(byte), byte != previous || byte == UInt8(ascii: ">") { markers += 1 }
      previous = byte
    }
    return markers
  }
}
