import ArgumentParser
import Sessions

/// `fathom notebook [FILE]`: a notebook of one's own.
struct NotebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook",
    abstract: "A notebook of your own: statements and figures, no lesson.",
    discussion: """
      What you type is kept as a transcript in $XDG_STATE_HOME/fathom/notebooks \
      (~/.local/state/fathom/notebooks) and goes on where you stopped. Without a name it is the one of \
      the home screen. :save FILE in it writes a copy without your name to hand on.

        fathom notebook mine
        printf 's = 1.5\\ns^20\\n' | fathom notebook ./powers.transcript
        fathom replay powers.transcript
      """
  )

  @Argument(
    help: ArgumentHelp(
      "A notebook's name; a file where it has a slash or ends in .transcript.",
      valueName: "name or file"
    ),
    completion: .file()
  )
  var named: String = Session.Subject.home

  @OptionGroup var shelf: ShelfOptions

  @Flag(help: "Begin anew; what you had is set aside.")
  var fresh = false

  func run() throws {
    var notebook = try Usage.checked { try NotebookOpener(named: named) }
    notebook.beginsAnew = fresh
    try Course(shelf: shelf.shelf).open(notebook)
  }
}
