import Sessions
import Testing

/// `:point` marks a place in a figure and says what stands there.
@Suite("Pointing")
struct PointingTests {
  private static let lesson = Texts.lesson(
    """
    ## Figures

    ```fathom
    s = 2
    a = activations(network(s*identity(2), depth: 4), [1, 1])
    plot rms(a)
    heatmap p*q over p in 1...3, q in 1...5
    plot rms(a) on log
    ```
    """
  )

  @Test("A layer, a level and a cell, in the latest figure or one by its number")
  func places() throws {
    var player = try Player(Self.lesson)
    #expect(player.type(":point 3").contains("layer 3: rms(a) is 8."))
    #expect(player.figures.count == 1)
    #expect(player.type(":point value 5").contains("5: rms(a) first reaches it at layer 3."))
    #expect(player.type(":point 1.2 2, 4").contains("p = 2, q = 4: p*q is 8."))
    #expect(player.figures[0].contains("!"))
    #expect(player.type(":point 1.1 2").contains("layer 2: rms(a) is 4."))
    // What the notebook knows can be typed instead of a numeral.
    #expect(player.type(":point s + 1").contains("layer 3: rms(a) is 8."))
    #expect(player.type(":point value 1e400").contains("1e400: rms(a) never reaches it."))
  }

  @Test("Where nothing stands, the range is named and no figure is drawn")
  func outside() throws {
    var player = try Player(Self.lesson)
    for (line, words) in [
      (":point 28", "layer 28 is outside layers 0 to 4."),
      (":point 1e400", "layer inf is outside layers 0 to 4."),
      (":point 1, 2", "This figure has no cells."),
      (":point 1.2 9, 1", "p = 9 is outside p from 1 to 3."),
      (":point 1.2 1, 9", "q = 9 is outside q from 1 to 5."),
      (":point 1.2 2", "A cell of a heatmap has two numbers: p and q."),
      (":point 1.9 2", "There is no figure \"1.9\" in this step. There are 1.1, 1.2 and 1.3."),
      (":point", ":point needs more: :point PLACE"),
      (":point value", ":point needs more: :point PLACE"),
      (":point 1,", ":point needs more: :point PLACE"),
      (
        ":point a",
        "\"a\" is a list of vectors for layers 0 to 4; a place is a number, as in :point 28"
      ),
    ] {
      #expect(player.type(line) == words)
      #expect(player.figures.isEmpty)
    }
    for line in [":point 3 in 1", ":point 1 10", ":point (", ":point at 3"] {
      #expect(player.type(line).hasSuffix(":point 0.9, 100. In figure 1.2 it is :point 1.2 28"))
      #expect(player.figures.isEmpty)
    }
    #expect(player.type(":point zz").contains("There is no \"zz\"."))
    player = try Player(Texts.lesson("## Bare\nNothing."))
    #expect(player.type(":point 3") == "This step has shown no figure yet. Enter goes on.")
  }

  @Test("Where figures are text, the sentence comes alone")
  func text() throws {
    var player = try Player(Self.lesson)
    player.type(":set figures text")
    #expect(player.type(":point 3") == "layer 3: rms(a) is 8.")
  }

  @Test("Before a guess neither :point nor explain knows the figure")
  func guess() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "guess")
    for line in [":point 5", ":point 1.1 5", "explain 1.1", "? explain 1.1"] {
      #expect(!player.type(line).contains("7.59"), "\(line)")
    }
    #expect(player.prompt == "answer[guess]>")
  }

  @Test("explain with a figure's number asks about that figure, and is free at a question")
  func explained() throws {
    var player = try Player(Self.lesson)
    #expect(
      player.type("explain 1.1").hasPrefix("Linear plot, 1 line, layers 0 to 4.\nrms(a) rises")
    )
    #expect(player.type("explain 1.7").hasPrefix("1.7 is a number."))
    #expect(player.type(":why s").hasSuffix("What changes with s: a."))
    #expect(player.type("explain s").hasSuffix("What changes with s: a."))
  }
}
