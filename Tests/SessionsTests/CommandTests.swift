import Sessions
import Testing

/// Every command, once for what it does and once for what it says.
@Suite("Commands")
struct CommandTests {
  @Test("Each command is listed, and :help NAME explains it")
  func list() throws {
    var player = try Player(Texts.tour)
    let first = player.type(":help")
    #expect(player.type("help") == first)
    #expect(first.hasPrefix("In step 1 of 3\n") && first.contains(":help all"))
    let help = player.type(":help commands")
    for entry in Command.ofSession {
      #expect(help.contains(":\(entry.name)"), "\(entry.name)")
      #expect(help.contains(entry.summary), "\(entry.name)")
      #expect(player.type(":help :\(entry.name)").contains(entry.summary))
    }
    #expect(player.type(":help skip") == ":skip, give the question up and see the explanation")
    #expect(player.type(":help network").hasPrefix("network("))
    #expect(player.type(":help plot").hasPrefix("plot: lines"))
    #expect(player.type(":help nothing").contains("There is no help on \"nothing\"."))
  }

  @Test(":next goes on, as Enter does, at a question too")
  func next() throws {
    var player = try Player(Texts.tour)
    var other = player
    #expect(player.type(":next") == other.enter())
    #expect(player.session.place == other.session.place)
    #expect(player.type(":next").hasPrefix("What follows answers guess"))
    #expect(player.prompt == "fathom>")
    #expect(player.type("next").hasPrefix("  The last layer is another matter."))
  }

