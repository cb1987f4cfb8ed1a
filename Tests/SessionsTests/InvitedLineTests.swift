import Sessions
import Testing

/// What a text invites to can be typed at the prompt of the question below it.
@Suite("Invited lines")
struct InvitedLineTests {
  private static let free = "That was no answer, and cost nothing."

  private func at(_ id: String) throws -> Player {
    var player = try Player(Texts.tour)
    player.enter(until: id)
    return player
  }

  @Test(
    "Help, figures, first … where and notebook names run at a number and at a letter",
    arguments: ["factor", "way", "formula"]
  )
  func run(id: String) throws {
    var player = try at(id)
    for line in ["help plot", "explain s", "table [1, 2]", "first l where rms(a[l]) >= 2"] {
      let said = player.type(line)
      #expect(said.hasSuffix(Self.free), "\(said)")
      #expect(said.count > Self.free.count + 5)
    }
    #expect(player.prompt == "answer[\(id)]>")
    #expect(player.mark(id) == .unanswered)
  }

  @Test("An expression in names of the notebook shows its value and what an answer is made of")
  func value() throws {
    var player = try at("factor")
    #expect(
      player.type("rms(a[5])/2")
        == "rms(a[5])/2 = 3.796875\nAn answer here is made of numbers, arithmetic, s and L, without "
        + "\"a\". This cost no attempt."
    )
    // Nobody knows what it is: nothing runs.
    #expect(player.type("rms(qq)").hasPrefix("An answer here is made of numbers"))
    #expect(player.mark("factor") == .invalid)
    player = try at("way")
    #expect(player.type("s") == "s = 0.5\n\(Self.free)")
    #expect(player.type("q") == "\"q\" is none of a, b and c. This cost no attempt.")
  }

  @Test("Of a value that is no line only why it is no answer is told")
  func wall() throws {
    var player = try at("factor")
    player.type("v = normal(64, seed: 1)")
    #expect(
      player.type("2*v/L")
        == "An answer here is made of numbers, arithmetic, s and L, without \"v\". This cost no attempt."
    )
    #expect(player.type("v[1]*0 + 1").hasPrefix("v[1]*0 + 1 = 1\n"))
    #expect(player.mark("factor") == .invalid)
    // No answer is followed by what it was when something changes.
    #expect(!player.type("v = normal(64, seed: 2)").contains("v[1]*0"))
  }

  @Test("The letter of a choice stays an answer where a name of the notebook is the same")
  func letter() throws {
    var player = try at("way")
    #expect(player.definition("a") != nil)
    #expect(player.type("a").hasPrefix("Not yet."))
  }

  @Test("What begins with ? gets no remark, nor does a definition that can be no answer")
  func quiet() throws {
    var player = try at("factor")
    #expect(player.type("? rms(a[5])") == "rms(a[5]) = 7.59375")
    #expect(!player.type("x = [2, 6]").contains("no answer"))
    #expect(player.type("v = 3").hasSuffix("To answer, type the right side alone: 3"))
    #expect(!player.type("? v = 3").contains("no answer"))
  }

  @Test("A number at a task is told what a task takes")
  func task() throws {
    var player = try at("balance")
    #expect(
      player.type("3")
        == "3 = 3\nA task takes no number: define what it asks for, look at it, and then type done."
    )
    #expect(!player.type("s").contains("A task takes"))
    #expect(!player.type("s = 3").contains("A task takes"))
  }

  @Test("A line that was tried counts as no answer in a replay without eyes either")
  func replayed() throws {
    var (seen, unseen) = (try at("factor"), try at("factor"))
    for line in ["help plot", "rms(a[5])", "plot rms(a)", "1.5^5"] {
      seen.type(line)
      unseen.session.replay(.line(line))
    }
    #expect(unseen.verdict("factor") == seen.verdict("factor"))
    #expect(unseen.session.prompt == seen.session.prompt)
    #expect(unseen.type(":show") == seen.type(":show"))
  }
}
