import TestSupport
import Testing

/// A notebook of one's own on a terminal.
@Suite struct NotebookTests {
  @Test func goesOnWhereItStopped() throws {
    let fathom = try Fathom()
    let first = try fathom.start("notebook mine")
    #expect(first.text.contains("Notebook mine, with nothing in it yet"))
    #expect(first.text.contains(":save FILE"))
    // 2^5
    try first.play([
      ("s = 2", "s = 2"), ("y = s^5", "y = 32"), ("y", "y = 32"),
      (":next", ":next is about a lesson"),
    ])
    // Enter brings nothing, and a lesson's name is one of the notebook's here
    try first.enter("", "fathom>")
    try first.enter("tour", "There is no \"tour\".", prompt: "fathom>")
    #expect(!first.text.contains("lesson \"tour\""))
    first.type(":quit")
    first.press("Enter")
    try first.wait("RC=0\nisig icanon echo")
    let again = try fathom.start("notebook mine")
    #expect(again.text.hasPrefix("Notebook mine, with s and y:"))
    // 3^5
    try again.enter("s = 3", "y = 243", prompt: "fathom>")
    try again.enter(":open scaling", "Scaling, step 1 of 8")
    #expect(
      fathom.inputs("notebooks/mine") == [
        "s = 2", "y = s^5", "y", ":next", "tour", ":quit", "s = 3",
      ]
    )
  }

  /// What crashed in the middle of an input goes on without it.
  @Test func survivesBeingKilled() throws {
    let fathom = try Fathom()
    let first = try fathom.start("notebook mine")
    try first.enter("s = 2", "s = 2")
    try fathom.write(
      fathom.transcript("notebooks/mine") + "fathom> t = 3",
      "state/fathom/notebooks/torn.transcript"
    )
    let torn = try fathom.start("notebook torn")
    try torn.enter("t", "There is no \"t\".")
    try torn.enter("s", "s = 2")
  }

  /// It is open once; another terminal is told so.
  @Test func isOpenOnce() throws {
    let fathom = try Fathom()
    let first = try fathom.start("notebook mine")
    try first.enter("s = 2", "s = 2")
    #expect(try fathom.run("notebook", "mine", input: ["s"]).status == 1)
    let said = try fathom.run("notebook", "mine", input: ["s"]).errors
    #expect(said.contains("is open somewhere else. Close it there, or open another"))
  }
}
