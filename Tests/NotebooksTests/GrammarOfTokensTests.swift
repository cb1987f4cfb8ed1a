import Notebooks
import Testing

/// Rules 1 to 7 of the module's README: how a text is cut.
@Suite("The grammar, rules 1 to 7")
struct GrammarOfTokensTests {
  private func values(_ text: String) -> [String] {
    Parser.statements(of: text).map { result in
      switch result {
      case .success(let statement): shown(statement.text)
      case .failure(let failure): failure.problem.message
      }
    }
  }

  @Test(
    "1. every line end ends a line",
    arguments: ["1\n2\n3", "1\r\n2\r\n3", "1\r2\r3", "1\r\n2\r3\n", "\n1\n\n\r2\n \r\n3\n\n"]
  )
  func lineEnds(_ text: String) {
    #expect(values(text) == ["1", "2", "3"])
  }

  @Test(
    "1. blanks of all kinds separate",
    arguments: ["\t", "\u{A0}", "\u{2009}", "\u{202F}", "\u{205F}", "\u{3000}", "\u{200B}"]
  )
  func blanks(_ blank: String) {
    #expect(shown("\(blank)1\(blank)+\(blank)2\(blank)") == "3")
  }

  @Test(
    "4. a whole number has the bits of the same with an exponent",
    arguments: [
      "0", "7", "10", "1024", "99999", "00012", "999999999999999", "123456789012345",
      "100000000000000", "9007199254740993", "1234567890123456789",
    ]
  )
  func wholeNumbers(_ text: String) {
    #expect(shown("exactly(\(text), \(text)e0)") == "true")
    #expect(shown("exactly(-\(text), -\(text).0)") == "true")
  }

  @Test("1. a byte order mark is a blank")
  func byteOrderMark() {
    #expect(values("\u{FEFF}1 + 1\r\n") == ["2"])
  }

  @Test("1. # begins a comment, which ends with its line")
  func comments() {
    #expect(values("1 # one ( \" [\n# nothing\n2#two\r3") == ["1", "2", "3"])
    #expect(values("# nothing").isEmpty)
  }

  @Test("1. places count scalars")
  func scalars() throws {
    let failure = try #require(fault("e\u{301} + 🙂"))
    #expect(failure.position.column == 6)
  }

  @Test("2. a newline ends a statement")
  func newline() {
    #expect(values("1\n+ 2\n- 3") == ["1", "2", "-3"])
    #expect(values("first l where\nl > 1").count == 2)
  }

  static let continued = [
    ("1 +\n2", "3"), ("5 -\r\n2", "3"), ("2 *\n\n3", "6"), ("6 /\n3", "2"), ("2^\n3", "8"),
    ("1 ==\n1", "true"), ("1 !=\n1", "false"), ("1 <\n2", "true"), ("1 <=\n2", "true"),
    ("1 >\n2", "false"), ("1 >=\n2", "false"), ("count(1...\n4)", "4"), ("x =\n\n3", "x = 3"),
    ("(1\n+ 2\n)", "3"), ("[1\n,\n2\n]", "[1, 2]"), ("norm(\n[3, 4]\n)", "5"),
    ("normal(1, seed:\n7) == normal(1, seed: 7)", "true"), ("1 + # one\n2", "3"),
    ("(1 # one\n# nothing\n+ 2)", "3"), ("2 * -\n3", "-6"), ("f(t) =\nt + 1\nf(2)", "3"),
  ]

  @Test(
    "3. not within brackets, nor after an operator, a comma, a colon or =",
    arguments: continued
  )
  func continuation(_ text: String, _ value: String) {
    #expect(shown(text) == value)
    #expect(Parser.isComplete(text))
  }

  @Test(
    "3. a figure goes on after each of its commas",
    arguments: [
      "table rms(a),\nnorm(a)", "table rms(a) at 1,\n2", "table rms(a) in float16,\nfloat32",
      "table rms(a) over s in [1, 2],\nL in [4, 5]",
    ]
  )
  func figureContinues(_ text: String) throws {
    let statements = Parser.statements(of: text)
    #expect(statements.count == 1)
    _ = try statements[0].get()
  }

