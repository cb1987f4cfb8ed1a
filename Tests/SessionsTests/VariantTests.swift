import Lessons
import Sessions
import Testing

/// Questions with values of the learner's own.
@Suite("Variants")
struct VariantTests {
  private static func text(version: String = "1.0.0", answer: String = "s^L") -> String {
    Texts.question(
      """
      kind = "number"
      vary = { s = [1.1, 1.2, 1.3, 1.4], L = "10...19", h = "0.5...0.9 by 0.1" }
      answer = "\(answer)"
      reject = ["0"]
      points = 1
      hints = ["{s}"]
      explain = "So."
      """
    ).replacing("What is it?", with: "s = {s}, L = {L}, h = {h}.")
      .replacing("1.0.0", with: version)
  }

  private static func asked(_ text: String, _ name: String?, seed: String = "") throws -> String {
    var player = try Player(text, learner: Learner(name: name, classSeed: seed))
    let lines = (player.seen + "\n" + player.enter(until: "q")).split(separator: "\n")
    return try String(#require(lines.first { $0.contains("s = ") }))
  }

  @Test("The same learner has the same question, whatever the version and the key")
  func stable() throws {
    let once = try Self.asked(Self.text(), "Ada")
    #expect(try Self.asked(Self.text(), "Ada") == once)
    #expect(try Self.asked(Self.text(version: "2.3.4"), "Ada") == once)
    #expect(try Self.asked(Self.text(answer: "L*s"), "Ada") == once)
    #expect(try Self.asked(try lesson(Self.text()).released(), "Ada") == once)
  }

  @Test("The draw is written down here, so that no change of the hash goes unseen")
  func pinned() throws {
    let drawn = try ["Ada", "Grace", "Зоя", ""].map { try Self.asked(Self.text(), $0) }
    #expect(drawn == Self.drawn)
  }

  /// From a script that follows the same description of the hash: FNV-1a over the parts, each with
  /// 0x1F behind it, then the finaliser of SplitMix64.
  private static let drawn = [
    "  s = 1.2, L = 16, h = 0.8.", "  s = 1.2, L = 11, h = 0.5.", "  s = 1.1, L = 12, h = 0.5.",
    "  s = 1.1, L = 14, h = 0.5.",
  ]

  @Test("Another class seed gives other questions to most")
  func seeds() throws {
    let parsed = try lesson(Self.text()).questions[0]
    let names = (0..<100).map { "learner \($0)" }
    let changed = names.count { name in
      Frozen(parsed, lesson: "depths", learner: Learner(name: name, classSeed: "spring"))
        != Frozen(parsed, lesson: "depths", learner: Learner(name: name, classSeed: "autumn"))
    }
    #expect(changed > 90)
  }

  @Test("Without a name there are no variants: the first values")
  func nameless() throws {
    #expect(try Self.asked(Self.text(), nil) == "  s = 1.1, L = 10, h = 0.5.")
    #expect(try Self.asked(Self.text(), nil, seed: "spring") == "  s = 1.1, L = 10, h = 0.5.")
  }

  @Test("Over 1 000 names each value comes about equally often, and no two parameters go together")
  func distribution() throws {
    let parsed = try lesson(Self.text()).questions[0]
    var counts: [String: [String: Int]] = [:]
    var pairs: [String: Int] = [:]
    for index in 0..<1_000 {
      let learner = Learner(name: "student\(index)@example.org", classSeed: "2024")
      let entries = Frozen(parsed, lesson: "depths", learner: learner).entries
      for entry in entries { counts[entry.name, default: [:]][entry.text, default: 0] += 1 }
      pairs[entries[0].text + " " + entries[1].text, default: 0] += 1
    }
    // Six standard deviations around 250, 100 and 200.
    #expect(counts["s"]?.count == 4)
    #expect(counts["s"]?.values.allSatisfy { (168...332).contains($0) } == true)
    #expect(counts["L"]?.count == 10)
    #expect(counts["L"]?.values.allSatisfy { (43...157).contains($0) } == true)
    #expect(counts["h"]?.keys.sorted() == ["0.5", "0.6", "0.7", "0.8", "0.9"])
    #expect(pairs.count == 40)
    #expect(pairs.values.allSatisfy { $0 < 60 })
  }

  @Test("A variant is marked by its own values, which its hint and question print")
  func marked() throws {
    for name in ["Ada", "Grace", "Alan", "Emmy"] {
      var player = try Player(Self.text(), learner: Learner(name: name))
      player.enter(until: "q")
      let frozen = Frozen(
        player.session.questions[0],
        lesson: "depths",
        learner: Learner(name: name)
      )
      let (s, l) = (frozen.entries[0].text, frozen.entries[1].text)
      #expect(player.type(":hint").hasSuffix("  \(s)"))
      player.type(["s = 9", "\(s)^(\(l)+1)"])
      #expect(player.mark("q") == .incorrect)
      player.type("\(s)^\(l)")
      #expect(player.mark("q") == .correct)
    }
  }

  @Test(
    "A number of a question's own may have the name of one that is built in",
    arguments: ["e", "pi"]
  )
  func builtInName(name: String) throws {
    let text = Texts.question(
      """
      kind = "number"
      vary = { \(name) = [16] }
      answer = "2*\(name)"
      reject = ["0"]
      points = 1
      hints = ["So."]
      explain = "So."
      """
    )
    var player = try Player(text, learner: Learner(name: "Ada"))
    player.enter(until: "q")
    player.type(name == "e" ? "5.43656" : "6.28319")
    #expect(player.mark("q") == .incorrect)
    player.type("32")
    #expect(player.mark("q") == .correct)
  }

  @Test("Choices come in an order of the learner's own; their letters stay with them")
  func choices() throws {
    var orders: [String: Int] = [:]
    for index in 0..<200 {
      var player = try Player(Texts.tour, learner: Learner(name: "n\(index)"))
      player.type(":go less")
      let lines = player.enter(until: "way").split(separator: "\n").filter { $0.contains(") ") }
      let shown = lines.map { $0.trimmingPrefix { $0 == " " } }
      orders[shown.joined(), default: 0] += 1
      #expect(shown.sorted().prefix(3) == ["a) Up.", "b) Down.", "c) Nowhere."])
      player.type("b")
      #expect(player.mark("way") == .correct)
    }
    #expect(orders.count == 6)
    #expect(orders.values.allSatisfy { $0 > 10 })
  }

  /// The letters of a question's choices in the order in which they are shown.
  private static func shown(_ id: String, last: String = "", name: String? = nil) throws -> String {
    let text = Texts.question(
      """
      kind = "choice"
      answer = "some"
      \(last)
      points = 1
      hints = ["Guess."]
      explain = "So."

      [choices]
      all = "All."
      none = "None."
      some = "Some."
      most = "Most."
      """
    ).replacing("id = \"q\"", with: "id = \"\(id)\"")
    var player = try Player(text, learner: Learner(name: name))
    let lines = (player.seen + "\n" + player.enter(until: id)).split(separator: "\n")
    return String(
      lines.compactMap { $0.trimmingPrefix { $0 == " " } }.filter { $0.dropFirst().first == ")" }
        .compactMap(\.first).suffix(4)
    )
  }

  @Test("Without a name the order is the author's; another one is told")
  func withoutAName() throws {
    #expect(try (0..<10).allSatisfy { try Self.shown("q\($0)") == "abcd" })
    #expect(try Self.shown("q7", name: "Ada") == Self.shown("q7", name: "Ada"))
    for index in 0..<20 {
      var player = try Player(Texts.tour, learner: Learner(name: "n\(index)"))
      player.type(":go less")
      let seen = player.enter(until: "way")
      let letters = seen.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
        .filter { $0.dropFirst().first == ")" }.compactMap(\.first).suffix(3)
      #expect(seen.contains("in an order of your own") == (String(letters) != "abc"))
    }
  }

  @Test("What the author wants last stands last, in that order, for everybody")
  func last() throws {
    for name in [nil] + (0..<20).map({ "n\($0)" }) {
      let order = try Self.shown("q", last: "last = [\"none\", \"all\"]", name: name)
      #expect(order.hasSuffix("ba") && order.count == 4)
      #expect(name != nil || order == "cdba")
    }
  }
}
