import Sessions
import Testing

/// Lines that somebody tries, and what a later change says of them.
@Suite("Lines that are tried")
struct TriedLineTests {
  private static func begun() throws -> Player {
    var player = try Player(Texts.tour)
    player.enter(until: "factor")
    return player
  }

  @Test("Of several the last that had a value follows a change; one that failed says nothing again")
  func follow() throws {
    var player = try Self.begun()
    #expect(player.type("? rms(a[2])").contains("rms(a[2]) = 2.25"))
    #expect(player.type("? rms(a[99])").contains("There is no"))
    let seen = player.type("s = 2")
    #expect(seen.contains("rms(a[2]) = 4"), "\(seen)")
    #expect(!seen.contains("There is no") && !seen.contains("a[99]"), "\(seen)")
    // What works by a change is shown with it.
    #expect(player.type("L = 100").contains("rms(a[99]) = "))
    // What a change breaks is said once.
    #expect(player.type("L = 6").contains("There is no"))
    #expect(!player.type("s = 3").contains("There is no"))
  }

  @Test("In a notebook of one's own, too")
  func notebook() {
    var player = Player(notebook: "mine")
    player.type(["s = 1.5", "v = [s, 2*s]", "v[2]", "v[3]", "plot v[9]*[1, 2]"])
    let seen = player.type("s = 2")
    #expect(seen.contains("v[2] = 4") && !seen.contains("There is no"), "\(seen)")
  }

  @Test("A plot from whole numbers says how to take more, where it was typed and nowhere else")
  func wholeNumbers() throws {
    var player = try Self.begun()
    let remark = "Drawn from 11 whole numbers. From more: over z in -5...5 by 0.2"
    #expect(player.type("plot s*sigmoid(z) over z in -5...5").contains(remark))
    #expect(!player.type("s = 2").contains("whole numbers"))
    #expect(!player.type(":show").contains("whole numbers"))
    #expect(!player.type("plot rms(a[L]) over L in 1...9").contains("whole numbers"))
  }

  @Test("Factors of an answer with nothing between them are told with their signs")
  func factors() throws {
    var player = try Player(
      Texts.question(
        """
        kind = "expression"
        over = { n = "4...64", v = "0.1...2", s = "0.1...1" }
        answer = "n*v*s"
        reject = ["n"]
        points = 1
        hints = ["Count."]
        explain = "So."
        """
      )
    )
    player.enter(until: "q")
    for (line, product) in [("n v s", "n*v*s"), ("2 n v", "2*n*v")] {
      #expect(
        player.type(line)
          == "This cost no attempt. Between the factors of a product stands *: \(product)"
      )
    }
    // Whose words are no names of the question has no product meant.
    #expect(!player.type("n v q").contains("*:"))
    #expect(player.mark("q") == .invalid)
    player.type("n*v*s")
    #expect(player.mark("q") == .correct)
  }
}
