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
      is what forges render; a cast is a recording for asciinema. A folder of lessons becomes a small \
      site. Keys stand on it only with \
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
    help: "html, markdown or cast (else by the ending of the output's name)."
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
    let writer = PageWriter(overwrites: force)
    if Disk.isFolder(what) {
      let files = try files(of: what, exporter, format)
      let folder = output ?? "\(PageWriter.name(ofFolder: what))-site"
      return try writer.write(files, in: folder)
    }
    let original = try exporter.original(what)
    let text = try text(of: original, exporter, format)
    if output == "-" {
      try Terminal.send(text, to: STDOUT_FILENO)
    } else {
      let name = exporter.fileName(what, original)
      try writer.write(text, to: output ?? "\(name).\(format.ending)")
    }
  }

  private func text(
    of original: Exporter.Original,
    _ exporter: Exporter,
    _ format: PageFormat
  ) throws -> String {
    if format == .cast { return try exporter.cast(original).text }
    let document = try exporter.document(original)
    for remark in document.remarks { Notice.send("\(neutralised(what)): \(remark)") }
    return format == .html ? document.html() : document.markdown()
  }

  private func files(
    of folder: String,
    _ exporter: Exporter,
    _ format: PageFormat
  ) throws -> [Site.File] {
    switch format {
    case .html: return try exporter.site(folder).html
    case .markdown: return try exporter.site(folder).markdown
    case .cast:
      throw ValidationError(
        "A cast is of one lesson or session; name one of \(neutralised(folder))."
      )
    }
  }
}
