import ArgumentParser
import DeepNetworks
import Glibc

/// The program: its subcommands.
@main
struct Fathom: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fathom",
    abstract: "See in the shell why deep networks are hard to train.",
    version: "fathom \(Version.program) (engine \(Engine.version))",
    subcommands: [
      HomeCommand.self, NotebookCommand.self, PlayCommand.self, PresentCommand.self,
      ReplayCommand.self,
      CheckCommand.self,
      SubmitCommand.self, GradeCommand.self, ReleaseCommand.self,
      RunCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: HomeCommand.self
  )

  static func main() {
    // A reader that has gone and a file that may not grow are errors of a write, to be told.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot(try withCommand(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch {
      leave(error)
    }
  }
}
