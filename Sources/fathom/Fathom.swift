import ArgumentParser
import DeepNetworks
import Glibc
import Lessons
import TerminalText

/// The program: its subcommands, and the exit status that each way out has.
@main
struct Fathom: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fathom",
    abstract: "See in the shell why deep networks are hard to train.",
    version: "fathom \(Version.program) (engine \(Engine.version))",
    subcommands: [
      HomeCommand.self, PlayCommand.self, PresentCommand.self, ReplayCommand.self,
      CheckCommand.self,
      GradeCommand.self, ReleaseCommand.self,
      RunCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: HomeCommand.self
  )

  static func main() {
    // A reader that has gone and a file that may not grow are errors of a write, to be told.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      try refuseUnknownCommand()
      var command = try parseAsRoot()
      try command.run()
    } catch {
      leave(error)
    }
  }

  /// A first word that is no command would be taken for an argument of the home screen.
  private static func refuseUnknownCommand() throws {
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

  /// 0 done, 1 something the user must act on, 2 usage.
  private static func leave(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if !message.isEmpty {
      let fitted = code == .failure ? Terminal.fitted(message, to: STDERR_FILENO) : message
      try? Terminal.send(fitted + "\n", to: code == .success ? STDOUT_FILENO : STDERR_FILENO)
    }
    Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
  }
}

enum Version {
  static let program = "0.1.0"
}
