import ArgumentParser
import Glibc
import Pages
import TerminalText

/// `fathom export FILE`: a lesson, a session, a notebook or a course as pages.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a lesson, a session, a notebook or a course as a page.",
    discussion: """
      HTML is one file with figures, readable without a script, in the dark and on paper; Markdown \
      is what forges render. A folder of lessons becomes a small site. Keys stand on it only with \
      --keys: without, a session is shown as it would be on the learners' copy. A session's page \
      bears the name and the answers that its transcript does; :save writes one without them.

        fathom export scaling
        fathom export scaling@ada.transcript -o ada.html --keys
        fathom export mine --to markdown
        fathom export lessons --to html -o site/
      """
  )

  @Argument(
    help: ArgumentHelp(
      "A lesson (id, number or file), a transcript, a notebook's name, or a folder of lessons.",
      valueName: "what"
    ),
    completion: .file()
  )
  var what: String

  @Option(
    name: .customLong("to"),
    help: "html or markdown (else by the ending of the output's name)."
  )
  var format: PageFormat?

  @Option(
    name: .shortAndLong,
    help:
      "The file to write, of a course the folder (else NAME.html or NAME-site here); - is standard output.",
    completion: .file()
  )
  var output: String?

  @Flag(help: "Show the keys: for instructors.")
  var keys = false

  @Flag(help: "Overwrite what is there.")
  var force = false

  @Option(help: "The lesson of a transcript (else the one that it names).")
  var lesson: String?

  @OptionGroup var shelf: ShelfOptions

  mutating func run() throws {
    let format = format ?? output.flatMap { PageFormat(endingOf: $0) } ?? .html
    let exporter = Exporter(shelf: shelf.shelf, lesson: lesson, withKeys: keys)
    if Disk.isFolder(what) {
      let site = try exporter.site(what)
      try PageWriter(overwrites: force).write(
        format.files(site),
        in: output ?? "\(PageWriter.name(ofFolder: what))-site"
      )
    } else {
      let document = try exporter.document(what)
      for remark in document.remarks { Notice.send("\(neutralised(what)): \(remark)") }
      let text = format.text(document)
      if output == "-" {
        try Terminal.send(text, to: STDOUT_FILENO)
      } else {
        try PageWriter(overwrites: force).write(
          text,
          to: output ?? "\(exporter.fileName(what, document)).\(format.ending)"
        )
      }
    }
  }
}
