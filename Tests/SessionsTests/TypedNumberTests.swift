import Sessions
import Testing

/// How numbers are typed: each rule has a public report behind it.
@Suite("Typed numbers")
struct TypedNumberTests {
  enum Expected: Sendable { case right, wrong, noAttempt }

  private static func outcome(_ line: String, key: String, within: String) throws -> Expected {
    var player = try Player(Texts.number(key, within: within))
    player.enter(until: "q")
    let seen = player.type(line)
    #expect(player.prompt == "answer[q]>", "\(line)")
    switch player.mark("q") {
    case .correct:
      #expect(seen.hasPrefix("Right"), "\(line)")
      return .right
    case .incorrect:
      #expect(seen.hasPrefix("Not yet."), "\(line)")
      return .wrong
    case .invalid, .unanswered:
      return .noAttempt
    case .partial, .guessed, .overBudget, .toBeRead, .lessonFault, nil:
      Issue.record("\(line): \(String(describing: player.mark("q")))")
      return .noAttempt
    }
  }

  @Test(
    "What people write for a number is read as that number",
    arguments: [
      ("1.5", "1.5"), ("+1.5", "1.5"), ("  1.5 ", "1.5"), (".5", "0.5"), ("0.5", "0.5"),
      ("-.5", "-0.5"), ("−0.5", "-0.5"), ("5.", "5"), ("5.*2", "10"), ("(5.)", "5"),
      ("1.5e3", "1500"), ("1.5E+3", "1500"), ("1.5e-3", "0.0015"), ("5.e2", "500"),
      ("3/2", "1.5"), ("81/16", "5.0625"), ("1.5^149", "1.5^149"), ("1.5**149", "1.5^149"),
      ("10^26.1", "10^26.1"), ("2*10^-3", "0.002"), ("1.5×10^-3", "0.0015"),
      ("1.5·10^-3", "0.0015"), ("138*10^-3", "0.138"), ("3.8e26", "3.8e26"), ("0", "0"),
      ("1.0000", "1"), ("0.00100", "1e-3"), ("1e-3", "0.001"), ("+1.", "1"), ("sqrt(4)", "2"),
      ("log10(1000)", "3"), ("pi", "pi"), ("2²", "4"), ("1_0", "10"), ("3 / 2", "1.5"),
      ("1.5 # a comment", "1.5"), ("((((2))))", "2"),
    ]
  )
  func accepted(_ line: String, _ key: String) throws {
    let outcome = try Self.outcome(line, key: key, within: "rel 1e-12")
    #expect(outcome == (line == "1_0" ? .noAttempt : .right))
  }

  @Test(
    "What isn't a number costs no attempt, and no number is found inside a text",
    arguments: [
      "1,5", "1,000", "1,5^2", "1.000,5", "about 28", "28 layers", "7e5 or so", "x = ", "1.5.2",
      "= 28", "28?", "28!", "$28", "28%", "1e", "--", "(28", "28)", "[28]", "[1, 2]", "\"28\"",
      "true", "28 == 28", "1...28", "twenty", "rms(a[3])", "a[3]", "sin", "2x", "2 3", "1/0",
      "1e99999999999999", "28\n29", "f(28)", "q", "ŷ", "🙂", "\u{1B}[31m28", "\u{202E}82", "\0",
      "infinite", "-inf", "- inf",
    ]
  )
  func refused(_ line: String) throws {
    let outcome = try Self.outcome(line, key: "28", within: "rel 0.5")
    #expect(outcome == .noAttempt)
  }

  @Test("Every refusal says that it cost no attempt")
  func refusalsAreFree() throws {
    for line in [
      "1,5", "about 28", "[28]", "rms(28, 3)", "28\n)(", "nope",
      String(repeating: "1", count: 3_000),
    ] {
      var player = try Player(Texts.number("28", within: "rel 1e-3"))
      player.enter(until: "q")
      #expect(player.type(line).contains("This cost no attempt."), "\(line)")
    }
  }

  @Test("A comma is asked about: a decimal comma, or thousands")
  func commas() throws {
    var player = try Player(Texts.number("28", within: "rel 1e-3"))
    player.enter(until: "q")
    #expect(
      player.type("1,5")
        == "I read \"1,5\" as two numbers. For a decimal write 1.5. This cost no attempt."
    )
    #expect(
      player.type("1,000")
        == "I read \"1,000\" as two numbers. Write 1000, or 1.000 if the comma is a decimal one. This cost no attempt."
    )
  }

  @Test("Named states are answers of their own, right only where they are the key")
  func states() throws {
    for (line, key, expected) in [
      ("inf", "inf", Expected.right), ("Infinity", "inf", .right), ("∞", "inf", .right),
      ("underflow", "underflow", .right), ("nan", "nan", .right), ("NaN", "nan", .right),
      ("nan", "28", .wrong), ("inf", "28", .wrong), ("underflow", "0", .wrong),
      ("0", "underflow", .wrong), ("1e400", "inf", .wrong), ("28", "nan", .wrong),
    ] {
      let outcome = try Self.outcome(line, key: key, within: "rel 1e-3")
      #expect(outcome == expected, "\(line) for \(key)")
    }
  }

  @Test("0 is refused for 0.5^27, 0.5^150 and 0.5^2000, whatever the rule but abs")
  func vanishing() throws {
    for key in ["0.5^27", "0.5^150", "0.5^2000"] {
      for within in ["rel 1e-2", "rel 0.9", "log10 5", "sig 1", "sig 15", "exact"] {
        #expect(try Self.outcome("0", key: key, within: within) == .wrong)
        #expect(try Self.outcome("0.0", key: key, within: within) == .wrong)
        #expect(try Self.outcome(key, key: key, within: within) == .right)
      }
    }
  }

  @Test("An exact zero needs an exact zero")
  func zero() throws {
    for within in ["rel 0.5", "log10 1", "sig 3", "exact"] {
      for (line, expected) in [
        ("0", Expected.right), ("0.000", .right), ("-0", .right), ("0*5", .right),
        ("1 - 1", .right),
        ("1e-300", .wrong), ("0.5^2000", .wrong),
      ] {
        #expect(try Self.outcome(line, key: "0", within: within) == expected, "\(line) \(within)")
      }
    }
  }

  @Test("A definition or a figure is tried, not answered")
  func trials() throws {
    for line in ["k = 28", "f(t) = 28*t", "? 28", "help", "plot 28*t over t in [1, 2]"] {
      #expect(try Self.outcome(line, key: "28", within: "rel 1e-3") == .noAttempt, "\(line)")
    }
  }
}
