import DeepNetworks
import Lessons
import Sessions
import Testing

/// The rules of marking at their edges.
///
/// Expected values by hand: a rule says where its edge is.
@Suite("Tolerances")
struct ToleranceTests {
  private static func rule(_ within: String) throws -> Tolerance {
    let parsed = try lesson(Texts.number("1", within: within))
    guard case .number(let number) = parsed.questions[0].kind else {
      throw CancellationError()
    }
    return number.tolerance
  }

  private static func accepts(_ within: String, _ answer: String, _ key: String) throws -> Bool {
    try rule(within).accepts(
      try #require(Extended(decimal: answer)),
      key: try #require(Extended(decimal: key))
    )
  }

  @Test(
    "An answer on the near side of the edge is right, one beyond is not",
    arguments: [
      // rel: |a - k| <= r |k|
      ("rel 1e-3", "2000", "2001.999999", "2002.000001"),
      ("rel 1e-3", "2000", "1998.000001", "1997.999999"),
      ("rel 1e-3", "-2000", "-2001.999", "-2002.001"),
      ("rel 0.01", "4.317e-5", "4.36e-5", "4.361e-5"),
      ("rel 1e-12", "1", "1.0000000000009", "1.0000000000011"),
      ("rel 1e-3", "1e400", "1.0009e400", "1.0011e400"),
      ("rel 1e-3", "1e-400", "1.0009e-400", "1.0011e-400"),
      // log10: a factor of 10^d
      ("log10 1", "5", "49.9999", "50.0001"),
      ("log10 1", "5", "0.500001", "0.499999"),
      ("log10 0.3", "100", "199.52", "199.53"),
      ("log10 0.3", "100", "50.12", "50.11"),
      ("log10 0.05", "3.8e26", "4.2e26", "4.3e26"),
      ("log10 0.3", "-100", "-199.52", "-199.53"),
      ("log10 0.3", "-100", "-199.52", "199.52"),
      ("log10 10", "1e-300", "1e-291", "0"),
      // sig: the same digits after rounding
      ("sig 3", "1.2349", "1.2251", "1.2249"),
      ("sig 3", "1.23", "1.2291", "1.2349999e1"),
      ("sig 3", "1.23", "1.2349", "1.2351"),
      ("sig 1", "1", "1.0000", "1.6"),
      ("sig 3", "0.00100", "0.001", "0.00101"),
      ("sig 3", "1000", "999.6", "999.4"),
      ("sig 2", "-1.5", "-1.54", "1.54"),
      ("sig 3", "1e-400", "1.004e-400", "1.006e-400"),
      // exact: in 106 bits
      ("exact", "25", "25.0", "25.0000000000000000001"),
      ("exact", "0.1", "1e-1", "0.10000000000000001"),
      ("exact", "0", "0", "1e-300"),
      // abs, only where the author wrote it
      ("abs 0.1", "26.59", "26.68", "26.70"),
      ("abs 0.1", "26.59", "26.50", "26.48"),
      ("abs 0.1", "0", "0.0999", "0.1001"),
    ]
  )
  func edges(_ within: String, _ key: String, _ near: String, _ far: String) throws {
    #expect(try Self.accepts(within, near, key))
    #expect(try !Self.accepts(within, far, key))
  }

  @Test("The key itself is right under every rule; nothing that isn't finite ever is")
  func selfAndNonsense() throws {
    let keys = ["1", "-1", "0", "0.1", "1e-300", "1e300", "7.59375", "1e5000", "-1e-5000"]
    for within in ["rel 1e-12", "log10 0.001", "sig 15", "exact", "abs 1e-9"] {
      let rule = try Self.rule(within)
      for text in keys {
        let key = try #require(Extended(decimal: text))
        #expect(rule.accepts(key, key: key), "\(within) \(text)")
        for odd in [Extended.nan, .infinity, -.infinity] {
          #expect(!rule.accepts(odd, key: key))
          #expect(!rule.accepts(key, key: odd))
          #expect(!rule.accepts(odd, key: odd))
        }
        if text != "0", !within.hasPrefix("abs") {
          #expect(!rule.accepts(-key, key: key))
          #expect(!rule.accepts(.zero, key: key))
        }
      }
    }
  }

  @Test("The words printed with a question are the rule, not about the rule")
  func words() throws {
    for (within, words) in [
      ("rel 1e-3", "right within 0.1 %"), ("rel 0.012345", "right within 1.2345 %"),
      ("rel 0.05", "right within 5 %"), ("rel 1e-9", "right within 1e-7 %"),
      ("log10 0.3", "right within a factor of about 2"),
      ("log10 0.05", "right within a factor of about 1.12"),
      ("log10 1", "right within a factor of about 10"),
      ("sig 1", "right to 1 significant digit"), ("sig 3", "right to 3 significant digits"),
      ("exact", "the exact value is asked"), ("abs 0.1", "right within 0.1"),
    ] {
      #expect(try Self.rule(within).words == words)
      var player = try Player(Texts.number("1", within: within))
      #expect(player.enter(until: "q").contains("(2 points; \(words))"))
    }
  }
}
