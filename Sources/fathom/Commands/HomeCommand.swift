import ArgumentParser
import Glibc
import Lessons
import LineEditing
import Notebooks
import Sessions
import TerminalText

/// `fathom` alone: the lessons and how far you are, and a notebook in which lines run.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home",
    abstract: "The lessons and how far you are, and a notebook.",
    shouldDisplay: false
  )

  @OptionGroup var shelf: ShelfOptions

  @OptionGroup var learner: LearnerOptions

  func run() throws {
    let shelf = shelf.shelf
    let (lessons, hidden) = shelf.contents
    guard !lessons.isEmpty else { throw ShelfError.noLessons(shelf.folders) }
    for (hidden, first) in hidden {
      Notice.send(
        ShellSentence.hiddenLesson(hidden.header.id.value, hidden.path, by: first.path).words
      )
    }
    let course = shelf.syllabus
    if course == nil, let fault = shelf.courseFault { Notice.send(fault.text) }
    let name = learner.name
    let standings = Together.map(lessons) { Standing($0, learner: name) }
    let page = TerminalPage(Settings())
    let next = HomePage.next(standings)
    let isTyped = if case .terminal = Screen.own { true } else { false }
    let text =
      isTyped
      ? HomePage.fitting(
        standings,
        course,
        page.layout,
        offersFiner: page.offersFinerFigures,
        rows: page.rows
      ) : HomePage.text(standings, course, page.layout)
    try page.send(text)
    // Who looks at the list through another program types nothing below it.
    guard isTyped || !TerminalProfile.isTerminal(STDIN_FILENO) else { return }
    let names = LessonNames(
      standings.map { LessonNames.Entry(id: $0.lesson.header.id.value, number: $0.number) }
    )
    let home = HomeLines(lessons: names, next: next.lesson.header.id.value, areTyped: isTyped)
    try Course(shelf: shelf, learner: learner.name).open(
      NotebookOpener(home: home, learner: learner.name)
    )
  }
}
