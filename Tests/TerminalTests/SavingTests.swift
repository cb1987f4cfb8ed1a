import Foundation
import TestSupport
import Testing

/// `:save figure.svg` works the figure out again: it says how far it is, and Ctrl-C stops it.
@Suite struct SavingTests {
  @Test func aDearFigureShowsItsProgressAndCanBeStopped() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    let file = fathom.path("x.svg")
    let setting = [
      "deep = 2",
      "part(n) = network(gaussian(), width: 64, depth: deep, seed: n)",
      "f(n) = rms(part(n)(ones(64)))",
    ]
    for line in setting { try screen.enter(line, line) }
    try screen.enter("plot f(n) over n in 1...2000", "f(n)")
    // Seconds of a fast machine: the figure is stale now, and only saving works it out.
    try screen.enter("deep = 400", "stale")
    screen.type(":save \(file)")
    screen.press("Enter")
    try screen.wait("the bar of saving") { $0.contains("Ctrl-C stops") }
    screen.press("C-c")
    try screen.wait("the end of saving") { _ in screen.history.contains("Cancelled.") }
    try screen.waitForPrompt()
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(!fathom.inputs("scaling").contains(":cancelled"))
    try screen.enter("deep = 1", "deep = 1")
    screen.type(":save \(file)")
    screen.press("Enter")
    try screen.wait("the figure is saved") { _ in screen.history.contains("The figure is saved") }
    try screen.waitForPrompt()
    #expect(FileManager.default.fileExists(atPath: file))
    try screen.enter("1 + 1", "1 + 1 = 2")
  }

  /// However its file is taken from it, a session says so at once and goes on in another, whole.
  @Test(arguments: [
    "rm FILE", "mv FILE FILE.old", "echo > FILE", "echo x >> FILE", "cp FILE o; mv o FILE",
  ])
  func aFileTakenAwayIsNoticed(_ deed: String) throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    let file = fathom.path("state/fathom/scaling.transcript")
    let copy = fathom.path("copy.transcript")
    try screen.enter("s = 1.25", "s = 1.25")
    _ = try fathom.shell("cd state/fathom && " + deed.replacing("FILE", with: "scaling.transcript"))
    screen.type("s^2")
    screen.press("Enter")
    try screen.wait("the news") { _ in
      screen.history.contains("was removed or changed by something else")
    }
    try screen.wait("what it gives") { _ in screen.history.contains("1.5625") }
    try screen.waitForPrompt()
    try screen.enter("s^3", "1.95312")
    screen.type(":save \(copy)")
    screen.press("Enter")
    try screen.wait("the copy is saved") { _ in screen.history.contains("copy.transcript") }
    try screen.waitForPrompt()
    screen.press("C-d")
    try screen.wait("the end") { $0.contains("RC=0") || $0.contains("Kept") }
    for kept in ["\(file).1", copy] {
      let text = try fathom.read(kept)
      #expect(text.contains("> s = 1.25\n") && text.contains("> s^2\n") && text.contains("> s^3\n"))
      #expect(try fathom.run("replay", kept).status == 0)
    }
  }
}
