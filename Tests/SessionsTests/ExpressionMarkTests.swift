import Sessions
import Testing

/// Formulas: equal at many points, and of the same shape.
@Suite("Formulas")
struct ExpressionMarkTests {
  private static func mark(
    _ line: String,
    key: String = "s^(L-1)",
    over: String = "s = \"0.4...1.6\", L = \"2...60\"",
    within: String = "rel 1e-9"
  ) throws -> Mark? {
    var player = try Player(
      Texts.question(
        """
        kind = "expression"
        over = { \(over) }
        answer = "\(key)"
        within = "\(within)"
        reject = ["12345"]
        points = 1
        hints = ["Count."]
        explain = "So."
        """
      )
    )
    player.enter(until: "q")
    player.type(line)
    return player.mark("q")
  }

  @Test(
    "Equivalent forms are right",
    arguments: [
      "s^(L-1)", "s^(L - 1)", "s**(L-1)", "s^L/s", "s*s^(L-2)", "s^(-1+L)", "exp((L-1)*ln(s))",
      "(1/s)^(1-L)", "(s^(L-1))", "s^L * s^-1", "s^(L-1.0)", "s^(L−1)", "1*s^(L-1) + 0",
      "sqrt(s^(2*L-2))",
    ]
  )
  func equivalent(_ line: String) throws { #expect(try Self.mark(line) == .correct) }

  @Test(
    "Other values are wrong, near as they may be somewhere",
    arguments: [
      "s^L", "s*(L-1)", "L^s", "s", "1", "0", "s^(L-2)", "s^(1-L)", "1.5^19", "s^(L-1) + 1e-6",
      "s^(L-1)*1.00000001", "-s^(L-1)", "s^(L-1)^1.01", "abs(s-1)^(L-1)",
    ]
  )
  func wrong(_ line: String) throws { #expect(try Self.mark(line) == .incorrect) }

  @Test("A letter of the question goes before a number that is built in under it")
  func letterOfTheQuestion() throws {
    let over = "e = \"0.1...4\""
    #expect(try Self.mark("2*e + e^2", key: "2*e + e^2", over: over) == .correct)
    let ofEuler = try Self.mark("12.8256", key: "2*e + e^2", over: over, within: "rel 1e-4")
    #expect(ofEuler == .incorrect)
  }

  @Test(
    "Other shapes are wrong",
    arguments: ["[s^(L-1)]", "[[s^(L-1)]]", "[s^(L-1), s^(L-1)]"]
  )
  func shapes(_ line: String) throws { #expect(try Self.mark(line) == .incorrect) }

  @Test(
    "What has no value anywhere is no answer and costs none",
    arguments: [
      ("1/(s-s)", "divi"), ("1/0", "divi"), ("ln(-s^2)", "ln"), ("sqrt(-s)", "sqrt"),
      ("s(L-1)", "s is a number"), ("s^(L-1) == s^(L-1)", "a truth value"), ("1...L", "a range"),
    ]
  )
  func valueless(_ line: String, _ reason: String) throws {
    var player = try Player(Texts.tour)
    player.enter(until: "formula")
    let seen = player.type(line)
    #expect(seen.contains("This cost no attempt."), "\(seen)")
    #expect(seen.contains(reason), "\(seen)")
    #expect(player.mark("formula") == .invalid)
    player.type("s^(L-1)")
    #expect(player.mark("formula") == .correct)
  }

  @Test("Vectors and matrices are compared entry by entry")
  func vectors() throws {
    let over = "s = \"0.4...1.6\""
    for (line, key, expected) in [
      ("[s, s^2]", "[s, s*s]", Mark.correct), ("s*[1, s]", "[s, s*s]", .correct),
      ("[s^2, s]", "[s, s*s]", .incorrect), ("[s]", "[s, s*s]", .incorrect),
      ("s", "[s, s*s]", .incorrect), ("[[s, 0], [0, s]]", "s*[[1, 0], [0, 1]]", .correct),
      ("[[s, 0], [1e-9, s]]", "s*[[1, 0], [0, 1]]", .incorrect),
      ("[[s, 0]]", "s*[[1, 0], [0, 1]]", .incorrect),
    ] { #expect(try Self.mark(line, key: key, over: over) == expected, "\(line)") }
  }

  @Test("Names beyond the question's parameters are refused, and cost nothing")
  func names() throws {
    for line in ["s^(n-1)", "M^(L-1)", "a[L]", "s^(L-1) s", "s^", "inf", "W[1]*x"] {
      #expect(try Self.mark(line) == .invalid, "\(line)")
    }
  }

  @Test("Few values of a parameter are all tried, so that none can be left out of the formula")
  func fewValues() throws {
    for values in ["[1, 2]", "[1, 2, 3]", "[1, 2, 3, 4]", "[1, 2, 3, 4, 5, 6, 7, 8]"] {
      let over = "s = [2, 3, 4, 5], n = \(values), m = \(values)"
      #expect(try Self.mark("s*n*m", key: "s*n*m", over: over) == .correct)
      for wrong in ["s*m", "s*n", "s*n*n", "s*m*m", "n*m", "s*n*m*(n-m)^0 + (n-1)*(n-2)*1e-3"]
      where !(values == "[1, 2]" && wrong.hasSuffix("1e-3")) {
        #expect(try Self.mark(wrong, key: "s*n*m", over: over) == .incorrect, "\(wrong) \(values)")
      }
    }
  }

  @Test("Where the key has no value anywhere the lesson is at fault, else such points are left out")
  func faults() throws {
    #expect(try Self.mark("s", key: "1/(s-s)") == .lessonFault)
    #expect(try Self.mark("s", key: "nope") == .lessonFault)
    let over = "s = [-1, 0, 1, 2, 3]"
    #expect(try Self.mark("s/s*1/s", key: "1/s", over: over) == .correct)
    #expect(try Self.mark("2/s", key: "1/s", over: over) == .incorrect)
  }

  @Test("A known wrong formula gets its meaning; another the way on")
  func meaning() throws {
    var player = try Player(Texts.tour)
    player.enter(until: "formula")
    #expect(player.type("(L-1)*s") == "Not yet.\n\n  That adds.")
    #expect(player.type("s^L").hasPrefix("Not yet (answer 2). A line that begins"))
    #expect(player.type("s^L/s") == "Right. 1 of 1 point.\n\n  One for each but the last.")
  }
}
