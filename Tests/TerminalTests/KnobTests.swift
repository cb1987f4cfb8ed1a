import Foundation
import TerminalSupport
import Testing

/// `:knob s`: arrow keys turn a parameter and the figure changes in its place.
@Suite struct KnobTests {
  @Test func whatEnterKeepsIsOneInput() throws {
    let fathom = try Fathom()
    let screen = try atTheFigure(fathom)
    screen.type(":knob s")
    screen.press("Enter")
    try screen.wait("s = 1.5   arrows turn")
    screen.press("Right")
    try screen.wait("s = 1.6   arrows turn")
    try screen.wait("* s = 1.6   o s = 0.5")
    screen.press("S-Right")
    try screen.wait("s = 2.6   arrows turn")
    screen.press("Left")
    try screen.wait("s = 2.5   arrows turn")
    screen.press("Enter")
    try screen.wait("changed: s.")
    #expect(!screen.text.contains("arrows turn"))
    #expect(fathom.inputs("scaling").last == "s = 2.5")
  }

  @Test func whatEscGivesUpLeavesNothing() throws {
    let fathom = try Fathom()
    let screen = try atTheFigure(fathom)
    let inputs = fathom.inputs("scaling")
    screen.type(":knob s L")
    screen.press("Enter")
    try screen.wait("s = 1.5   L = 20   arrows turn")
    screen.press("Up")
    try screen.wait("s = 1.5   L = 21   arrows turn")
    // The author's range ends at 3.
    screen.press("S-Right", "S-Right")
    try screen.wait("s = 3   L = 21   arrows turn")
    screen.press("Escape")
    try screen.wait("the prompt alone") {
      !$0.contains("arrows turn") && $0.split(separator: " ").last?.hasSuffix("fathom>") == true
    }
    #expect(fathom.inputs("scaling") == inputs)
  }

  @Test func whatCannotBeTurnedIsSaid() throws {
    let fathom = try Fathom()
    let screen = try atTheFigure(fathom)
    try screen.enter(":knob net", "net is a network of 20 layers; a knob turns a number.")
    try screen.enter(":knob t", "There is no \"t\" to turn.")
    try screen.enter(":knob", "Turn what?")
  }

  private func atTheFigure(_ fathom: borrowing Fathom) throws -> Screen {
    let screen = try fathom.start("play scaling", rows: 40)
    try screen.enter("", "how large is each", prompt: "answer[guess]>")
    try screen.enter("28", "Your guess: 28.")
    return screen
  }
}
