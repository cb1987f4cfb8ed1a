import Foundation
import TestSupport
import Testing

extension Fathom {
  /// Where a notebook is kept.
  fileprivate func notebook(_ name: String) -> String {
    path("state/fathom/notebooks/\(name).transcript")
  }
}

/// Home and notebooks of one's own, from a pipe.
struct NotebookTests {
  @Test func homeListsTheLessonsAndRunsWhatAPipeBrings() throws {
    let fathom = try Fathom.growth()
    let listed = try fathom.run()
    #expect(listed.status == 0 && listed.errors == "")
    #expect(listed.output.contains("1  growth"))
    #expect(!FileManager.default.fileExists(atPath: fathom.path("state")))
    let ran = try fathom.run(input: ["s = 1.5", "", "s^2", "1"])
    #expect(ran.status == 0 && ran.errors == "")
    #expect(
      ran.output
        == listed.output + "fathom> s = 1.5\ns = 1.5\nfathom> s^2\ns^2 = 2.25\nfathom> 1\n1 = 1\n"
    )
    #expect(
      body(try fathom.read(fathom.notebook("home")))
        == String(ran.output.dropFirst(listed.output.count))
    )
    let again = try fathom.run(input: ["s"])
    #expect(again.output.contains("Notebook home, with s: :notebook lists, :forget begins anew."))
    #expect(again.output.hasSuffix("fathom> s\ns = 1.5\n"))
    #expect(try fathom.run("replay", fathom.notebook("home")).status == 0)
    #expect(!FileManager.default.fileExists(atPath: fathom.transcript))
  }

  @Test func whatIsNeitherSaysBoth() throws {
    let fathom = try Fathom.growth()
    let said = try fathom.run(input: ["grwth", "xyzzy", "growth", "1 +* 2"]).output
    #expect(said.contains("There is no \"grwth\""))
    #expect(said.contains("There is no lesson \"grwth\" either. Did you mean growth?\n"))
    #expect(said.contains("There is no lesson \"xyzzy\" either.\n"))
    #expect(said.contains("growth is a lesson: :open growth plays it.\n"))
    #expect(said.ranges(of: "either").count == 2)
    // it is said beside the notebook
    #expect(!(try fathom.read(fathom.notebook("home"))).contains("either"))
  }

  @Test func aLessonIsOpenedFromAPipe() throws {
    let fathom = try Fathom.growth()
    let played = try fathom.run(input: ["k = 3", ":open gro", "", "30", ":quit"])
    #expect(played.status == 0)
    #expect(played.output.contains("Growth, step 1 of 2"))
    #expect(try fathom.read(fathom.transcript).contains("answer[guess]> 30"))
    #expect(try fathom.read(fathom.notebook("home")).hasSuffix("fathom> k = 3\nk = 3\n"))
  }

  @Test func isOpenedByNameOrByFile() throws {
    let fathom = try Fathom.growth()
    let first = try fathom.run("notebook", "mine", input: ["s = 2", "s^3"])
    #expect(first.output == "fathom> s = 2\ns = 2\nfathom> s^3\ns^3 = 8\n")
    #expect(
      try fathom.read(fathom.notebook("mine")).hasPrefix(
        "# fathom transcript 1\n# notebook: mine\n"
      )
    )
    let saved = try fathom.run("notebook", "mine", input: [":save shared"])
    #expect(saved.output.contains("fathom notebook ./shared opens it."))
    let shared = fathom.path("shared")
    #expect(try fathom.run("replay", shared).status == 0)
    let opened = try fathom.run("notebook", "./shared", input: ["s"])
    #expect(opened.output.hasSuffix("fathom> s\ns = 2\n"))
    let home = try fathom.run("notebook", input: ["t = 1"])
    #expect(home.status == 0)
    #expect(try fathom.read(fathom.notebook("home")).contains("t = 1"))
    let fresh = try fathom.run("notebook", "mine", "--fresh", input: ["s"])
    #expect(fresh.output.contains("There is no \"s\""))
    #expect(try fathom.read(fathom.notebook("mine") + ".1").contains("s^3 = 8"))
  }

  /// What a name ends in says what is written; nothing is written over a file.
  @Test func savesWhatTheNameSays() throws {
    let fathom = try Fathom.growth()
    let saved = try fathom.run(
      "notebook",
      "mine",
      input: [
        "plot [1, 2, 3]", ":save a.txt", ":save a.txt", ":save a.svg", ":save a.svg", ":save b.png",
        ":save c.transcript",
      ]
    )
    #expect(saved.output.contains("The figure is saved as a.txt."))
    #expect(saved.output.contains("a.txt is there already; another name, please."))
    #expect(saved.output.contains("a.svg is there already; another name, please."))
    #expect(
      saved.output.contains(
        "b.png is not written: figures are saved as .svg or, in characters, as .txt; a session"
      )
    )
    let text = try fathom.read(fathom.path("a.txt"))
    #expect(text.contains("* [1, 2, 3]") || text.contains("* [1,2,3]"))
    #expect(text.split(separator: "\n").count > 8)
    #expect(try fathom.read(fathom.path("a.svg")).hasPrefix("<svg"))
    #expect(try fathom.read(fathom.path("c.transcript")).hasPrefix("# fathom transcript 1"))
    #expect(!FileManager.default.fileExists(atPath: fathom.path("b.png")))
  }

  @Test func isNoLessonsTranscriptAndNoneIsANotebook() throws {
    let fathom = try Fathom.growth()
    try fathom.run("notebook", "mine", input: ["s = 2"])
    try fathom.run("play", "growth", input: ["", "30"])
    let file = fathom.notebook("mine")
    let played = try fathom.run("play", "growth", "--transcript", file)
    #expect(played.status == 1)
    #expect(played.errors.contains("This is the notebook \"mine\", and no lesson's transcript"))
    let opened = try fathom.run("notebook", fathom.transcript, input: ["s"])
    #expect(opened.status == 1)
    #expect(opened.errors.contains("This is a transcript of lesson \"growth\", and no notebook"))
    let graded = try fathom.run("grade", file, "--lesson", "growth")
    #expect(graded.status == 1)
    #expect(
      graded.output.contains("\"mine\" is a notebook of one's own; nothing in it is marked.")
    )
    let replayed = try fathom.run("replay", file, "--lesson", "growth")
    #expect(replayed.status == 1)
    #expect(replayed.errors.contains("This is the notebook \"mine\""))
    let named = try fathom.run("notebook", "a b")
    #expect(named.status == 2)
    #expect(named.errors.contains("\"a b\" names no notebook"))
    #expect(try fathom.run("--learner", "a\nb").status == 2)
  }

  @Test func homeOpensWhateverItsFileIs() throws {
    let fathom = try Fathom.growth()
    try fathom.run(input: ["s = 2"])
    try fathom.write("noise\n", "state/fathom/notebooks/home.transcript")
    let home = try fathom.run(input: ["t = 1"])
    #expect(home.status == 0)
    #expect(home.output.hasSuffix("fathom> t = 1\nt = 1\n"))
    #expect(home.errors.contains("This is no transcript"))
    #expect(try fathom.read(fathom.notebook("home") + ".1") == "noise\n")
    let homeless = try fathom.run(
      input: ["t"],
      environment: ["HOME": nil, "XDG_STATE_HOME": nil]
    )
    #expect(homeless.errors.contains("not saved"))
    #expect(homeless.output.contains("There is no \"t\""))
  }

  @Test func isRecordedAnew() throws {
    let fathom = try Fathom.growth()
    try fathom.run("notebook", "mine", input: ["s = 2", "s^3"])
    let good = try fathom.read(fathom.notebook("mine"))
    let file = try fathom.write(good.replacing("s^3 = 8", with: "s^3 = 9"), "edited.transcript")
    let differing = try fathom.run("replay", file)
    #expect(differing.status == 1)
    #expect(differing.output.contains("expected: s^3 = 9\n  got:      s^3 = 8\n"))
    #expect(try fathom.run("replay", "--update", file).status == 1)
    #expect(try fathom.read(file) == good)
  }

  @Test(arguments: ["growth", "1", "gro"])
  func aLessonsNameAlonePlaysIt(word: String) throws {
    let fathom = try Fathom.growth()
    let played = try fathom.run(word, "--learner", "Ada", input: [""])
    #expect(played.status == 0)
    #expect(played.output.contains("Growth, step 1 of 2"))
    #expect(try fathom.read(fathom.path("state/fathom/growth@Ada.transcript")).contains(":next"))
  }

  /// What begins a command's name too is no lesson's.
  @Test(arguments: [
    ("graed", "Did you mean grade?"), ("gr", "These begin so: grade, growth."),
    ("growht", "Did you mean growth?"), ("7", "fathom --help lists the commands."),
    ("do", "Did you mean doctor?"),
  ])
  func aMisspeltCommandIsAnError(word: String, meant: String) throws {
    let result = try Fathom.growth().run(word)
    #expect(result.status == 2)
    #expect(result.errors.contains("There is no command and no lesson \"\(word)\". \(meant)"))
  }
}
