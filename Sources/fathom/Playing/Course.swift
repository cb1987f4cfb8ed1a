import ArgumentParser
import Lessons
import LineEditing
import Sessions
import TerminalText

/// What somebody plays: a lesson or a notebook, and then one lesson after another, until they leave.
struct Course {
  let shelf: LessonShelf
  var learner: String?
  /// A file that was named for the transcript of the first lesson.
  var transcript: String?
  var keeps = true

  /// Where one is: in a lesson, or in a notebook of one's own.
  fileprivate enum Stop {
    case lesson(Lesson, SessionOpener.Wish)
    case notebook(NotebookOpener)
  }

  /// Plays a lesson, and then those that are asked for.
  func play(_ lesson: Lesson, wish: SessionOpener.Wish) throws {
    try play(.lesson(lesson, wish))
  }

  /// Opens a notebook, and then plays the lessons that are asked for.
  func open(_ notebook: NotebookOpener) throws { try play(.notebook(notebook)) }

  private func play(_ first: Stop) throws {
    switch Screen.own {
    case .page(let echoes):
      var reader = LineReader(showsPrompt: !echoes)
      // What nobody writes into need not be opened.
      if case .notebook = first, try reader.isAtEnd() { return }
      try play(first, on: .page(echoes: echoes), &reader)
    case .terminal:
      try MainActor.assumeIsolated { try playOnTerminal(first) }
    }
  }

  @MainActor
  private func playOnTerminal(_ first: Stop) throws {
    var configuration = LineEditor.Configuration()
    configuration.historyPath = keeps ? SavePlace.history : nil
    let editor = LineEditor(configuration)
    defer { editor.close() }
    var reader = LineReader(EditedLines(editor, OfferedLessons(shelf)))
    try play(first, on: .terminal, &reader)
  }

  private func play(_ first: Stop, on screen: Screen, _ reader: inout LineReader) throws {
    var stop = first
    var named = transcript
    while true {
      var loop = try loop(stop, named, on: screen)
      let ending = try loop.run(&reader)
      switch ending {
      case .left: return
      case .terminated(let signal): throw ExitCode(128 + signal)
      case .beginsAnew: stop.setWish(.beginAnew)
      case .opens(let name):
        do {
          stop = .lesson(try shelf.lesson(name), .goOn)
          named = nil
        } catch let error as ShelfError {
          try Terminal.say("\(error)")
          stop.setWish(.goOn)
        }
      }
    }
  }

  private func loop(_ stop: Stop, _ named: String?, on screen: Screen) throws -> PlayLoop {
    switch stop {
    case .lesson(let lesson, let wish):
      let place = place(lesson, named)
      var loop = try SessionOpener(lesson: lesson, learner: learner, place: place, wish: wish)
        .loop(on: screen)
      if case .terminal = screen {
        loop.otherLessons = OtherLessons(shelf: shelf)
        loop.isFirstLesson = LessonShelf.number(of: lesson.path) == 1
        loop.findBehind = { [shelf, learner] in
          LessonBehind(lesson.header.id.value, on: shelf, learner: learner)
        }
      }
      return loop
    case .notebook(let notebook):
      var loop = try notebook.loop(on: screen)
      if case .terminal = screen, notebook.home == nil {
        loop.otherLessons = OtherLessons(shelf: shelf)
      }
      return loop
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

extension Course.Stop {
  /// Has it begun anew, or gone on with, when it is opened again.
  fileprivate mutating func setWish(_ wish: SessionOpener.Wish) {
    switch self {
    case .lesson(let lesson, _): self = .lesson(lesson, wish)
    case .notebook(var notebook):
      notebook.beginsAnew = wish == .beginAnew
      self = .notebook(notebook)
    }
  }
}
