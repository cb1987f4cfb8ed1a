/// Which parts a line figure has, and how many columns and rows each gets.
///
/// From top to bottom: a title, the plot with its labels to the left, the line of the x axis, its labels, the
/// legend, the notes. When rows are few the notes go first, then the title, then what the legend has beyond
/// one line; the plot keeps half of the rows.
struct Allotment: Sendable, Hashable {
  /// What the figure would like to show under its size.
  struct Wish: Sendable, Hashable {
    /// Lines of what explains the y labels, without which these would mislead.
    var tickNoteLines: Int
    var hasTitle: Bool
    var legendLines: Int
    /// Lines of each note.
    var noteLines: [Int]
  }

  let columns: Int
  let rows: Int
  let plotRows: Int
  let hasTickNote: Bool
  let hasTitle: Bool
  let hasLabels: Bool
  let legendLines: Int
  /// How many of the notes, counted from the first.
  let notes: Int

  static let leastColumns = 20
  static let leastRows = 5

  /// At `level` the plot has no more rows than that has.
  init(columns: Int, rows: Int, wish: Wish, level: Level? = nil) {
    self.columns = columns
    self.rows = rows
    var room = rows - max(2, rows / 2) - 1
    func take(_ lines: Int) -> Bool {
      guard lines <= room else { return false }
      room -= lines
      return true
    }
    hasLabels = take(1)
    hasTickNote = wish.tickNoteLines > 0 && take(wish.tickNoteLines)
    var legend = wish.legendLines > 0 && take(1) ? 1 : 0
    hasTitle = wish.hasTitle && take(1)
    while legend > 0, legend < wish.legendLines, take(1) { legend += 1 }
    legendLines = legend
    notes = wish.noteLines.prefix { take($0) }.count
    let noteLines = wish.noteLines.prefix(notes).reduce(hasTickNote ? wish.tickNoteLines : 0, +)
    let left = rows - 1 - (hasLabels ? 1 : 0) - (hasTitle ? 1 : 0) - legend - noteLines
    plotRows = min(left, level?.plotRows ?? left)
  }

  /// The most columns that a y label may take.
  var longestLabel: Int { min(10, columns / 3) }

  /// Columns of the plot beside labels of some width, a blank and the axis.
  func plotColumns(labelWidth: Int) -> Int { columns - gutter(labelWidth: labelWidth) - 1 }

  /// Columns to the left of the axis.
  func gutter(labelWidth: Int) -> Int { labelWidth + 1 }
}
