import TerminalText

/// Figures beside each other, each drawn for itself with the range of all, then put together line by line.
///
/// Where columns are too few they stand below each other, where rows are too few the last ones are left out,
/// and a line says so.
struct BesideFigure {
  let title: String
  let members: [any FigureForm]
  let frame: Frame
  let shared: Domain?

  init(title: String, members: [any FigureForm], frame: Frame) {
    self.title = title
    self.members = members
    self.frame = frame
    shared = members.sharedDomain
  }

  private static let gap = 3
  private static let leastColumns = 26

  /// What each of so many figures has of the columns; nil where they must stand below each other.
  static func columns(of columns: Int, for count: Int) -> Int? {
    let each = (columns - gap * (count - 1)) / max(1, count)
    return each >= leastColumns || count <= 1 ? each : nil
  }

  /// How many of so many figures stand beside each other: four that have no room in one row take two.
  static func across(_ columns: Int, for count: Int) -> Int {
    if Self.columns(of: columns, for: count) != nil { return count }
    return count == 4 && Self.columns(of: columns, for: 2) != nil ? 2 : 1
  }

  /// The rows that a figure below others should have at least.
  static let readableRows = 12

  func rendered() -> StyledText {
    let columns = frame.columns
    guard !members.isEmpty else { return StyledText(" no figures", .faint).padded(to: columns) }
    var rows = frame.rows
    var head: [StyledText] = []
    var foot: [StyledText] = []
    if !title.isEmpty, rows >= 8 { head.append(frame.titleLine(title)) }
    if members.count > 1, hasOneRange, rows >= 12 {
      foot.append(StyledText(" the figures have the same range of values", .faint))
    }
    rows -= head.count + foot.count
    let body =
      switch BesideFigure.across(columns, for: members.count) {
      case 1: stacked(rows: rows)
      case 2 where members.count == 4 && rows >= 2 * (Allotment.leastRows + 2):
        inTwoRows(columns: columns, rows: rows)
      case 2 where members.count == 4: stacked(rows: rows)
      case let count:
        sideBySide(members, columns: BesideFigure.columns(of: columns, for: count), rows: rows)
      }
    return StyledText(
      lines: (head + body + foot).map { frame.cut($0, to: columns).padded(to: columns) }
    )
  }

  /// Whether all have axes from the same number to the same: one that is logarithmic has no place for zero.
  private var hasOneRange: Bool {
    guard let shared else { return false }
    let kinds = members.filter { $0.domain != nil }.compactMap { member in
      Scale(member.around.axis, for: shared)?.kind
    }
    return Set(kinds).count < 2
  }

  /// What each of the figures has to be drawn in.
  private func inner(columns: Int, rows: Int) -> Frame {
    var inner = frame
    inner.columns = columns
    inner.rows = rows
    inner.shared = shared
    return inner
  }

  /// Two above two.
  private func inTwoRows(columns: Int, rows: Int) -> [StyledText] {
    let each = BesideFigure.columns(of: columns, for: 2)
    return [members.prefix(2), members.dropFirst(2)].flatMap {
      sideBySide(Array($0), columns: each, rows: rows / 2)
    }
  }

  /// With the x axes of lines and points in one row.
  private func sideBySide(
    _ members: [any FigureForm],
    columns: Int?,
    rows: Int
  ) -> [StyledText] {
    let columns = columns ?? frame.columns
    var inner = inner(columns: columns, rows: rows)
    if rows >= Allotment.leastRows, columns >= Allotment.leastColumns {
      // Fewer rows may have other labels, which may need a note, which takes rows.
      for _ in 0..<2 {
        inner.level = Level(of: members.compactMap { $0.level(in: inner) })
      }
    }
    let frames = members.map { $0.rendered(in: inner).lines.prefix(rows) }
    let height = frames.map(\.count).max() ?? 0
    return (0..<height).map { row in
      var line = StyledText()
      for (index, lines) in frames.enumerated() {
        if index > 0 { line.append(String(repeating: " ", count: BesideFigure.gap)) }
        line.append((row < lines.count ? lines[row] : StyledText()).padded(to: columns))
      }
      return line
    }
  }

  private func stacked(rows: Int) -> [StyledText] {
    let least = Allotment.leastRows + 2
    let shown = min(members.count, max(1, rows / least))
    let hasOmission = shown < members.count && rows > Allotment.leastRows
    let each = (rows - (hasOmission ? 1 : 0)) / shown
    var lines = members.prefix(shown).flatMap {
      $0.rendered(in: inner(columns: frame.columns, rows: each)).lines.prefix(each)
    }
    if hasOmission {
      let rest = members.count - shown
      let words = rest == 1 ? " 1 figure is not shown" : " \(rest) figures are not shown"
      lines.append(StyledText(words, .faint))
    }
    return lines
  }
}

extension [any FigureForm] {
  /// The values of all figures; nil when none has an axis of values.
  var sharedDomain: Domain? {
    let domains = compactMap(\.domain)
    guard let first = domains.first else { return nil }
    var shared = domains.dropFirst().reduce(first) { $0.sharing($1) }
    // What they ask for each for itself is no matter: one kind of axis serves all.
    if domains.count > 1 { shared.isNarrow = false }
    return shared
  }
}
