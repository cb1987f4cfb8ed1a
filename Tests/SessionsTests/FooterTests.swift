import Sessions
import Testing

/// Which keys the footer names.
@Suite("Footer")
struct FooterTests {
  private func at(_ id: String) throws -> Player {
    var player = try Player(Texts.tour)
    player.enter(until: id)
    return player
  }

  private func keys(_ player: Player) -> [String] { player.session.keys(behind: "begin next") }

  @Test("At a question it says what is left to do, before and after each answer")
  func question() throws {
    var player = try at("factor")
    #expect(
      keys(player) == ["type an answer", "? to try things", "Enter: later", ":hint", ":skip"]
    )
    player.type("3")
    #expect(player.session.told == .notYet(left: nil) && player.session.triesHere == 1)
    #expect(
      keys(player) == ["type another answer", "? to try things", "Enter: go on", ":hint", ":skip"]
    )
    player.type([":hint", ":hint", "4"])
    #expect(keys(player) == ["type another answer", "? to try things", "Enter: go on", ":skip"])
    player.type("1.5^5")
    #expect(player.session.told == .right)
    #expect(keys(player)[0] == "Enter: go on")
    // A further answer is another try.
    player.type(":answer factor")
    #expect(player.session.told == nil)
    #expect(keys(player).prefix(2) == ["Enter: go on", "or answer again"])
  }

  @Test("A task asks for changes and done")
  func task() throws {
    var player = try at("balance")
    #expect(keys(player)[0] == "change the notebook, then type done")
    player.type(["s = 1.5", "done"])
    #expect(keys(player)[0] == "go on changing, then type done")
    player.type(["s = 1", "done"])
    #expect(keys(player)[0] == "Enter: go on")
  }

  @Test("The change that it invites to starts from what is there now, and is one")
  func inviting() throws {
    let text = Texts.lesson(
      """
      ## One

      ```toml parameters
      [n]
      value = 64
      range = [4, 512]
      step = 4
      meaning = "units"
      ```

      Look.
      """
    )
    for (typed, offered) in [
      (nil, "68"), ("n = 256", "260"), ("n = 512", "508"), ("n = 600", "512"),
      ("n = 2*32", "68"),
    ] {
      var player = try Player(text)
      if let typed { player.type(typed) }
      #expect(keys(player)[1] == "n = \(offered) changes n", "\(typed ?? "")")
      #expect(player.type(":help").contains("n = \(offered)"))
    }
  }

  @Test("Where answers are counted, those that are left are named")
  func counted() throws {
    var player = try Player(Texts.number("2", within: "exact", more: "attempts = 3"))
    player.enter(until: "q")
    player.type("5")
    #expect(keys(player)[0] == "2 more answers count")
    player.type("6")
    #expect(keys(player)[0] == "1 more answer counts")
    player.type("7")
    #expect(player.session.told == .over)
    #expect(keys(player)[0] == "Enter: go on")
  }

  @Test("No transition reads what was told: a session that is taken up has none, and goes on alike")
  func replayed() throws {
    var (seen, unseen) = (try at("factor"), try at("factor"))
    for line in ["3", "1.5^5", "? s = 2"] {
      seen.type(line)
      unseen.session.replay(.line(line))
    }
    #expect(seen.session.told == .right && unseen.session.told == nil)
    for line in [":help", "s", "", ":score"] { #expect(seen.type(line) == unseen.type(line)) }
  }

  @Test("At the end Enter is named by what it does")
  func end() throws {
    var player = try Player(Texts.lesson("## One\nFirst."))
    #expect(keys(player)[0] == "Enter: go on")
    player.enter()
    #expect(keys(player)[0] == "Enter: what to take along")
    player.enter()
    #expect(keys(player)[0] == "Enter: begin next")
    #expect(player.session.keys(behind: nil)[0] == ":score")
  }
}
