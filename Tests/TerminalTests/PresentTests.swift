import Foundation
import TestSupport
import Testing

/// The lesson in front of a class.
@Suite struct PresentTests {
  @Test func scalingToItsEndWithOneDetour() throws {
    let fathom = try Fathom()
    let screen = try Screen(
      "\(Screen.quoted(Fathom.program)) present scaling",
      environment: fathom.environment()
    )
    try screen.wait("space next")
    try press(screen, until: "how large is each entry of a[19]")
    #expect(!screen.text.contains("2216.84"))
    try press(screen, until: "⠒ s = 1.5")
    // what somebody asks is tried, and the lesson's definitions are back behind it
    screen.press("t")
    try screen.waitForPrompt("fathom>")
    try screen.enter("s = 3", "changed: s.", prompt: "fathom>")
    screen.press("Enter")
    try screen.wait("space next")
    try screen.wait("⠒ s = 1.5")
    try press(screen, until: "This is the end.")
    screen.press("q")
    try screen.wait("RC=0\nisig icanon echo")
    #expect(fathom.inputs("scaling.presented").contains("s = 3"))
  }

  private func start(_ fathom: Fathom, _ arguments: String) throws -> Screen {
    let kept = "echo $$ > \"$HOME/pid\"; exec \"$FATHOM\" present \(arguments)"
    return try Screen("/bin/sh -c \(Screen.quoted(kept))", environment: fathom.environment())
  }

  @Test func twoVotesTheKeyAndTheWayBack() throws {
    let fathom = try Fathom()
    let screen = try start(fathom, "scaling")
    try screen.wait("space next")
    try press(screen, until: "What does this linear axis tell you")
    screen.type("v")
    try screen.wait("hands, as in")
    screen.type("a 12 b 3 c 7")
    screen.press("Enter")
    try screen.wait("22 hands")
    screen.type("v")
    try screen.wait("hands, as in")
    screen.type("1 20 1")
    screen.press("Enter")
    try screen.wait("22 hands before, 22 now")
    #expect(!screen.text.contains("Right:"))
    screen.press("Space")
    try screen.wait("Right: b")
    screen.type("b")
    try screen.wait("the key taken back") { !$0.contains("Right:") && $0.contains("22 now") }
    screen.press("Space")
    try screen.wait("Right: b")
    screen.type("q")
    try screen.wait("RC=0\nisig icanon echo")
    #expect(fathom.inputs("scaling.presented").contains(":vote a 12 b 3 c 7"))
    // The whole talk plays again to the same bytes.
    let replay = try fathom.run([
      "replay", fathom.path("state/fathom/scaling.presented.transcript"),
    ])
    #expect(replay.status == 0, "\(replay.output)\(replay.errors)")
  }

  @Test func aTalkThatIsKilledGoesOnWhereItWas() throws {
    let fathom = try Fathom()
    let screen = try start(fathom, "scaling")
    try screen.wait("space next")
    try press(screen, until: "how large is each entry of a[19]")
    kill(fathom.process, SIGKILL)
    try screen.wait("RC=137")
    let again = try start(fathom, "scaling")
    try again.wait("space next")
    try press(again, until: "how large is each entry of a[19]")
    let before = fathom.inputs("scaling.presented").count
    try press(again, until: "⠒ s = 1.5")
    #expect(fathom.inputs("scaling.presented").count == before + 1)
  }

  @Test func aLessonThatHasChangedSinceIsSaidAndTheTalkGoesOnWithItsCopy() throws {
    let fathom = try Fathom()
    let text = try Growth.text()
    let file = try fathom.write(text, "growth.lesson.md")
    let screen = try start(fathom, Screen.quoted(file))
    try screen.wait("space next")
    try press(screen, until: "piece 5/")
    screen.type("q")
    try screen.wait("RC=0")
    try fathom.write(text.replacing("version = \"", with: "version = \"9"), "growth.lesson.md")
    let again = try start(fathom, Screen.quoted(file))
    try again.wait("The lesson has changed; this goes on with its copy (--fresh begins anew).")
    again.press("Space")
    try again.wait("space next")
    again.type("q")
    try again.wait("RC=0")
    let fresh = try start(fathom, Screen.quoted(file) + " --fresh")
    try fresh.wait("space next")
  }

  @Test func theOutlineTheBlankAndALaterStep() throws {
    let fathom = try Fathom()
    let screen = try start(fathom, "scaling --from 3")
    try screen.wait("step 3 of 8")
    screen.type("o")
    try screen.wait("> 3")
    screen.type("1")
    try screen.wait("> 1")
    screen.press("Enter")
    try screen.wait("step 1 of 8")
    screen.type(".")
    try screen.wait("an empty screen") { !$0.contains("step 1") }
    screen.type(".")
    try screen.wait("step 1 of 8")
    screen.type("'")
    try screen.wait("step 3 of 8")
    screen.type("?")
    try screen.wait("count hands")
    screen.type("?")
    try screen.wait("step 3 of 8")
    screen.resize(columns: 40, rows: 12)
    try screen.wait("step 3 of 8")
    screen.press("Space")
    try screen.wait("piece 1/")
    screen.type("q")
    try screen.wait("RC=0")
  }