  @Test(":back goes to the step before, and the first one begins again")
  func back() throws {
    var player = try Player(Texts.tour)
    let first = player.seen
    #expect(
      player.type(":back") == "This is the first step; here it is from its beginning.\n\n" + first
    )
    player.type(":go 3")
    #expect(player.type(":back").hasPrefix("Depths, step 2 of 3"))
    #expect(player.session.place == .step(1, revealed: 1))
    player.type(":go 3")
    while player.session.place != .after { player.enter() }
    #expect(player.type("back").hasPrefix("Depths, step 3 of 3"))
  }

  @Test(":go takes a number or an id")
  func go() throws {
    var player = try Player(Texts.tour)
    #expect(player.type(":go 2").hasPrefix("Depths, step 2 of 3"))
    #expect(player.type(":go hand").hasPrefix("Depths, step 3 of 3"))
    #expect(player.type(":go hadn") == "There is no step \"hadn\". Did you mean hand?")
    for wrong in ["0", "4", "-1", "99999999999999999999", "xyzzy"] {
      #expect(
        player.type(":go \(wrong)")
          == "There is no step \"\(wrong)\". They are numbered 1 to 3; :steps lists them."
      )
    }
    #expect(player.session.place == .step(2, revealed: 1))
  }

  @Test(":steps lists them with what is answered and where you are")
  func steps() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "guess")
    player.type(["3", ":go less"])
    #expect(
      player.type(":steps") == """
           step           id    questions
        -  -------------  ----  ---------------  ------------
        1  A little more  more  1 of 2 answered
        2  A little less  less  0 of 2 answered  you are here
        3  By hand        hand  0 of 3 answered
        """
    )
  }

  @Test(":answer names a question, or takes the one at hand; what was not asked waits")
  func answer() throws {
    var player = try Player(Texts.tour)
    #expect(
      player.type(":answer")
        == "There is no question here. Enter goes on; :steps lists what there is."
    )
    #expect(
      player.type(":answer way")
        == "way has not been asked yet. It comes in step less: :go less"
    )
    player.type(":go less")
    #expect(
      player.type(":answer way")
        == "way has not been asked yet. It comes further on in this step: Enter goes on."
    )
    player.type(":go 1")
    #expect(player.type(":answer what") == "There is no question \"what\".")
    player.enter(until: "guess")
    #expect(
      player.type(":answer what") == "There is no question \"what\". So far there is guess."
    )
    player.enter()
    #expect(player.type(":answer").contains("How large is a[5], about?"))
    #expect(player.prompt == "answer[guess]>")
  }

  @Test("A question asked once stays within reach, wherever the learner is")
  func asked() throws {
    var player = try Player(Texts.tour)
    player.type(":go less")
    player.enter(until: "way")
    player.type([":back", ":answer way", "b"])
    #expect(player.mark("way") == .correct)
    player.type(":go hand")
    player.enter(until: "even")
    player.enter(2)
    #expect(player.session.place == .after)
    #expect(
      player.type(":hint")
        == "No question is at hand here. Open are balance, formula and even: :answer balance goes there."
    )
    // The end was reached, wherever one goes back to.
    player.type(":go less")
    #expect(player.session.place != .after && player.session.hasFinished)
  }

  @Test(":hint gives one after another, with the question's own values")
  func hint() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "factor")
    player.type("s = 9")
    #expect(player.type(":hint") == "Hint 1 of 2:\n\n  How many matrices?")
    #expect(player.type(":hint") == "Hint 2 of 2:\n\n  With s = 1.5 there are five.")
    #expect(
      player.type(":hint")
        == "That was the last hint. :skip gives up and shows the explanation."
    )
    player = try Player(Texts.tour)
    player.enter(until: "guess")
    #expect(
      player.type(":hint") == "There is no hint for this one. To try something: ? 1.5^3"
    )
  }

  @Test(":skip shows the explanation and closes the question")
  func skip() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "factor")
    #expect(
      player.type(":skip")
        == "Passed on; this question scores nothing now. The answer: s^(L-1) = 7.59375.\n\n  Five of them multiply.\nEnter goes on."
    )
    #expect(player.prompt == "fathom>")
    player.type([":answer", "1.5^5"])
    #expect(player.seen.hasPrefix("Right: 1.5^5 = 7.59375. It scores nothing now."))
    #expect(player.mark("factor") == .unanswered)
    player.type(":back")
    player.enter(until: "nothing")
    #expect(player.prompt == "fathom>")
  }

  @Test(":score lists every question that counts")
  func score() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "guess")
    player.type("3")
    player.enter(until: "factor")
    player.type(["3", "1.5^5"])
    #expect(
      player.type(":score") == """
        question  mark            points  attempts
        --------  ----------  ----------  --------
        guess     guessed     0.5 of 0.5         1
        factor    correct         2 of 2         2
        way       unanswered      0 of 1
        why       unanswered      0 of 1
        balance   unanswered      0 of 2
        formula   unanswered      0 of 1
        all                   2.5 of 7.5
        """
    )
  }

  @Test(":set changes the layout and nothing else")
  func set() throws {
    var player = try Player(Texts.tour)
    #expect(
      player.type(":set") == """
        columns  auto      20 to 500, or auto
        rows     auto      5 to 200, or auto
        figures  pictures  pictures or text
        charset  ascii     ascii, blocks, braille or unicode
        :set NAME VALUE changes one.
        """
    )
    #expect(player.type(":set columns 40") == "columns is 40 from here on.")
    #expect(player.session.settings.columns == 40)
    #expect(player.type(":set rows 10") == "rows is 10 from here on.")
    #expect(player.type(":set figures text") == "figures is text from here on.")
    #expect(player.type("plot rms(a)").hasPrefix("Linear plot, 1 line"))
    let settings = player.session.settings
    for (line, words) in [
      (":set columns", "columns is 40. It takes 20 to 500, or auto: :set columns VALUE"),
      (":set figures ", "figures is text. It takes pictures or text: :set figures VALUE"),
      (":set columns 19", "columns takes 20 to 500, or auto, not \"19\"."),
      (":set columns many", "columns takes 20 to 500, or auto, not \"many\"."),
      (":set rows 4", "rows takes 5 to 200, or auto, not \"4\"."),
      (":set figures big", "figures takes pictures or text, not \"big\"."),
    ] { #expect(player.type(line) == words) }
    #expect(
      player.type(":set colour red").contains("There are columns, rows, figures and charset.")
    )
    #expect(player.session.settings == settings)
    #expect(
      player.type(":set columns auto")
        == "columns is auto from here on: as the terminal is, on the screen."
    )
    player.type(":set rows auto")
    #expect(player.session.settings.columns == 80 && player.session.settings.figureRows == 13)
    #expect(player.type(":set").contains("columns  auto"))
  }

  @Test(":note keeps a remark, :quit leaves, Ctrl-C says what is kept")
  func rest() throws {
    var player = try Player(Texts.tour)
    #expect(player.type(":note look at this: s = 2") == "Noted; it stands in the transcript.")
    #expect(player.definition("s") == "s = 1.5")
    player.type(":quit")
    #expect(player.effects == [.leave])
    #expect(player.cancel() == "Cancelled. What was defined before still is.")
    #expect(player.session.place == .step(0, revealed: 1))
  }

  @Test("What is no command is named, with what was meant")
  func unknown() throws {
    var player = try Player(Texts.tour)
    for (line, words) in [
      (":nxt", "There is no command \":nxt\". Did you mean :next?"),
      (":sc", "There is no command \":sc\". Did you mean :score?"),
      (":xyzzy", "There is no command \":xyzzy\". :help lists them."),
      (":", "There is no command \":\". :help lists them."),
      (":go", "Go where? A step by its number or id: :go 2; :steps lists them."),
      (":why", ":why needs more: :why NAME"),
      (":note", ":note needs more: :note TEXT"),
      (":next step", ":next stands alone."),
      ("steps", "steps is a command, and a command begins with a colon: :steps"),
      ("knob s", "knob is a command, and a command begins with a colon: :knob s"),
      ("go 2", "go is a command, and a command begins with a colon: :go 2"),
      (
        ":home",
        "There is no command \":home\". :quit leaves, and fathom alone lists the lessons; :open NAME plays one at once, as in :open scaling"
      ),
    ] { #expect(player.type(line) == words) }
    #expect(player.session.place == .step(0, revealed: 1))
    // How others write a definition is no command.
    #expect(!player.type("set s = 3").contains("command"))
    player.type("score = 3")
    #expect(player.type("score") == "score = 3")
    #expect(!player.type("score 3").contains("command"))
  }

  @Test(":why shows a name with what it depends on and what depends on it")
  func why() throws {
    var player = try Player(Texts.tour)
    player.type("s = 2")
    #expect(
      player.type(":why net") == """
        net = network(M, depth: L, last: identity(2))   (lesson)
          M = s*identity(2)   (lesson)
            s = 2   (yours)
          L = 6   (lesson)
        What changes with net: a.
        """
    )
    #expect(player.type(":why nte") == "There is no \"nte\" in the notebook. Did you mean net?")
    #expect(player.type(":why rms").hasPrefix("rms("))
  }

  @Test(":notebook lists all definitions with whose they are")
  func notebook() throws {
    var player = try Player(Texts.tour)
    player.type(["s = 2", "k = 1"])
    #expect(
      player.type(":notebook") == """
        s = 2   (yours)
        L = 6   (lesson)
        x = [1, 1]   (lesson)
        M = s*identity(2)   (lesson)
        net = network(M, depth: L, last: identity(2))   (lesson)
        a = activations(net, x)   (lesson)
        k = 1   (yours)
        """
    )
    player = try Player(Texts.lesson("## Empty\nNothing here."))
    #expect(player.type(":notebook") == "Nothing is defined yet.")
  }
}
