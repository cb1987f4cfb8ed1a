import Foundation
import TestSupport
import Testing

@Suite struct KeyTests {
  private func keys() throws -> Screen {
    let screen = try Screen.probe("", rows: 50)
    screen.type("keys")
    screen.press("Enter")
    try screen.wait("the key mode") { _ in screen.rows.contains("keys") }
    return screen
  }

  private func pressed(_ screen: borrowing Screen) -> [String] {
    screen.rows.filter { $0.hasPrefix("key ") }.map { String($0.dropFirst(4)) }
  }

  @Test func eachKeyHasItsName() throws {
    let screen = try keys()
    screen.press(
      "Up",
      "Down",
      "Left",
      "Right",
      "S-Up",
      "S-Down",
      "S-Left",
      "S-Right",
      "Home",
      "End",
      "PageUp",
      "PageDown",
      "Enter",
      "Tab",
      "BTab",
      "BSpace",
      "DC",
      "a",
      "ŷ",
      "Space",
      "C-l",
      "F5",
      "C-Up",
      "M-x",
      "Escape"
    )
    try screen.wait("key escape")
    let names = [
      "up", "down", "left", "right", "shiftUp", "shiftDown", "shiftLeft", "shiftRight", "home",
      "end", "pageUp", "pageDown", "enter", "tab", "backTab", "backspace", "delete",
      "character(\"a\")", "character(\"ŷ\")", "character(\" \")", "control(\"l\")", "unknown",
      "unknown", "unknown", "escape",
    ]
    #expect(pressed(screen) == names)
    screen.press("q")
    try screen.waitForPrompt()
    try screen.enter("a line again")
  }

  @Test func ctrlCIsAKeyAndStopsWork() throws {
    let screen = try keys()
    screen.press("C-c")
    try screen.wait("key interrupt")
    screen.press("w")
    try screen.wait("key character(\"w\")")
    screen.press("C-c")
    try screen.wait("noticed\nkey interrupt")
    screen.press("q")
    try screen.waitForPrompt()
  }

  @Test func resizeTimeoutStopAndEndAreResults() throws {
    let screen = try keys()
    screen.resize(columns: 60, rows: 40)
    try screen.wait("key resized")
    screen.press("t")
    try screen.wait("key timeout")
    kill(try screen.process(), SIGTERM)
    try screen.wait("key terminated(signal: 15)")
    try screen.wait("terminated 15")
    try screen.wait("isig icanon echo")
  }

  @Test func ctrlZAndFgAskForARedraw() throws {
    let screen = try Screen(
      "PS1='sh> ' bash --norc --noprofile -i",
      environment: Programs.environment(["PROBE": Programs.probe])
    )
    try screen.wait("sh> ")
    screen.type("\"$PROBE\"")
    screen.press("Enter")
    try screen.wait("›")
    screen.type("keys")
    screen.press("Enter")
    try screen.wait("the key mode") { _ in screen.rows.contains("keys") }
    screen.press("C-z")
    try screen.wait("Stopped")
    screen.type("fg")
    screen.press("Enter")
    try screen.wait("key resumed")
    screen.press("x")
    try screen.wait("key character(\"x\")")
  }

  @Test func aCrashWhileKeysAreReadRestoresTheTerminal() throws {
    let screen = try keys()
    kill(try screen.process(), SIGSEGV)
    try screen.wait("RC=139")
    try screen.wait("isig icanon echo")
  }

  @Test func aPipeIsReadAsKeys() {
    let input = "keys\na\u{1B}[Aŷ\n\u{1B}"
    let lines = Programs.run([Programs.probe], input: Data(input.utf8)).output
      .split(separator: "\n").dropFirst()
    #expect(
      lines == [
        "keys", "key character(\"a\")", "key up", "key character(\"ŷ\")", "key enter",
        "key escape", "key endOfInput", "end",
      ]
    )
  }
}