  @Test(
    "3. what goes on is not complete",
    arguments: ["1 +", "(1", "[1,", "x =", "f(t) =", "1...", "2 * # two", "a ==", "rms(\n", "a,"]
  )
  func incomplete(_ text: String) {
    #expect(!Parser.isComplete(text))
    #expect(!Parser.isComplete(text + "\n"))
  }

  @Test("3. what is wrong is complete", arguments: ["", "1)", "1 $", "\"abc", "plot", "'"])
  func complete(_ text: String) {
    #expect(Parser.isComplete(text))
  }

  static let numbers = [
    ("1.5", "1.5"), (".5", "0.5"), ("007", "7"), ("1e-3", "0.001"), ("1E+3", "1000"),
    ("2.5e3", "2500"), ("1e6", "1e6"), ("123456.7", "123456.7"), ("0.00001", "1e-5"),
    // In 53 bits this would be 1.10000000000000008882^9999, off in the 13th digit.
    ("1.1^9999", "7.68172750109123e413"), ("0.1 + 0.2 == 0.3", "true"),
    ("1e-1000000", "1e-1000000"),
  ]

  @Test("4. numbers, and decimals to 106 bits", arguments: numbers)
  func number(_ text: String, _ value: String) {
    #expect(shown(text) == value)
  }

  @Test(
    "5. names begin with a letter",
    arguments: [
      "s", "sigma_w", "x2", "σ_w", "a₁", "Ж", "é", "e\u{301}", "תו", "層", "ℓ", "ħ", "W_in2_", "ϕ",
    ]
  )
  func names(_ name: String) {
    #expect(shown("\(name) = 3\n\(name) + 1") == "4")
  }

  @Test("5. no name begins with a digit or _", arguments: ["2x", "_x", "²x"])
  func noNames(_ name: String) {
    #expect(fault("\(name) = 3") != nil)
  }

  @Test("5. ŷ is y, however it is composed")
  func hat() {
    #expect(shown("y = 3\n\u{177} + y\u{302}") == "6")
    #expect(shown("ŷ = 3\ny") == "3")
    #expect(shown("Ŷ = 3\nY") == "3")
  }

  @Test(
    "6. text in straight and in curly quotes",
    arguments: [
      "\"a # b\"", "“a # b”", "\u{201D}a # b\u{201D}", "\"a # b\u{201D}",
    ]
  )
  func text(_ text: String) throws {
    let statement = try Parser.statements(of: "plot x titled \(text)")[0].get()
    guard case .figure(let figure) = statement.kind else {
      Issue.record("no figure")
      return
    }
    #expect(figure.title == "a # b")
  }

  static let pasted = [
    ("3 − 2", "1"), ("3 – 2", "1"), ("−2", "-2"), ("2×3", "6"), ("2·3", "6"), ("2⋅3", "6"),
    ("2∗3", "6"), ("6÷3", "2"), ("6∕3", "2"), ("3≤4", "true"), ("3⩽3", "true"), ("3≥4", "false"),
    ("3⩾4", "false"), ("3≠4", "true"), ("count(1…4)", "4"), ("2**3", "8"), ("2**-1", "0.5"),
    ("identity(2) @ [3, 4]", "[3, 4]"), ("[[1, 2]].T*[3]", "[3, 6]"), ("3²", "9"),
    ("2¹⁰", "1024"), ("2⁻¹", "0.5"), ("1.5×10^-3", "0.0015"), ("1.5·10⁻³", "0.0015"),
    ("2e−3", "0.002"), ("[[1, 2]]’*[3]", "[3, 6]"), ("[[1, 2]]′*[3]", "[3, 6]"),
    ("2×10²⁴", "2e24"), ("σ(0)", "0.5"),
    (
      "2π",
      "\"2 π\" has nothing between its parts. "
        + "For the product write 2 * π"
    ), ("2*π", "6.28318530717959"),
  ]

  @Test("7. what people paste from elsewhere", arguments: pasted)
  func paste(_ text: String, _ value: String) {
    #expect(shown(text) == value)
  }
}
