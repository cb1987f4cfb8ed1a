import ArgumentParser
import Glibc

/// `fathom replay TRANSCRIPT…`: plays inputs again and compares.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Play transcripts again and say where they differ.",
    discussion: """
      Quiet where everything is the same. Exit status 1: something differs, could not be compared, \
      or was recorded anew.
      """
  )

  @Argument(help: "Transcripts.", completion: .file())
  var files: [String]

  @Flag(help: "Record anew what differs.")
  var update = false

  @Option(help: "The lesson to play (else the one that the transcript names).")
  var lesson: String?

  @Option(help: "Other widths at which inputs and marks must be the same and lines must fit.")
  var columns: String?

  @OptionGroup var shelf: ShelfOptions

  func validate() throws {
    guard widths != nil else {
      throw ValidationError("--columns takes widths from 20 to 500, such as 40,132.")
    }
  }

  private var widths: [Int]? {
    guard let columns else { return [] }
    let numbers = columns.split(separator: ",").map { Int($0) ?? 0 }
    return numbers.allSatisfy { (20...500).contains($0) } && !numbers.isEmpty ? numbers : nil
  }

  mutating func run() throws {
    var replayer = TranscriptReplayer(
      lesson: lesson,
      shelf: shelf.shelf,
      widths: widths ?? [],
      updates: update
    )
    var isGood = true
    for file in files { isGood = replayer.replay(file) && isGood }
    withExtendedLifetime(replayer) { Glibc.exit(isGood ? 0 : 1) }
  }
}
