import ArgumentParser
import Grading
import Sessions
import TerminalText

/// `fathom bundle SERVICE LESSON`: what a service needs to mark by itself.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Make what a service needs to mark a lesson by itself.",
    subcommands: [GradescopeCommand.self, GitHubCommand.self]
  )

  /// `fathom bundle gradescope LESSON [OUT.zip]`: an autograder to upload as it is.
  struct GradescopeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gradescope",
      abstract: "Write the autograder of a lesson for Gradescope: a zip to upload as it is.",
      discussion: """
        This program, the libraries that it needs and the lesson travel in it; nothing is installed \
        there. Choose an image of Ubuntu 22.04 or later.
        """
    )

    @OptionGroup var options: BundleOptions

    @Argument(help: "The file to write (else LESSON-gradescope.zip).", completion: .file())
    var output: String?

    @Option(help: "To whom Gradescope shows the result.")
    var visibility = GradeSheet.Visibility.visible

    @Flag(help: "Mark only a file that bears the name of who hands it in, as Gradescope has it.")
    var own = false

    func validate() throws {
      guard !own || options.roster == nil else {
        throw ValidationError(
          "--own takes the names of Gradescope, so --roster has nothing to say."
        )
      }
    }

    mutating func run() throws {
      let lesson = try options.bundled()
      let output = output ?? "\(lesson.id)-gradescope.zip"
      try options.check([output])
      let bundle = try GradescopeBundle(OwnProgram(), lesson, visibility, isOwn: own)
      try ZipFile.write(bundle.members, to: output)
      try Terminal.say("Written: \(neutralised(output)).")
    }
  }

  /// `fathom bundle github LESSON [FOLDER]`: the files of a Classroom's template repository.
  struct GitHubCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "github",
      abstract: "Write the workflow of a lesson for GitHub Classroom, and what it runs.",
      discussion: """
        They stand below .github in the repository from which each learner's is made. A push is marked, \
        and passes with --minimum points. Whoever can read a repository can read the keys in it: for \
        marks that count collect the repositories, and mark them with `fathom grade FOLDER --identity \
        folder`.
        """
    )

    @OptionGroup var options: BundleOptions

    @Argument(help: "The repository (else the current folder).", completion: .directory)
    var folder = "."

    @Option(help: "The points with which a push passes (else all that a machine gives).")
    var minimum: String?

    func validate() throws {
      guard minimum == nil || least != nil else {
        throw ValidationError("--minimum takes points, such as 10 or 7.5.")
      }
    }

    /// The points of `--minimum`, in hundredths.
    private var least: Int? { minimum.flatMap { hundredths(of: $0) } }

    mutating func run() throws {
      let lesson = try options.bundled()
      let bundle = try GitHubBundle(OwnProgram(), lesson, minimum: least ?? lesson.most)
      let paths = bundle.members.map { "\(folder)/\($0.path)" }
      try options.check(paths)
      for (path, member) in zip(paths, bundle.members) {
        try Disk.makeFolder(Disk.parent(of: path), mode: 0o755)
        try Disk.replace(path, with: member.bytes, mode: member.isProgram ? 0o755 : 0o644)
      }
      try Terminal.say("Written: \(paths.count) files below \(neutralised(folder))/.github.")
    }
  }
}
