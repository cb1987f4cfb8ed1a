import ArgumentParser
import Glibc
import Lessons
import LineEditing
import Notebooks
import Sessions
import TerminalText

/// `fathom` alone: the lessons and how far you are; Enter goes on where you stopped.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home",
    abstract: "The lessons and how far you are.",
    shouldDisplay: false
  )

  @OptionGroup var shelf: ShelfOptions

  @Option(help: "The name that the transcripts bear.")
  var learner: String?

  func run() throws {
    let lessons = shelf.shelf.lessons
    guard !lessons.isEmpty else { throw ShelfError.noLessons(shelf.shelf.folders) }
    let standings = lessons.map { Standing($0, learner: learner) }
    let page = TerminalPage(Settings())
    try page.send(Self.text(standings, page.layout))
    guard case .terminal = Screen.own else { return }
    let next = Self.next(standings)
    try page.send(
      StyledText("\nEnter: \(next.invitation)    or type a number or a name    q: leave", .faint)
        .wrapped(columns: page.layout.columns) + StyledText("\n")
    )
    guard let chosen = try MainActor.assumeIsolated({ try choose(next, page) }) else { return }
    try Course(shelf: shelf.shelf, learner: learner).play(chosen, wish: .goOn)
  }

  @MainActor
  private func choose(_ next: Standing, _ page: TerminalPage) throws -> Lesson? {
    let editor = LineEditor()
    defer { editor.close() }
    while true {
      switch editor.readLine(prompt: page.prompt("fathom>")) {
      case .line(let line):
        let name = line.hasPrefix(":open ") ? String(line.dropFirst(6)) : line
        if name.isEmpty { return next.lesson }
        if ["q", "quit", "exit", ":quit"].contains(name) { return nil }
        do {
          return try shelf.shelf.lesson(name)
        } catch {
          try Terminal.send(
            Terminal.fitted("\(error)", to: STDOUT_FILENO) + "\n",
            to: STDOUT_FILENO
          )
        }
      case .interrupted: continue
      case .endOfInput, .failed: return nil
      case .terminated(let signal): throw ExitCode(128 + signal)
      }
    }
  }

  /// The lesson to go on with: one that was begun, else the first that isn't done.
  private static func next(_ standings: [Standing]) -> Standing {
    standings.first { $0.isBegun && !$0.isDone } ?? standings.first { !$0.isDone } ?? standings[0]
  }

  private static func text(_ standings: [Standing], _ layout: Layout) -> StyledText {
    let done = standings.count { $0.isDone }
    var text = StyledText("fathom: why deep networks are hard to train", .heading)
      .wrapped(columns: layout.columns)
    let count = "\(done) of \(standings.count) lessons done"
    let room = layout.columns - text.width - count.count
    text.append(room > 2 ? String(repeating: " ", count: room) : "\n")
    text.append(count + "\n")
    let rows = standings.enumerated().map { index, standing in
      [
        StyledText("\(index + 1)"), StyledText(standing.lesson.header.id.value, .strong),
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
