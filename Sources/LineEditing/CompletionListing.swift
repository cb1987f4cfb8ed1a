/// The rows that show candidates below the line.
enum CompletionListing {
  /// No more than this many are shown; the last row says how many are left out.
  static let limit = 40

  /// One row each where there are summaries, side by side where there are none.
  ///
  /// No row is wider than `columns`; `width` measures text.
  static func rows(
    _ candidates: [Completions.Candidate],
    columns: Int,
    width: (String) -> Int
  ) -> [String] {
    let shown = candidates.prefix(limit)
    let names = shown.map { printable($0.text) }
    let widest = names.map(width).max() ?? 0
    let hasSummaries = shown.contains { !$0.summary.isEmpty }
    var rows =
      hasSummaries
      ? zip(names, shown).map { name, candidate in
        let gap = String(repeating: " ", count: widest - width(name) + 2)
        let row = candidate.summary.isEmpty ? name : name + gap + printable(candidate.summary)
        return cut(row, to: columns, width)
      }
      : sideBySide(names, widest: widest, columns: columns, width)
    if candidates.count > limit {
      rows.append(cut("… and \(candidates.count - limit) more", to: columns, width))
    }
    return rows
  }

  private static func sideBySide(
    _ names: [String],
    widest: Int,
    columns: Int,
    _ width: (String) -> Int
  ) -> [String] {
    let perRow = max(1, (columns + 1) / (widest + 2))
    return stride(from: 0, to: names.count, by: perRow).map { first in
      let row = names[first..<min(first + perRow, names.count)].reduce(into: "") { row, name in
        if !row.isEmpty {
          let filled = row.isEmpty ? 0 : width(row) % (widest + 2)
          row += String(repeating: " ", count: filled == 0 ? 0 : widest + 2 - filled)
        }
        row += name
      }
      return cut(row, to: columns, width)
    }
  }

  private static func cut(_ row: String, to columns: Int, _ width: (String) -> Int) -> String {
    guard width(row) > columns else { return row }
    var kept = row
    while !kept.isEmpty, width(kept) >= columns { kept.removeLast() }
    return kept + "…"
  }

  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
      )
    )
  }
}
