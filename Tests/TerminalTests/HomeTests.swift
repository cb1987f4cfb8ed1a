import TestSupport
import Testing

@Suite struct HomeTests {
  @Test func theLessonsAndHowFarOneIs() throws {
    let fathom = try Fathom()
    let screen = try fathom.start()
    #expect(screen.text.contains("0 of 15 lessons done"))
    #expect(
      screen.text.contains("Enter: begin tour    15 or repair plays it    s = 1.5 runs")
    )
    try screen.enter("nowhere", "There is no lesson \"nowhere\" either", prompt: "fathom>")
    #expect(screen.text.contains("There is no \"nowhere\"."))
    try screen.enter("scaling", "Scaling, step 1 of 8")
    screen.type(":quit")
    screen.press("Enter")
    try screen.wait("RC=0\nisig icanon echo")
  }

  @Test func inALessonItIsSaidHowAnotherOneIsPlayed() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    try screen.play([
      ("tour", "tour is a lesson: :open tour plays it."),
      ("play product", "product is a lesson: :open product plays it."),
      ("scaling", "scaling is the lesson that you are in"), ("home", "Home is outside"),
      ("tour = 2", "tour = 2"), ("tour", "tour = 2"),
    ])
    #expect(screen.history.ranges(of: "tour is a lesson").count == 1)
    try screen.enter("", "how large is each", prompt: "answer[guess]>")
    try screen.enter("product", "product is a lesson: :open product plays it.")
  }

  @Test(arguments: [
    ("Tour", "A tour, step 1 of 5"), ("Tiny steps", "Tiny steps, step 1 of 6"),
    ("lesson 3", "Scaling, step 1 of 8"), ("open scaling", "Scaling, step 1 of 8"),
    ("start", "A tour, step 1 of 5"), ("Continue", "A tour, step 1 of 5"),
  ])
  func otherWordsForALesson(line: String, title: String) throws {
    let fathom = try Fathom()
    try fathom.start().enter(line, title)
  }

  @Test func whoLooksForTheLessonsIsToldThem() throws {
    let fathom = try Fathom()
    let screen = try fathom.start()
    try screen.enter("menu", "The lessons: tour, product, scaling, gradients,", prompt: "fathom>")
    try screen.enter("play foo", "There is no lesson \"foo\" either", prompt: "fathom>")
    // A name of one's own goes before all of them.
    try screen.enter("start = 2", "start = 2", prompt: "fathom>")
    try screen.enter("start*2", "start*2 = 4", prompt: "fathom>")
    try screen.enter("start", "start = 2", prompt: "fathom>")
  }

  @Test func enterGoesOnWhereOneStopped() throws {
    let fathom = try Fathom()
    let first = try fathom.start("play product")
    try first.enter("4", "Right.")
    first.press("C-d")
    try first.wait("RC=0")
    let screen = try fathom.start()
    #expect(screen.text.contains("step 1 of 7"))
    #expect(screen.text.contains("Enter: go on with product"))
    try screen.enter("", "A product of matrices, step 1 of 7")
    try screen.enter(":score", "count")
    #expect(screen.text.contains("1 of 1"))
    // Of two that are begun the one that was left last, whichever stands first.
    let other = try fathom.start("play scaling")
    try other.enter("s = 1.4", "changed: s.")
    other.press("C-d")
    try other.wait("RC=0")
    #expect(try fathom.start().text.contains("Enter: go on with scaling"))
  }

  @Test(arguments: ["q", ":quit", "exit"])
  func leaves(word: String) throws {
    let fathom = try Fathom()
    let screen = try fathom.start()
    screen.type(word)
    screen.press("Enter")
    try screen.wait("RC=0")
  }

  /// What is typed is a notebook of one's own, and stands there still when one comes back.
  @Test func statementsRunAndStay() throws {
    let fathom = try Fathom()
    let first = try fathom.start()
    try first.play([
      ("s = 1.5", "s = 1.5"), ("v = s*[1, 2]", "v = "), ("s = 3", "changed: s. With it: v."),
      ("help", "At home"), ("?", "plays lesson 1"), (":steps", ":steps is about a lesson"),
    ])
    try first.enter("clear", "Ctrl-L clears the screen")
    first.press("C-d")
    try first.wait("Kept; fathom goes on here.")
    try first.wait("RC=0\nisig icanon echo")
    let again = try fathom.start()
    #expect(
      again.text.contains("Notebook home, with s and v: :notebook lists, :forget begins anew.")
    )
    try again.enter("s", "s = 3", prompt: "fathom>")
    try again.enter(":forget", "Begin home anew?", prompt: "yes or no>")
    try again.enter("no", "Nothing is changed.")
    try again.enter(":forget", "Begin home anew?", prompt: "yes or no>")
    try again.enter("yes", "What you had is kept in")
    try again.enter("? s", "There is no \"s\".")
    #expect(
      fathom.transcript("notebooks/home").hasPrefix("# fathom transcript 1\n# notebook: home\n")
    )
  }

  /// A name, a number or a beginning plays, unless the notebook has it.
  @Test(arguments: [
    ("scaling", "Scaling"), ("3", "Scaling"), ("scal", "Scaling"), ("tiny-steps", "Tiny steps"),
    ("play scaling", "Scaling"), ("fathom 3", "Scaling"),
  ])
  func playsByName(word: String, title: String) throws {
    let fathom = try Fathom()
    let screen = try fathom.start()
    if word == "scaling" {
      try screen.enter("scaling = 4", "scaling = 4")
      try screen.enter("scaling", "scaling = 4", prompt: "fathom>")
      try screen.enter(":undo", "scaling is gone again")
    }
    try screen.enter(word, "\(title), step 1 of")
    #expect(!fathom.inputs("notebooks/home").contains(word) || word == "scaling")
  }

  /// TAB lists and completes them; a letter is a name of the notebook's.
  @Test func completesLessons() throws {
    let fathom = try Fathom()
    let screen = try fathom.start()
    try screen.enter("i", "There is no \"i\".", prompt: "fathom>")
    #expect(!screen.text.contains("lesson \"i\""))
    screen.type("sca")
    screen.press("Tab", "Tab")
    try screen.wait("scaling")
    try screen.wait("scatter")
    try screen.clearLine()
    screen.type("scal")
    screen.press("Tab")
    try screen.wait("fathom> scaling")
    screen.press("Enter")
    try screen.wait("Scaling, step 1 of 8")
  }

  /// Two terminals may be at home; only the first keeps what is typed.
  @Test func isOpenTwice() throws {
    let fathom = try Fathom()
    let first = try fathom.start()
    let second = try fathom.start()
    #expect(second.text.contains("Home is open somewhere else"))
    try second.enter("s = 2", "s = 2")
    try first.enter("s", "There is no \"s\".")
  }

  @Test(arguments: [20, 40, 80])
  func itsLinesFit(columns: Int) throws {
    let fathom = try Fathom()
    let screen = try fathom.start(columns: columns, rows: 40)
    // a row that was broken by the terminal is longer here
    for line in screen.history.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
    #expect(!screen.text.contains("hard to tr\n"))
  }
}
