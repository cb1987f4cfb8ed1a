import Lessons
import Notebooks
import TerminalText

/// What the home screen shows: the lessons and how far one is.
enum HomePage {
  /// How much stands about the rows of the lessons.
  enum Spacing: CaseIterable {
    case withBlankLines
    case withTitles
    case rowsAlone

    fileprivate var blankLine: String { self == .withBlankLines ? "\n" : "" }
  }

  /// All of it, with as much about the lessons as a screen of so many rows has room for.
  static func fitting(
    _ standings: [Standing],
    _ course: Syllabus?,
    _ layout: Layout,
    offersFiner: Bool,
    rows: Int
  ) -> StyledText {
    func page(_ spacing: Spacing) -> StyledText {
      text(standings, course, layout, spacing)
        + keys(standings, layout, offersFiner: offersFiner, spacing)
    }
    // The last line of them is the prompt's.
    let fitting = Spacing.allCases.map(page).first { $0.lines.count <= rows }
    return fitting ?? page(.rowsAlone)
  }

  /// The lesson to go on with: of those begun the one that was left last, else the first that isn't done.
  static func next(_ standings: [Standing]) -> Standing {
    let begun = standings.filter { $0.isBegun && !$0.isDone }
    return begun.max { $0.lastEntered < $1.lastEntered } ?? standings.first { !$0.isDone }
      ?? standings[0]
  }

  /// What can be typed below it.
  private static func keys(
    _ standings: [Standing],
    _ layout: Layout,
    offersFiner: Bool,
    _ spacing: Spacing
  ) -> StyledText {
    let next = next(standings)
    // A lesson that Enter would not begin.
    let other = standings.last { $0.lesson.header.id != next.lesson.header.id } ?? next
    let names = [other.number.map { "\($0)" }, neutralised(other.lesson.header.id.value)]
    let keys = [
      "Enter: \(next.invitation)", "\(names.compactMap { $0 }.joined(separator: " or ")) plays it",
      "s = 1.5 runs", "help", ":quit",
    ]
    let finer = offersFiner ? ShellSentence.finerFigures.words + "\n" : ""
    return StyledText(spacing.blankLine + finer + keys.joined(separator: "    "), .faint)
      .wrapped(columns: layout.columns) + StyledText("\n")
  }

  /// The lessons, under the titles of their groups where there is a course.
  static func text(
    _ standings: [Standing],
    _ course: Syllabus?,
    _ layout: Layout,
    _ spacing: Spacing = .withBlankLines
  ) -> StyledText {
    let done = standings.count { $0.isDone }
    let title =
      course.map { neutralised($0.title) } ?? "fathom: why deep networks are hard to train"
    var text = layout.wrapped(StyledText(title, .heading))
    let count = "\(done) of \(standings.count) lessons done"
    let room = layout.columns - (text.lines.last?.width ?? 0) - count.count
    text.append(room > 2 ? String(repeating: " ", count: room) : "\n")
    text.append(count + "\n")
    guard let course else { return text + table(standings, nil, layout) + StyledText("\n") }
    for group in groups(of: standings, course) {
      if let title = group.title, spacing != .rowsAlone {
        text.append(spacing.blankLine)
        text.append(layout.wrapped(StyledText(neutralised(title), .faint)))
        text.append("\n")
      }
      text.append(table(group.standings, standings, layout))
      text.append("\n")
    }
    return text + talks(of: course, layout, spacing)
  }

  /// The rows of a group, its columns as wide as those of all groups.
  private static func table(
    _ standings: [Standing],
    _ all: [Standing]?,
    _ layout: Layout
  ) -> StyledText {
    let next = all.map { Self.next($0).lesson.header.id }
    func cells(_ standing: Standing) -> [StyledText] {
      let isNext = standing.lesson.header.id == next
      return [
        StyledText(standing.number.map { "\($0)" } ?? ""),
        StyledText(standing.lesson.header.id.value, .strong),
        layout.spelt(StyledText(neutralised(standing.lesson.header.title.value))),
        StyledText((isNext ? "next: " : "") + standing.words),
      ]
    }
    let widths = (0..<3).map { column in (all ?? []).map { cells($0)[column].width }.max() ?? 0 }
    let rows = standings.map { standing in
      cells(standing).enumerated().map { column, cell in
        guard all != nil, column < widths.count else { return cell }
        let blanks = String(repeating: " ", count: max(0, widths[column] - cell.width))
        return column == 0 ? StyledText(blanks) + cell : cell + StyledText(blanks)
      }
    }
    return TextTable(rows: rows).rendered(columns: layout.columns)
  }

  /// The groups of the course; behind them, without a title, what it doesn't name.
  private static func groups(
    of standings: [Standing],
    _ course: Syllabus
  ) -> [(title: String?, standings: [Standing])] {
    func standing(_ id: String) -> Standing? { standings.first { $0.lesson.header.id.value == id } }
    var groups: [(title: String?, standings: [Standing])] = course.groups.map { group in
      (group.title, group.ids.compactMap(standing))
    }
    let named = Set(course.ids)
    groups.append((nil, standings.filter { !named.contains($0.lesson.header.id.value) }))
    return groups.filter { !$0.standings.isEmpty }
  }

  /// How its talks are given.
  private static func talks(
    of course: Syllabus,
    _ layout: Layout,
    _ spacing: Spacing
  ) -> StyledText {
    guard !course.talks.isEmpty else { return StyledText() }
    let talks = course.talks.map { talk in
      "fathom present \(talk.header.id.value) (\(talk.header.minutes) minutes)"
    }
    let line = "For a class: \(talks.joined(separator: ", "))"
    return layout.wrapped(StyledText(spacing.blankLine + line + "\n", .faint))
  }
}
