import Lessons
import Sessions
import TestSupport
import Testing

/// The lesson that the tests of transcripts play, with something in it changed.
private func findings(_ changes: (String, String)...) throws -> [String] {
  var text = try Growth.text()
  for (old, new) in changes {
    #expect(text.contains(old))
    text = text.replacing(old, with: new)
  }
  let (lesson, diagnostics) = Lesson.parse(text, path: "l.md")
  #expect(diagnostics.map(\.text) == [])
  return Audit.findings(try #require(lesson)).map(\.text)
}

struct AuditTests {
  @Test func aSoundLessonHasNoFindings() throws { #expect(try findings() == []) }

  @Test func cellsMustRun() throws {
    #expect(
      try findings(("y = M^L * x\nrms(y)", "y = M^L * x\nrms(y")).first?
        .hasPrefix("l.md:57:4: error FL100: This cell cannot be read: ") == true
    )
    #expect(
      try findings(("x = [1, 1]\n", "x = [1, 1, 1]\n")).contains {
        $0.hasPrefix("l.md:56:") && $0.contains("error FL101: This cell fails: ")
      }
    )
    #expect(
      try findings(("```fathom\ny = M^L * x\nrms(y)", "```fathom error\nrms(x)")).first
        == "l.md:56:1: error FL102: This cell is marked `fathom error`, but nothing in it fails. "
        + "Take `error` away, or write what fails."
    )
    #expect(
      try findings(("rms(y)\n```", "rms(y)\n```\n\n```fathom error\nM * [1, 2, 3]\n```")) == []
    )
  }

  @Test func placeholdersMustNameSomething() throws {
    #expect(
      try findings(("here {s}", "here {sigma}")) == [
        "l.md:21:34: error FL104: Nothing named 'sigma' is defined here. Define it in this step or "
          + "an earlier one, or write \\{ for a brace."
      ]
    )
  }

  @Test func keysMustHaveAValueForEachDraw() throws {
    let failing = try findings(("answer = \"t^n\"", "answer = \"t^n/(n-7)\""))
    #expect(
      failing.contains { $0.contains("FL105: The key 't^n/(n-7)' cannot be worked out with t = ") }
    )
    #expect(failing.filter { $0.contains("FL105") }.count == 1)
    #expect(
      try findings(("answer = \"s^L\"", "answer = \"s^L/0\"")).contains { $0.contains("FL107") }
    )
  }

  @Test func toleranceMayNotSwallowTheAnswer() throws {
    let found = try findings(
      ("answer = \"0.5^27\"", "answer = \"0.5^27\"\nwithin = \"abs 1e-8\"")
    )
    #expect(found.contains { $0.contains("FL108: 'abs 1e-8' is as large as the answer itself") })
    #expect(found.contains { $0.contains("FL112: '0' should be wrong, but is right") })
  }

  @Test func whatIsRejectedMustBeFarFromTheKey() throws {
    #expect(
      try findings(("reject = [\"0\", \"1e-8\"]", "reject = [\"7.461e-9\"]")).contains {
        $0.contains("FL113: '7.461e-9' is within twice the tolerance of the key")
      }
    )
    #expect(
      try findings(("\"t^(n-1)\"", "\"t^n*1.0015\"")).contains { $0.contains("FL115") }
    )
  }

  @Test func whatIsAcceptedMustBeRight() throws {
    #expect(try findings(("[\"t^n*1\"]", "[\"t^n*2\"]")).contains { $0.contains("FL111") })
    #expect(try findings(("[\"t^n*1\"]", "[\"rms(y)\"]")).contains { $0.contains("FL110") })
    #expect(try findings(("[\"s*s^(L-1)\"]", "[\"s*s^L\"]")).contains { $0.contains("FL111") })
  }

  @Test func tasksMustBeOpenAndSolvable() throws {
    #expect(try findings(("value = 1.5", "value = 1")).contains { $0.contains("FL119") })
    #expect(try findings(("[\"s = 1\",", "[\"s = 2\",")).contains { $0.contains("FL121: 's = 2'") })
    #expect(
      try findings(("reject = [\"L = 2\",", "reject = [\"M = -1 * identity(2)\",")).contains {
        $0.contains("FL122: 'M = -1 * identity(2)'")
      }
    )
    #expect(
      try findings(("require = [\"rms(M^L * x) == rms(x)\",", "require = [\"rms(M^L * x)\","))
        .contains {
          $0.contains("FL120: The condition 'rms(M^L * x)' is not true or false: it is a number.")
        }
    )
  }

  @Test func guessesMustShowANumber() throws {
    #expect(
      try findings(("shows = \"rms(M^L * x)\"", "shows = \"M^L * x\"")).contains {
        $0.contains("FL118: 'M^L * x' shows no number to guess")
      }
    )
  }

  @Test func formulasNeedFivePoints() throws {
    for (range, count) in [("0...1", 2), ("1...4", 4), ("0...3", 4)] {
      let found = try findings(
        ("over = { s = \"0.5...1.5\", L = \"2...9\" }", "over = { s = \"\(range)\" }"),
        ("answer = \"s^L\"", "answer = \"s^2\""),
        ("[\"s*s^(L-1)\"]", "[\"s*s\"]"),
        ("[\"s*L\"]", "[\"7\"]")
      )
      #expect(
        found.contains {
          $0.hasSuffix(
            "error FL124: The key 's^2' is compared at \(count) points only. "
              + "Give `over` 5 values at least; \"0.0...1\" has 101 between 0 and 1."
          )
        }
      )
    }
    #expect(
      try findings(
        ("over = { s = \"0.5...1.5\", L = \"2...9\" }", "over = { s = \"0.0...1\" }"),
        ("answer = \"s^L\"", "answer = \"s^2\""),
        ("[\"s*s^(L-1)\"]", "[\"s*s\"]"),
        ("[\"s*L\"]", "[\"7\"]")
      ) == []
    )
  }

  @Test func misconceptionsMustDiffer() throws {
    // 1.5 · 5 = 7.5 for the first learner; t^n is 7.59 there.
    let same = try findings(("\"t^(n-1)\" =", "\"n*t*1.001\" ="))
    #expect(same.count == 1)
    #expect(
      same[0].contains(
        "error FL125: The misconception 'n*t*1.001' is the same as 't*n' with t = 1.5"
      )
    )
    #expect(try findings(("\"t^(n-1)\" =", "\"n*t*1.01\" =")) == [])
    let guess = ("\"30\" = \"30", "\"3*10\" = \"Three times ten.\"\n\"30\" = \"30")
    #expect(
      try findings(guess).map { $0.drop { $0 != " " } } == [
        " error FL125: The misconception '30' is the same as '3*10'. Keep one, or draw other values."
      ]
    )
    #expect(
      try findings(("\"30\" = \"30", "\"3325\" = \"30")).map { $0.contains("FL115") } == [true]
    )
  }

  /// Drawn names stand for their values in the conditions of a task and in what does it.
  @Test func tasksMayVary() throws {
    let varied: [(String, String)] = [
      ("uses = [\"M\", \"s\"]", "uses = [\"v\"]\nvary = { t = [5, 7, 9] }"),
      ("[\"rms(M^L * x) == rms(x)\", \"L == 20\"]", "[\"sum(v) == t\"]"),
      ("given = [\"L\", \"x\"]", "given = [\"x\"]"),
      ("Keep L.", "The sum of v be {t}."),
      ("accept = [\"s = 1\", \"M = identity(2)\"]", "accept = [\"v = [t - 3, 1, 2]\"]"),
      ("reject = [\"L = 2\", \"M = 0.5 * identity(2)\"]", "reject = [\"v = [5, 1, 2]\"]"),
    ]
    func found(_ others: [(String, String)]) throws -> [String] {
      var text = try Growth.text()
      for (old, new) in varied + others { text = text.replacing(old, with: new) }
      let (lesson, diagnostics) = Lesson.parse(text, path: "l.md")
      #expect(diagnostics.map(\.text) == [])
      return Audit.findings(try #require(lesson)).map(\.text)
    }
    #expect(try found([]) == [])
    // 4 + 1 + 2 is the 7 of some learners.
    #expect(
      try found([("[\"v = [5, 1, 2]\"]", "[\"v = [4, 1, 2]\"]")]).map { $0.contains("FL122") } == [
        true
      ]
    )
    #expect(
      try found([("[t - 3, 1, 2]", "[t - 4, 1, 2]")]).contains { $0.contains("FL121") }
    )
  }

  @Test func locksNameFunctionsThatNoCellCallsBefore() throws {
    let locked = ("id = \"power\"", "id = \"power\"\nlocked = [\"diagnos\", \"rms\"]")
    let found = try findings(("format = 1", "format = 2"), locked)
    #expect(found.contains { $0.contains("FL133: No function is called 'diagnos'") })
    #expect(found.contains { $0.hasSuffix("Write 'diagnose', or take it away.") })
    #expect(
      found.contains {
        $0.contains("FL134: This cell calls rms, which is locked until the later question '")
          && $0.hasSuffix("Move the cell behind the question, or lock something else.")
      },
      "\(found)"
    )
  }
}
