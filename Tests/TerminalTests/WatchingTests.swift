import Foundation
import TestSupport
import Testing

/// Somebody else's session, watched at a human speed and taken from there.
@Suite struct WatchingTests {
  /// A session of the small lesson, kept in a file.
  private func watched() throws -> (Fathom, String) {
    let fathom = try Fathom(lessons: Growth.folder)
    let file = fathom.path("ada.transcript")
    let played = ["play", "growth", "--learner", "Ada", "--transcript", file]
    try fathom.run(played, input: Growth.diligent)
    return (fathom, file)
  }

  private func start(_ fathom: Fathom, _ arguments: String) throws -> Screen {
    let command = "exec \"$FATHOM\" play --from \(arguments)"
    return try Screen("/bin/sh -c \(Screen.quoted(command))", environment: fathom.environment())
  }

  /// Presses Enter, which goes on at once, until something was shown.
  private func hurry(_ screen: borrowing Screen, until expected: String) throws {
    for _ in 0..<400 {
      if screen.history.contains(expected) { return }
      screen.press("Enter")
    }
    try screen.wait(expected)
  }

  @Test func whoTakesItGoesOnInATranscriptOfTheirOwn() throws {
    let (fathom, file) = try watched()
    let before = try fathom.read(file)
    let screen = try start(fathom, Screen.quoted(file))
    try screen.wait("t: yours from here")
    try hurry(screen, until: "answer[")
    screen.press("Space")
    try screen.wait("Enter: go on")
    screen.type("t")
    try screen.waitForPrompt()
    try screen.enter("? 6*7", "42")
    screen.press("C-d")
    try screen.wait("RC=0\nisig icanon echo")
    let kept = fathom.path("state/fathom/growth.tried.transcript")
    let own = try fathom.read(kept)
    #expect(screen.history.replacing("\n", with: "").contains("growth.tried.transcript"))
    #expect(own.contains("? 6*7") && !own.contains("Ada"))
    #expect(try fathom.read(file) == before)
    let replay = try fathom.run(["replay", kept])
    #expect(replay.status == 0, "\(replay.output)\(replay.errors)")
  }

  @Test func itIsWatchedToItsEndAndNothingIsKept() throws {
    let (fathom, file) = try watched()
    let screen = try start(fathom, Screen.quoted(file))
    try screen.wait("t: yours from here")
    try hurry(screen, until: "That was all.")
    #expect(screen.history.contains("Because each layer multiplies."))
    screen.type("q")
    try screen.wait("RC=0\nisig icanon echo")
    #expect(!FileManager.default.fileExists(atPath: fathom.path("state/fathom")))
  }

  @Test func ctrlCLeavesAndAPipeIsRefused() throws {
    let (fathom, file) = try watched()
    let screen = try start(fathom, Screen.quoted(file))
    try screen.wait("t: yours from here")
    screen.press("C-c")
    try screen.wait("RC=0\nisig icanon echo")
    let piped = try fathom.run("play", "--from", file)
    #expect(piped.status == 2 && piped.errors.contains("--from needs a terminal."))
    #expect(try fathom.run("play", "--from", file, "--fresh").status == 2)
  }
}
