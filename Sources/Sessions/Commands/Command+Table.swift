extension Command {
  /// All commands, in the order in which the help lists them: the session's, then the shell's.
  package static let all: [Command] = [
    next, back, go, steps, answer, hint, skip, score, submit, vote, undo, mine, reset, show, run,
    describe, data,
    point, why, notebook, note, set, help, quit, edit, knob, open, save, forget,
  ]

  /// Those that a session carries out; of the others it knows nothing.
  package static let ofSession = all.filter { !$0.isOfShell }
  static let names = Set(all.map(\.name))
  /// By the words that mean them without a colon; asked for at every line.
  static let byBareWord = Dictionary(
    ofSession.flatMap { command in command.bareWords.map { ($0, command) } }
  ) { first, _ in first }
  package static let ofShell = all.filter(\.isOfShell)
}
