import Foundation
import TestSupport
import Testing

/// `:save figure.svg` works the figure out again: it says how far it is, and Ctrl-C stops it.
@Suite struct SavingTests {
  /// A second of work and more.
  private static let dear = "heatmap f(n) over n in 1...60, g in 1...24"

  @Test func aDearFigureShowsItsProgressAndCanBeStopped() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    let file = fathom.path("x.svg")
    let setting = [
      "g = 1",
      "part(n) = network(gaussian(gain: g), width: 64, depth: 60, seed: n)",
      "f(n) = rms(part(n)(ones(64)))",
    ]
    for line in setting { try screen.enter(line, line) }
    screen.type(Self.dear)
    screen.press("Enter")
    try screen.wait("the bar of the figure") { $0.contains("Ctrl-C stops") }
    try screen.wait("the figure") { $0.contains("f(n)") && !$0.contains("Ctrl-C stops") }
    try screen.waitForPrompt()
    screen.type(":save \(file)")
    screen.press("Enter")
    try screen.wait("the bar of saving") { $0.contains("Ctrl-C stops") }
    screen.press("C-c")
    try screen.wait("the end of saving") { _ in screen.history.contains("Cancelled.") }
    try screen.waitForPrompt()
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(!fathom.inputs("scaling").contains(":cancelled"))
    screen.type(":save \(file)")
    screen.press("Enter")
    try screen.wait("the figure is saved") { _ in screen.history.contains("The figure is saved") }
    try screen.waitForPrompt()
    #expect(FileManager.default.fileExists(atPath: file))
    try screen.enter("1 + 1", "1 + 1 = 2")
  }
}