  @Test func notesFollowInASecondTerminalAndNeverOnTheStage() throws {
    let fathom = try Fathom()
    let notes = try start(fathom, "--notes")
    try notes.wait("No talk is given at the moment")
    let screen = try start(fathom, "scaling")
    try screen.wait("space next")
    try notes.wait("Beat 7.")
    #expect(!screen.text.contains("Beat 7."))
    screen.type("o")
    try screen.wait("> 1")
    screen.type("2")
    screen.press("Enter")
    try notes.wait("Say the halves aloud")
    screen.type("q")
    try screen.wait("RC=0")
    try notes.wait("No talk is given at the moment")
    notes.type("q")
    try notes.wait("RC=0")
  }

  @Test func aRecordingIsWhatAsciinemaPlays() throws {
    let fathom = try Fathom()
    let file = fathom.path("talk.cast")
    let screen = try start(fathom, "scaling --record \(Screen.quoted(file))")
    try screen.wait("space next")
    try press(screen, until: "how large is each entry of a[19]")
    screen.type("t")
    try screen.waitForPrompt("fathom>")
    try screen.enter("s = 3", "changed: s.", prompt: "fathom>")
    screen.press("Enter")
    try screen.wait("space next")
    screen.resize(columns: 100, rows: 30)
    try screen.wait("how large is each entry of a[19]")
    screen.type("q")
    try screen.wait("RC=0")
    let lines = try fathom.read(file).split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
    }
    let header = try #require(lines.first as? [String: Any])
    #expect(header["version"] as? Int == 2 && header["width"] as? Int == 80)
    let events = try lines.dropFirst().map { try #require($0 as? [Any]) }
    let kinds = events.compactMap { $0[1] as? String }
    #expect(kinds.filter { $0 == "m" }.count == 1 && kinds.contains("r"))
    let times = events.compactMap { ($0[0] as? NSNumber)?.doubleValue }
    #expect(times.count == events.count && times == times.sorted())
    let shown = events.filter { $0[1] as? String == "o" }.compactMap { $0[2] as? String }.joined()
    #expect(shown.contains("how large is each entry of a[19]") && shown.contains("s = 3"))
    let player = try Screen(
      "asciinema cat \(Screen.quoted(file))",
      environment: fathom.environment(["LC_ALL": "C.UTF-8"])
    )
    try player.wait("RC=0")
    // What stands is not written over.
    let again = try start(fathom, "scaling --record \(Screen.quoted(file))")
    try again.wait("File exists")
    try again.wait("RC=1")
  }

  @Test func aTalkOfChosenStepsIsPresentedKeptAndReplayed() throws {
    let fathom = try Fathom()
    let screen = try start(fathom, "lecture")
    try screen.wait("of 15 min")
    try press(screen, until: "step 2 of 13: Weights times input")
    screen.type("o")
    try screen.wait("> 2")
    screen.type("5")
    screen.press("Enter")
    try screen.wait("step 5 of 13: A little more than one")
    try press(screen, until: "⠒ s = 1.5")
    screen.type("q")
    try screen.wait("RC=0")
    let kept = fathom.path("state/fathom/lecture.presented.transcript")
    #expect(try fathom.read(kept).contains("# lesson: lecture 1.0.0 sha256:"))
    let replay = try fathom.run(["replay", kept])
    #expect(replay.status == 0, "\(replay.output)\(replay.errors)")
    let again = try start(fathom, "lecture")
    try again.wait("step 5 of 13: A little more than one")
  }

  @Test func aPreferredCharsetIsTheStagesToo() throws {
    let fathom = try Fathom()
    let folder = fathom.path("state/fathom")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try fathom.write("charset ascii\n", "state/fathom/preferences")
    let screen = try start(fathom, "scaling")
    try screen.wait("space next")
    try press(screen, until: "* s = 1.5")
  }

  /// Reveals one piece after another until one has what is looked for.
  private func press(_ screen: borrowing Screen, until expected: String) throws {
    var seen = screen.text
    for _ in 0..<200 {
      if seen.contains(expected) { return }
      screen.press("Space")
      try screen.wait("change behind '\(expected.prefix(12))'") {
        $0 != seen && $0.contains("q leave")
      }
      seen = screen.text
    }
    try screen.wait(expected)
  }
}
