import TestSupport
import Testing

@Suite struct ResizeTests {
  @Test func aLongLineSurvivesManySizes() throws {
    let screen = try Screen.probe("", rows: 10)
    // on a screen with empty rows below, tmux scrolls rows out of reach when it reflows
    for _ in 1...6 { try screen.enter("x") }
    let line = String((0..<50).map { Character(String($0 % 10)) })
    screen.type(line)
    try screen.wait(line)
    for columns in [30, 60, 25, 120] {
      screen.resize(columns: columns, rows: 10)
      let first = "ŷ› " + line.prefix(columns - 3)
      try screen.wait("the line at \(columns)") { _ in
        screen.rows.contains(first) && screen.rows.filter { $0.hasPrefix("ŷ› 0") }.count == 1
      }
    }
    screen.press("Home", "x", "Enter")
    try screen.wait("got <x\(line)>")
  }

  @Test func anEntryOfManyLinesIsDrawnAgainWhole() throws {
    let screen = try Screen.probe()
    screen.paste("first\nsecond ŷ\nthird")
    try screen.wait("third")
    screen.press("Up", "Up", "Home")
    try screen.wait("first row") { _ in screen.cursor == "3,1" }
    screen.resize(columns: 40, rows: 15)
    try screen.wait("the entry at 40") { _ in
      screen.rows[1...3] == ["ŷ› first", "second ŷ", "third"] && screen.cursor == "3,1"
    }
    screen.press("Enter")
    try screen.wait("got <first⏎second ŷ⏎third>")
  }

  @Test func aResizeDuringARunCounts() throws {
    let screen = try Screen.probe("", columns: 40)
    screen.type("run")
    screen.press("Enter")
    try screen.wait("running")
    screen.resize(columns: 100, rows: 24)
    screen.press("C-c")
    try screen.wait("cancelled")
    try screen.waitForPrompt()
    let line = String(repeating: "abcdefghi ", count: 8)
    screen.type(line)
    try screen.wait("one row") { _ in
      screen.rows.contains { $0.hasPrefix("ŷ› " + line.dropLast()) }
    }
  }

  @Test func tinyWindowsWork() throws {
    let screen = try Screen.probe("", columns: 20, rows: 5)
    screen.type("a line that is longer than the window")
    screen.press("Enter")
    try screen.wait("got <")
    try screen.waitForPrompt()
    screen.resize(columns: 10, rows: 2)
    screen.type("b")
    screen.press("Enter")
    try screen.wait("<b> 1")
  }
}
