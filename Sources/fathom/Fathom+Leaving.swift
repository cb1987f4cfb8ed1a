import Lessons
import ArgumentParser
import Glibc
import TerminalText

extension Fathom {
  /// A first word that is no command would be taken for an argument of the home screen.
  static func refuseUnknownCommand() throws {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"),
      !names.contains(word)
    else { return }
    if LessonShelf(named: nil).lessons.contains(where: { $0.header.id.value == word }) {
      throw ValidationError("\(word) is a lesson. To play it: fathom play \(word)")
    }
    let meant = Spelling.nearest(to: word, among: names).map { "Did you mean \($0)?" }
    throw ValidationError(
      "There is no command \"\(neutralised(word))\". \(meant ?? "fathom --help lists them.")"
    )
  }

  /// Ends the process: status 0 done, 1 something the user must act on, 2 usage.
  static func leave(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if !message.isEmpty {
      let fitted = code == .failure ? Terminal.fitted(message, to: STDERR_FILENO) : message
      try? Terminal.send(fitted + "\n", to: code == .success ? STDOUT_FILENO : STDERR_FILENO)
    }
    Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
  }
}
