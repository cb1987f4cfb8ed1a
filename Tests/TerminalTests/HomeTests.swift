import TestSupport
import Testing

@Suite struct HomeTests {
  @Test func theLessonsAndHowFarOneIs() throws {
    let fathom = try Fathom()
    let screen = try fathom.start()
    #expect(screen.text.contains("0 of 6 lessons done"))
    #expect(screen.text.contains("Enter: begin tour"))
    try screen.enter("nowhere", "There is no lesson \"nowhere\"", prompt: "fathom>")
    try screen.enter("scaling", "Scaling, step 1 of 8")
    screen.type(":quit")
    screen.press("Enter")
    try screen.wait("RC=0\nisig icanon echo")
  }

  @Test func enterGoesOnWhereOneStopped() throws {
    let fathom = try Fathom()
    let first = try fathom.start("play product")
    try first.enter("4", "Right.")
    first.press("C-d")
    try first.wait("RC=0")
    let screen = try fathom.start()
    #expect(screen.text.contains("step 1 of 6"))
    #expect(screen.text.contains("Enter: go on with product"))
    try screen.enter("", "A product of matrices, step 1 of 6")
    try screen.enter(":score", "count")
    #expect(screen.text.contains("1 of 1"))
  }

  @Test(arguments: ["q", ":quit", "exit"])
  func leaves(word: String) throws {
    let screen = try Fathom().start()
    screen.type(word)
    screen.press("Enter")
    try screen.wait("RC=0")
  }

  @Test(arguments: [20, 40, 80])
  func itsLinesFit(columns: Int) throws {
    let screen = try Fathom().start(columns: columns, rows: 40)
    // a row that was broken by the terminal is longer here
    for line in screen.history.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
    #expect(!screen.text.contains("hard to tr\n"))
  }
}
