import Lessons
import ArgumentParser
import Glibc
import TerminalText

extension Fathom {
  /// What `--lessons` names, before anything else of the arguments is looked at.
  private static func lessonsFolder(_ arguments: [String]) -> String? {
    let option = "--lessons"
    for (index, argument) in arguments.enumerated() {
      if argument == option { return arguments[(index + 1)...].first }
      if argument.hasPrefix(option + "=") { return String(argument.dropFirst(option.count + 1)) }
    }
    return nil
  }

  /// The arguments, with `play` before a first word that is no command and means a lesson.
  ///
  /// `help lesson` is no help on a command.
  /// A word that is neither would be taken for an argument of the home screen.
  static func withCommand(_ arguments: [String]) throws -> [String] {
    if arguments == ["help", "lesson"] {
      return [LessonFormatCommand.configuration.commandName].compactMap { $0 }
    }
    let known = configuration.subcommands.map { $0.configuration }
    let commands = known.filter { $0.shouldDisplay }.compactMap { $0.commandName } + ["help"]
    guard let word = arguments.first, !word.hasPrefix("-"), !commands.contains(word),
      !known.contains(where: { $0.commandName == word })
    else {
      return arguments
    }
    let shelf = LessonShelf(named: lessonsFolder(arguments))
    if word.hasSuffix(".md") || shelf.hasFile(named: word) { return ["play"] + arguments }
    let lessons = shelf.names
    let begun = commands.filter { $0.hasPrefix(word) } + lessons.ids(begunBy: word)
    if lessons.ids.contains(word) || (begun.count < 2 && lessons.id(meantBy: word) != nil) {
      return ["play"] + arguments
    }
    let meant = Spelling.nearest(to: word, among: commands + lessons.ids) ?? begun.first
    throw ValidationError(
      "There is no command and no lesson \"\(neutralised(word))\". "
        + (begun.count > 1
          ? "These begin so: \(begun.map { neutralised($0) }.joined(separator: ", "))."
          : meant.map { "Did you mean \(neutralised($0))?" } ?? "fathom --help lists the commands.")
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
