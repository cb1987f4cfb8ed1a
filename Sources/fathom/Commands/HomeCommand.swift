import ArgumentParser
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
    for (hidden, first) in shelf.shelf.hidden {
      Notice.send(
        ShellSentence.hiddenLesson(hidden.header.id.value, hidden.path, by: first.path).words
      )
    }
    let standings = lessons.map { Standing($0, learner: learner) }
    let page = TerminalPage(Settings())
    try page.send(HomePage.text(standings, page.layout))
    guard case .terminal = Screen.own else { return }
    let next = HomePage.next(standings)
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
        if name == "q" || Command.leaves(name) { return nil }
        do {
          return try shelf.shelf.lesson(name)
        } catch {
          try Terminal.say("\(error)")
        }
      case .interrupted: continue
      case .endOfInput, .failed: return nil
      case .terminated(let signal): throw ExitCode(128 + signal)
      }
    }
  }
}
