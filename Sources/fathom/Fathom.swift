import ArgumentParser
import DeepNetworks
import Glibc

/// The program: its subcommands.
@main
struct Fathom: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fathom",
    abstract: "See in the shell why deep networks are hard to train.",
    usage: "fathom [<lesson> | <subcommand>]",
    discussion: """
      Alone it shows the lessons and how far you are, and runs what you type in a notebook of your \
      own. A lesson's name, its number or a beginning of its name plays it: fathom scaling, fathom 3.
      """,
    version: "fathom \(Version.program) (engine \(Engine.version))",
    subcommands: [
      HomeCommand.self, NotebookCommand.self, PlayCommand.self, PresentCommand.self,
      ReplayCommand.self, CheckCommand.self, SubmitCommand.self, GradeCommand.self,
      ReleaseCommand.self, BundleCommand.self, ExportCommand.self, NewCommand.self, RunCommand.self,
      DoctorCommand.self, GradeWorkerCommand.self, GradeUnpackCommand.self,
      LessonFormatCommand.self,
    ],
    defaultSubcommand: HomeCommand.self
  )

  static func main() {
    Engine.keepFreedMemory()
    Disk.occupyStandardStreams()
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
