import Lessons
import Notebooks
import TerminalText

/// What the home screen shows: the lessons and how far one is.
enum HomePage {
  /// The lesson to go on with: of those begun the one that was left last, else the first that isn't done.
  static func next(_ standings: [Standing]) -> Standing {
    let begun = standings.filter { $0.isBegun && !$0.isDone }
    return begun.max { $0.lastEntered < $1.lastEntered } ?? standings.first { !$0.isDone }
      ?? standings[0]
  }

  /// What can be typed below it.
  static func keys(
    _ standings: [Standing],
    _ layout: Layout,
    offersFiner: Bool
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
    return StyledText("\n" + finer + keys.joined(separator: "    "), .faint)
      .wrapped(columns: layout.columns) + StyledText("\n")
  }

  static func text(_ standings: [Standing], _ layout: Layout) -> StyledText {
    let done = standings.count { $0.isDone }
    var text = StyledText("fathom: why deep networks are hard to train", .heading)
      .wrapped(columns: layout.columns)
    let count = "\(done) of \(standings.count) lessons done"
    let room = layout.columns - text.width - count.count
    text.append(room > 2 ? String(repeating: " ", count: room) : "\n")
    text.append(count + "\n")
    let rows = standings.map { standing in
      [
        StyledText(standing.number.map { "\($0)" } ?? ""),
        StyledText(standing.lesson.header.id.value, .strong),
        StyledText(neutralised(standing.lesson.header.title.value)), StyledText(standing.words),
      ]
    }
    let table = TextTable(rows: rows)
    text.append(
      (layout.isASCII ? table.spelledInASCII : table).rendered(columns: layout.columns)
    )
    return text + StyledText("\n")
  }
}
