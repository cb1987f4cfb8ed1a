import Foundation
import TestSupport
import Testing

@Suite struct EditingTests {
  @Test func thirtyPastedLinesAreOneInput() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling", rows: 50)
    let lines = (1...29).map { "v\($0) = \($0)*s" } + ["v29"]
    screen.paste(lines.joined(separator: "\n") + "\n")
    try screen.wait("the last line") { $0.hasSuffix("v29 = 29*s\nv29") }
    #expect(fathom.inputs("scaling").isEmpty)
    try screen.enter("", "v29 = 43.5")
    let transcript = fathom.transcript("scaling")
    #expect(fathom.inputs("scaling") == ["v1 = 1*s"])
    #expect(transcript.contains("fathom> v1 = 1*s\n…> v2 = 2*s\n"))
    #expect(try fathom.run("replay", fathom.path("state/fathom/scaling.transcript")).status == 0)
  }

  @Test func anOpenBracketGoesOnInTheNextLine() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    screen.type("q = [1,")
    screen.press("Enter")
    try screen.wait("not complete: go on")
    try screen.wait("the prompt of the next line") { $0.hasSuffix("…>") || $0.hasSuffix("…> ") }
    try screen.enter("2]", "q = [1, 2]")
    #expect(fathom.transcript("scaling").contains("fathom> q = [1,\n…> 2]\n"))
    // A command can't go on with a statement: what is open is told, and nothing is lost.
    screen.type("r = [1,")
    screen.press("Enter")
    try screen.wait("not complete: go on", times: 2)
    try screen.enter(":steps", "you are here")
    #expect(fathom.transcript("scaling").contains("This \"[\" is never closed"))
  }

  @Test func historyLastsWithAllLinesOfAnEntry() throws {
    let fathom = try Fathom()
    let first = try fathom.start("play scaling")
    first.paste("one = 1\ntwo = one + 1\ntwo")
    try first.wait("two = one + 1\ntwo")
    try first.enter("", "two = 2")
    first.type("W = [1,")
    first.press("Enter")
    try first.wait("not complete: go on")
    try first.enter("2]", "W = [1, 2]")
    first.press("C-d")
    try first.wait("RC=0")
    let attributes = try FileManager.default.attributesOfItem(
      atPath: fathom.path("state/fathom/history")
    )
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let second = try fathom.start("notebook")
    second.press("Up")
    try second.wait("the last entry") { $0.hasSuffix("fathom> W = [1,\n2]") }
    second.press("Up", "Up")
    try second.wait("the one before") { $0.hasSuffix("fathom> one = 1\ntwo = one + 1\ntwo") }
    try second.enter("", "two = 2")
    second.press("C-r")
    second.type("W =")
    try second.wait("what was searched for") { $0.contains("W = [1,") }
  }

  @Test func editrcChoosesViKeys() throws {
    let fathom = try Fathom()
    try fathom.write("bind -v\n", ".editrc")
    let screen = try fathom.start("play scaling")
    screen.type("s = 9.25")
    try screen.wait("s = 9.25")
    screen.press("Escape")
    // to the 9 and replace it
    screen.type("03w")
    screen.type("04|")
    screen.type("0f9r1")
    try screen.wait("fathom> s = 1.25")
    try screen.enter("", "changed: s.")
    // completion is bound again after it
    screen.type("sq")
    screen.press("Tab")
    try screen.wait("sq") { $0.hasSuffix("sqrt(") || $0.contains("squared_error") }
  }
}
