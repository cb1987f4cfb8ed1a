import Foundation
import TestSupport
import Testing

@Suite struct LeavingTests {
  private func leave(_ screen: borrowing Screen, _ key: String) throws {
    if key == "C-d" {
      screen.press(key)
    } else {
      screen.type(key)
      screen.press("Enter")
    }
    try screen.wait("RC=0\nisig icanon echo")
  }

  @Test(arguments: ["C-d", ":quit", "quit"])
  func comesBackWhereItWas(key: String) throws {
    let fathom = try Fathom()
    let first = try fathom.start("play scaling")
    try first.play([
      ("", "how large is each"), ("2000", "A good guess"), ("s = 1.25", "changed: s."),
    ])
    try leave(first, key)
    let second = try fathom.start("play scaling")
    #expect(second.text.contains("Scaling, step 1 of 8"))
    #expect(!second.text.contains("lesson>"))
    try second.enter("s", "s = 1.25", prompt: "fathom>")
    try second.enter("", "linear axis", prompt: "answer[floor]>")
    try leave(second, key)
    // in a question: it is asked again
    let third = try fathom.start("play scaling")
    try third.waitForPrompt("answer[floor]>")
    #expect(third.text.contains("linear axis"))
    try third.enter("b", "0.5 of 0.5")
  }

  @Test func opensAnotherLesson() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.enter("s = 1.25", "changed: s.")
    try screen.enter(":open nowhere", "There is no lesson \"nowhere\"")
    try screen.enter(":open", ":open scaling")
    try screen.enter(":open tour", "A tour, step 1 of 5")
    try screen.enter(":open scaling", "Scaling, step 1 of 8")
    try screen.enter("s", "s = 1.25")
    #expect(fathom.transcript("tour").contains("# lesson: tour"))
  }

  @Test func theHelpNamesItsOwnCommandsToo() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.enter(":help commands", ":edit NAME", prompt: "fathom>")
    for name in [":open NAME", ":save NAME", ":forget", ":undo", ":why NAME"] {
      #expect(screen.history.contains(name))
    }
    try screen.enter(":help :open", ":open NAME, another lesson")
  }

  @Test func savesACopy() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling --learner Ada")
    try screen.enter("s = 1.25", "changed: s.")
    let copy = fathom.path("mine.transcript")
    try screen.enter(":save \(copy)", "Saved as")
    try screen.enter(":save \(copy)", "another name")
    let text = try String(contentsOfFile: copy, encoding: .utf8)
    #expect(text.contains("fathom> s = 1.25\n"))
    #expect(!text.contains("Ada"))
    #expect(try fathom.run("replay", copy).status == 0)
  }

  @Test func forgetsAndKeepsAside() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.enter("s = 1.25", "changed: s.")
    try screen.enter(":forget", "Begin scaling anew?", prompt: "yes or no>")
    try screen.enter("y", "Scaling, step 1 of 8")
    #expect(screen.text.contains("What you had is kept"))
    try screen.enter("s", "s = 1.5")
    let aside = fathom.path("state/fathom/scaling.transcript.1")
    let kept = try String(contentsOfFile: aside, encoding: .utf8)
    #expect(kept.contains("s = 1.25"))
  }

  @Test func twoSessionsOnOneFileAreToldApart() throws {
    let fathom = try Fathom()
    let first = try fathom.start("play scaling")
    let second = try Screen(
      "\(Screen.quoted(Fathom.program)) play scaling",
      environment: fathom.environment()
    )
    try second.wait("refusal") {
      $0.split { $0.isWhitespace }.joined(separator: " ").contains("is being played somewhere else")
    }
    try second.wait("RC=1\nisig icanon echo")
    try first.enter("1 + 1", "1 + 1 = 2")
    let third = try fathom.start("play scaling --no-save")
    try third.enter("2 + 2", "2 + 2 = 4")
  }
}
