import Glibc
import Grading

/// Writes what was asked for; nothing is overwritten unless that was asked too.
struct GradeWriter {
  let options: GradeOutputOptions

  /// Writes all of it, and says whether nothing is left for a person to mend.
  func write(_ sheet: GradeSheet) throws -> Bool {
    if let queue = options.queue { try Disk.replace(queue, with: sheet.queue) }
    if let folder = options.feedback { try write(sheet.feedback + sheet.feedbackPages, to: folder) }
    let (text, remarks) = try report(sheet)
    for remark in remarks { Notice.send(remark) }
    if let output = options.output {
      try Disk.replace(output, with: text)
    } else {
      try Terminal.send(text, to: STDOUT_FILENO)
    }
    return remarks.isEmpty
  }

  private func report(_ sheet: GradeSheet) throws -> (text: String, remarks: [String]) {
    switch options.format {
    case .text: return (options.insight ? sheet.insightText : sheet.text, [])
    case .json: return (sheet.json, [])
    case .csv: return (sheet.csv, [])
    case .junit: return (sheet.junit, [])
    case .gradescope:
      if let text = sheet.gradescope(options.visibility) { return (text, []) }
      // Whoever handed in is told there, for they read nothing else.
      let fault = GradeFault.severalFiles(sheet.fileCount).description
      return (GradeSheet.gradescope(without: fault, options.visibility), [fault])
    case .canvas, .moodle:
      guard let path = options.gradebook else { return ("", []) }
      let book = try GradeTermsOptions.table(path) { bytes throws(TableError) in
        var book = try ExportedGradebook(bytes)
        try book.fill(sheet, column: options.column, missingIsZero: options.missing == .zero)
        return book
      }
      return (book.text, book.remarks)
    }
  }

  private func write(_ texts: [(file: String, text: String)], to folder: String) throws {
    try Disk.makeFolder(folder)
    let paths = texts.map { "\(folder)/\($0.file)" }
    if !options.force, let taken = paths.first(where: { Disk.exists($0) }) {
      throw GradeFault.occupied(taken).usage
    }
    for (path, text) in zip(paths, texts) { try Disk.replace(path, with: text.text, mode: 0o600) }
  }
}
