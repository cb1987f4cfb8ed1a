import ArgumentParser
import Lessons
import LineEditing
import Sessions
import TerminalText

/// The lessons as somebody plays them: one after another, until they leave.
struct Course {
  let shelf: LessonShelf
  var learner: String?
  /// A file that was named for the transcript of the first lesson.
  var transcript: String?
  var keeps = true

  /// Plays a lesson, and then those that are asked for.
  func play(_ lesson: Lesson, wish: SessionOpener.Wish) throws {
    switch Screen.own {
    case .page(let echoes):
      var reader = LineReader(showsPrompt: !echoes)
      try play(lesson, wish, on: .page(echoes: echoes), &reader)
    case .terminal:
      try MainActor.assumeIsolated { try playOnTerminal(lesson, wish) }
    }
  }

  @MainActor
  private func playOnTerminal(_ lesson: Lesson, _ wish: SessionOpener.Wish) throws {
    var configuration = LineEditor.Configuration()
    configuration.historyPath = keeps ? SavePlace.history : nil
    let editor = LineEditor(configuration)
    defer { editor.close() }
    let lessons = shelf.lessons.map {
      Completion.Candidate(text: $0.header.id.value, summary: $0.header.title.value)
    }
    var reader = LineReader(EditedLines(editor, lessons: lessons))
    try play(lesson, wish, on: .terminal, &reader)
  }

  private func play(
    _ first: Lesson,
    _ firstWish: SessionOpener.Wish,
    on screen: Screen,
    _ reader: inout LineReader
  ) throws {
    var lesson = first
    var wish = firstWish
    var named = transcript
    while true {
      let opener = SessionOpener(
        lesson: lesson,
        learner: learner,
        place: place(lesson, named),
        wish: wish
      )
      var loop = try opener.loop(on: screen)
      switch try loop.run(&reader) {
      case .left: return
      case .terminated(let signal): throw ExitCode(128 + signal)
      case .beginsAnew: wish = .beginAnew
      case .opens(let name):
        do {
          lesson = try shelf.lesson(name)
          (wish, named) = (.goOn, nil)
        } catch let error as ShelfError {
          try Terminal.say("\(error)")
          wish = .goOn
        }
      }
    }
  }

  private func place(_ lesson: Lesson, _ named: String?) -> SavePlace? {
    guard keeps else { return nil }
    if let named { return SavePlace(file: named) }
    if let place = SavePlace(lesson, learner: learner) { return place }
    Notice.send(ShellSentence.notSaved.words)
    return nil
  }
}
