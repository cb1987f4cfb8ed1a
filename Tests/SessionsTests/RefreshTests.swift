import Sessions
import Testing

/// What a change prints anew.
@Suite("Changes")
struct RefreshTests {
  private static let figures = Texts.lesson(
    """
    ## Many

    ```toml parameters
    [s]
    value = 2
    meaning = "a factor"

    [d]
    value = 1
    meaning = "a width"
    ```

    ```fathom
    a = activations(network(s*identity(2), depth: 4), [1, 1])
    s + 1
    s + 2
    s + 3
    s + 4
    s + 5
    plot rms(a)
    plot 2*rms(a)
    plot 3*rms(a)
    10
    ```
    """
  )

  @Test("At most two figures and four values anew, the rest named as stale; nothing unrelated")
  func bounded() throws {
    var player = try Player(Self.figures)
    let seen = player.type("s = 3")
    #expect(player.figures.count == 2)
    let lines = seen.split(separator: "\n").map(String.init)
    #expect(lines.first == "s = 3")
    #expect(lines[1] == "changed: s. With it: a.")
    #expect(lines[2...5] == ["s + 2 = 5", "s + 3 = 6", "s + 4 = 7", "s + 5 = 8"])
    #expect(lines.last == "stale: 1.1 s + 1, figure 1.6; :show 1.1")
    #expect(!seen.contains("10 = 10"))
    #expect(player.type(":show 1.1") == "s + 1 = 4")
    #expect(player.type(":show 1.6").contains("layer"))
  }

  @Test("Figures beside each other are one: shown anew, described, given as data, taken back")
  func beside() throws {
    var player = try Player(Self.figures)
    player.type("plot rms(a) beside plot k*[1, 2] over k in [1, 3]")
    #expect(player.figures.count == 1)
    player.type("s = 3")
    #expect(player.figures.last?.contains("the figures have the same range of values") == true)
    #expect(
      player.type(":describe").replacing("\n", with: " ")
        .contains("2 figures beside each other, values from 1 to 81 in all.")
    )
    #expect(
      player.type(":data").contains(
        "layer\trms(a)\tbefore: s = 2\n0\t1\t1\n1\t3\t2\n2\t9\t4\n3\t27\t8\n4\t81\t16\n\n"
          + "entry\tk = 1\tk = 3\n"
      )
    )
    player.type(":undo")
    #expect(player.figures.count == 2)
    #expect(player.type(":describe").contains("values from 1 to 16 in all"))
    // Its own parameter is none of the notebook's.
    #expect(player.type("k = 5") == "k = 5")
  }

  @Test("What doesn't depend on the change is left alone")
  func unrelated() throws {
    var player = try Player(Self.figures)
    #expect(player.type("k = 3") == "k = 3")
    #expect(player.type("k") == "k = 3")
    #expect(player.type("k = 4") == "k = 4")
    #expect(player.type(["k*2", "k = 5"]) == "k = 5\nk*2 = 10")
  }

  @Test("A definition that stands there already prints nothing anew, nor does taking it back")
  func same() throws {
    var player = try Player(Self.figures)
    #expect(player.type("s = 2") == "s = 2")
    player.type("s = 3")
    // It is still compared with what was before the last change.
    #expect(player.type("s = 3") == "s = 3")
    #expect(player.type(":describe").contains("before (s = 2)"))
    #expect(player.type(":undo") == "s = 3 again.")
    #expect(player.type(":undo").hasPrefix("s = 2 again.\nchanged: s."))
  }

  @Test("What is too dear to run at once is stale until asked for")
  func dear() throws {
    var player = try Player(
      Texts.lesson(
        """
        ## Dear

        ```toml parameters
        [d]
        value = 2
        meaning = "a width"
        ```

        ```fathom
        net = network(gaussian(gain: 1), width: d, depth: 50, seed: 1)
        rms(net(ones(d)))
        ```
        """
      )
    )
    let seen = player.type("d = 4000")
    #expect(seen.hasSuffix("stale: 1.1 rms(net(ones(d))); :show 1.1"))
    #expect(!seen.contains("rms(net(ones(d))) ="))
    player.type("d = 3")
    #expect(player.type(":run").hasPrefix("rms(net(ones(d))) = "))
  }

  @Test("One per source text: what is asked for again keeps its number and moves to the end")
  func oncePerText() throws {
    var player = try Player(Self.figures)
    player.type("s + 1")
    let seen = player.type("s = 3")
    #expect(seen.hasSuffix("\ns + 1 = 4\nstale: 1.2 s + 2, figure 1.6; :show 1.2"))
    #expect(player.type(":show 1.1") == "s + 1 = 4")
  }

  @Test("A pasted block shows what it asks for once")
  func block() throws {
    var player = try Player(Self.figures)
    let seen = player.type("s = 3\ns + 9\nplot 9*rms(a)")
    #expect(seen.components(of: "s + 9 = ") == 1)
    #expect(player.figures.count == 3)
    let both = player.type("s + 9\ns = 4")
    #expect(both.contains("s + 9 = 12"))
    #expect(both.contains("s + 9 = 13"))
  }

  @Test("A step's figures end with the step")
  func newStep() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "guess")
    player.type(["3", ":go less"])
    #expect(player.type("s = 1").contains("rms(a[1]) = 1"))
    #expect(player.figures.isEmpty)
    #expect(
      player.type(":show 1.1")
        == "This step has shown no \"1.1\". There is 2.1."
    )
  }

  @Test(":show, :describe and :data take the last figure or one by its number")
  func again() throws {
    var player = try Player(Self.figures)
    player.type(":show")
    #expect(player.figures.count == 1)
    #expect(player.type(":describe").hasPrefix("Linear plot, 1 line"))
    #expect(player.type(":describe 1.6").contains("layers 0 to 4"))
    #expect(player.type(":data 1.6") == "layer\trms(a)\n0\t1\n1\t2\n2\t4\n3\t8\n4\t16")
    #expect(
      player.type(":describe 1.1")
        == "There is no figure \"1.1\" in this step. There are 1.6, 1.7 and 1.8."
    )
    #expect(
      player.type(":data 9")
        == "There is no figure \"9\" in this step. There are 1.6, 1.7 and 1.8."
    )
    player = try Player(Texts.lesson("## Bare\nNothing."))
    #expect(player.type(":show") == "This step has shown no figure or value yet. Enter goes on.")
    #expect(player.type(":describe") == "This step has shown no figure yet. Enter goes on.")
    #expect(player.type(":run") == "This step has shown nothing to run again.")
  }

  @Test("A figure that fails now says why instead of nothing")
  func failing() throws {
    var player = try Player(Self.figures)
    player.type("a = 3")
    for command in [":show 1.6", ":describe 1.6", ":data 1.6"] {
      #expect(player.type(command).contains("^"))
    }
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
