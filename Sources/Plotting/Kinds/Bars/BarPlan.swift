import TerminalText

/// How wide the names, numbers and bars are, and what is written for each.
struct BarPlan: Sendable, Hashable {
  private(set) var names: [String]
  private(set) var numbers: [String]
  private(set) var nameWidth: Int
  private(set) var numberWidth: Int
  let barWidth: Int
  private(set) var notes: [StyledText] = []

  private static let leastBar = 4

  init(_ rows: [BarFigure.Row], in frame: Frame) {
    let columns = frame.columns
    let all = rows.map { neutralised($0.name) }
    names = all
    nameWidth = min(all.map { displayWidth($0) }.max() ?? 0, columns / 3)
    numbers = rows.map { $0.value.text() }
    func width(_ texts: [String]) -> Int { texts.map(\.count).max() ?? 0 }
    numberWidth = width(numbers)
    if nameWidth + numberWidth + 2 > columns * 2 / 3 {
      numbers = rows.map { $0.value.text(digits: 3) }
      numberWidth = width(numbers)
    }
    nameWidth = min(nameWidth, max(2, columns - numberWidth - 2 - BarPlan.leastBar))
    if columns - nameWidth - numberWidth - 2 < BarPlan.leastBar { numberWidth = 0 }
    barWidth = columns - nameWidth - (numberWidth > 0 ? numberWidth + 1 : 0) - 1
    let limit = nameWidth
    let whole = Set(all).count
    guard Set(all.map { frame.cut(StyledText($0), to: limit).plain }).count < whole else { return }
    // Cut names that are equal would say the wrong thing; often they differ at their ends.
    names = all.map { BarPlan.end(of: $0, columns: limit, after: frame.isASCII ? "..." : "…") }
    guard Set(names).count < whole else { return }
    names = rows.indices.map { "\($0 + 1)" }
    notes = [StyledText("names are too long here: bars are numbered from the top", .faint)]
  }

  /// The last columns of a name that is too long, after a mark.
  private static func end(of name: String, columns: Int, after mark: String) -> String {
    guard displayWidth(name) > columns else { return name }
    let mark = mark.prefix(max(0, columns))
    var kept = name[...]
    while !kept.isEmpty, displayWidth(String(kept)) > columns - mark.count { kept.removeFirst() }
    return String(mark + kept)
  }
}
