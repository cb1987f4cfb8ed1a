import Foundation
import TestSupport
import Testing

/// Streams that are closed, and files that are none.
struct DiskEdgeTests {
  /// The number of a closed stream would go to the transcript, and all that is shown into it.
  @Test(arguments: [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"])
  func closedStreamsNeverBecomeTheTranscript(_ closing: String) throws {
    let fathom = try Fathom.growth()
    let lines = closing.hasPrefix("<") ? "" : "printf '\\ns = 2\\n1 +\\n' | "
    _ = try fathom.shell("\(lines)fathom play growth \(closing)")
    let replayed = try fathom.run("replay", fathom.transcript)
    #expect(replayed.status == 0 && replayed.output == "" && replayed.errors == "")
  }

  @Test func aPipeIsNoFileOfOurs() throws {
    let fathom = try Fathom.growth()
    let pipe = fathom.path("a.transcript")
    mkfifo(pipe, 0o600)
    for command in ["run", "replay", "check", "export"] {
      let result = try fathom.run(command, pipe)
      #expect(result.status == 1)
      #expect(
        result.errors.contains("\"\(pipe)\" is a pipe or a device, and no file."),
        "\(command): \(result.errors)"
      )
    }
    #expect(try fathom.run("run", "/dev/zero").errors.contains("is a pipe or a device"))
    // What a shell hands over is read.
    #expect(try fathom.shell("fathom run <(echo '1.5^2')").output == "2.25\n")
    #expect(try fathom.shell("echo '1.5^2' | fathom run /dev/stdin").output == "2.25\n")
  }

  @Test func aPipeAmongLessonsHidesItselfAlone() throws {
    let fathom = try Fathom.growth()
    mkfifo(fathom.path("lessons/09-pipe.lesson.md"), 0o600)
    #expect(try fathom.run("play", "growth", input: ["s = 2"]).status == 0)
    #expect(try fathom.run().output.contains("growth"))
  }

  @Test func statementsAreReadToABound() throws {
    let fathom = try Fathom()
    let said = "holds more than 16 MB of statements"
    let endless = try fathom.shell("head -c 17000000 /dev/zero | fathom run")
    #expect(endless.status == 1 && endless.errors.contains("\"stdin\" \(said)"))
    let file = try fathom.shell(
      "yes '# 1' | head -c 17000000 > long.fathom; fathom run long.fathom"
    )
    #expect(file.status == 1 && file.errors.contains("\"long.fathom\" \(said)"))
    // A pipe of whole statements may be as long as it likes.
    let pipe = try fathom.shell("(yes '# 1' | head -c 17000000; echo; echo 1 + 1) | fathom run")
    #expect(pipe.status == 0 && pipe.output == "2\n")
  }

  @Test func recordingAnewKeepsTheModeAndWaitsForNobody() throws {
    let fathom = try Fathom.growth()
    try fathom.run("play", "growth", input: ["s = 2"])
    let edited = try fathom.read(fathom.transcript) + "fathom> s = 3\n"
    try Data(edited.utf8).write(to: URL(filePath: fathom.transcript))
    chmod(fathom.transcript, 0o640)
    let busy = try fathom.shell(
      "flock '\(fathom.transcript)' \"$FATHOM\" replay --update '\(fathom.transcript)'"
    )
    #expect(busy.status == 1 && busy.errors.contains("is being played somewhere else."))
    #expect(try fathom.read(fathom.transcript) == edited)
    #expect(try fathom.run("replay", "--update", fathom.transcript).output.contains("re-recorded"))
    var status = stat()
    #expect(stat(fathom.transcript, &status) == 0 && status.st_mode & 0o777 == 0o640)
  }
}
