import Lessons
import ArgumentParser
import Glibc
import TerminalText

extension Fathom {
  /// The arguments, with `play` before a first word that is no command and means a lesson.
  ///
  /// A word that is neither would be taken for an argument of the home screen.
  static func withCommand(_ arguments: [String]) throws -> [String] {
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word = arguments.first, !word.hasPrefix("-"), !commands.contains(word) else {
      return arguments
    }
    let folder = arguments.firstIndex(of: "--lessons").map { arguments[($0 + 1)...].first } ?? nil
    let lessons = LessonShelf(named: folder).names
    // What only begins a lesson's name may as well begin a command's.
    let isCommand = commands.contains { $0.hasPrefix(word) } && !lessons.ids.contains(word)
    if word.hasSuffix(".md") || (lessons.id(meantBy: word) != nil && !isCommand) {
      return ["play"] + arguments
    }
    let meant = Spelling.nearest(to: word, among: commands + lessons.ids)
    throw ValidationError(
      "There is no command and no lesson \"\(neutralised(word))\". "
        + (meant.map { "Did you mean \(neutralised($0))?" } ?? "fathom --help lists the commands.")
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
