import Foundation
import TestSupport
import Testing

/// `:knob s`: arrow keys turn a parameter and the figure changes in its place.
@Suite struct KnobTests {
  @Test func whatEnterKeepsIsOneInput() throws {
    let fathom = try Fathom()
    let screen = try atTheFigure(fathom)
    try screen.turn("s", "s = 1.5   arrows turn")
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
    try screen.turn("s L", "s = 1.5   L = 20   left, right turn s")
    screen.press("Up")
    try screen.wait("s = 1.5   L = 21   left, right turn s")
    // The author's range ends at 3.
    screen.press("S-Right", "S-Right")
    try screen.wait("s = 3   L = 21   left, right turn s")
    screen.press("Escape")
    try screen.wait("the prompt alone") {
      !$0.contains("right turn s") && $0.split(separator: " ").last?.hasSuffix("fathom>") == true
    }
    #expect(fathom.inputs("scaling") == inputs)
  }

  @Test func theValuesOfTheStepStandBelowItsFigure() throws {
    let screen = try atTheFigure(Fathom())
    try screen.enter("rms(a[2])", "2.25")
    try screen.turn("s", "rms(a[2]) = 2.25\ns = 1.5   arrows turn")
    screen.press("Right")
    try screen.wait("rms(a[2]) = 2.56\ns = 1.6   arrows turn")
    screen.press("Escape")
    try screen.wait("fathom>")
  }

  @Test func aSlowFrameSaysHowFarItIsAndTheNextKeyDropsIt() throws {
    let screen = try atTheFigure(Fathom())
    try screen.enter("d = 1", "d = 1")
    try screen.enter(
      "f(k) = rms(network(gaussian(), width: 64, depth: d, seed: k)(ones(64)))",
      "the function f(k)"
    )
    try screen.enter("table mean_over(f, 1...200)*t over t in [1, 2]", "mean_over(f")
    try screen.turn("d", "d = 1   arrows turn")
    // A thousand layers deep it takes long, by whatever machine.
    for _ in 0..<10 { screen.press(Array(repeating: "S-Right", count: 10)) }
    try screen.wait("d = 1001   [")
    try screen.wait("any key drops it")
    screen.press("Left")
    try screen.wait("d = 1000   [")
    screen.press("Escape")
    try screen.wait("the prompt alone") {
      !$0.contains("drops it") && $0.split(separator: " ").last?.hasSuffix("fathom>") == true
    }
    #expect(!screen.history.contains("d = 1001   arrows turn"))
  }

  @Test func aKeyThatTurnsNothingLosesNoFrame() throws {
    let screen = try atTheFigure(Fathom())
    try screen.turn("s", "s = 1.5   arrows turn")
    screen.press("Right", "Right", "x")
    try screen.wait("s = 1.7   arrows turn")
    screen.press("Escape")
    try screen.wait("fathom>")
  }

  @Test func whatDependsOnNoKnobIsSaid() throws {
    let screen = try atTheFigure(Fathom())
    try screen.enter("alone = 7", "alone")
    try screen.turn("alone", "Nothing that this step has shown depends on alone.")
    screen.press("Escape")
    try screen.wait("fathom>")
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

extension Screen {
  /// Takes knobs into the hand.
  fileprivate func turn(_ names: String, _ expected: String) throws {
    type(":knob " + names)
    press("Enter")
    try wait(expected)
  }
}
