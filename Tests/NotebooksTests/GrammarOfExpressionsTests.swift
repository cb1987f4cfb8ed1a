import Notebooks
import Testing

/// Rules 8 to 14 of the module's README: expressions, by the values that they have.
@Suite("The grammar, rules 8 to 14")
struct GrammarOfExpressionsTests {
  static let nested: [@Sendable (Int) -> String] = [
    { String(repeating: "(", count: $0) + "1" + String(repeating: ")", count: $0) },
    { String(repeating: "-", count: $0) + "1" },
    { String(repeating: "2^", count: $0 - 1) + "1^1" },
    { String(repeating: "abs(", count: $0) + "1" + String(repeating: ")", count: $0) },
    { String(repeating: "(-", count: $0 / 2) + "1" + String(repeating: ")", count: $0 / 2) },
  ]

  @Test("8. brackets, powers, signs and calls nest 200 deep", arguments: nested.indices)
  func nesting(_ kind: Int) {
    let text = Self.nested[kind]
    #expect(fault(text(200))?.problem != .syntax(.nestedTooDeep(limit: 200)))
    #expect(fault(text(202))?.problem == .syntax(.nestedTooDeep(limit: 200)))
  }

  @Test("8. searches nest, 200 deep with all else")
  func nestedSearches() {
    let text = String(repeating: "first l where ", count: 201) + "v[l] > 1"
    #expect(fault(text, after: "v = [1, 2]")?.problem == .syntax(.nestedTooDeep(limit: 200)))
  }

  static let bound = [
    ("2 + 3*4", "14"), ("2*3 + 4", "10"), ("(2 + 3)*4", "20"), ("2*3^2", "18"), ("(2*3)^2", "36"),
    ("1 < 2 + 3", "true"), ("1 + 2 == 3", "true"), ("2*3 == 3*2", "true"),
    ("count(1 + 1...3)", "2"), ("sum(1...2 + 2)", "10"), ("count(0...1 by 0.25 + 0.25)", "3"),
    ("1...3 == 1...3", "true"), ("2*-3", "-6"), ("2 - -3", "5"), ("2^-1", "0.5"), ("-2*3", "-6"),
    ("-[[1, 2]]'*[1]", "[-1, -2]"), ("[2, 3][2]^2", "9"), ("abs(-2)^2", "4"),
    ("2*[1, 2][2]", "4"), ("-abs(2)", "-2"), ("+3", "3"), ("2^3/4", "2"),
    ("identity(2)'^2", "identity(2)"),
    ("[[1, 2]]'.T", "[1  2]"), ("-(-3)", "3"), ("1 + 2 > 2 + 0", "true"),
  ]

  @Test("9. operators bind from loose to tight", arguments: bound)
  func precedence(_ text: String, _ value: String) {
    #expect(shown(text) == value)
  }

  static let associated = [
    ("-2^2", "-4"), ("-2²", "-4"), ("(-2)^2", "4"), ("2^3^2", "512"), ("(2^3)^2", "64"),
    ("2^-1^2", "0.5"), ("2 - 3 - 4", "-5"), ("12/3/2", "2"), ("12/3*2", "8"), ("2 - 3 + 4", "3"),
    ("2*3/4*2", "3"),
  ]

  @Test("10. ^ associates to the right, the others to the left", arguments: associated)
  func associativity(_ text: String, _ value: String) {
    #expect(shown(text) == value)
  }

  @Test(
    "11. two operands with nothing between them are an error that offers *",
    arguments: [
      ("2x", "2 * x"), ("W x", "W * x"), ("2 (3)", "2 * (3)"), ("(2) (3)", "(2) * (3)"),
      ("[1, 2] 3", "[1, 2] * 3"), ("x [1]", "x * [1]"), ("2 3", "2 * 3"), ("f(2) x", "f(2) * x"),
    ]
  )
  func juxtaposition(_ text: String, _ offer: String) {
    let message = fault(text)?.problem.message ?? ""
    #expect(message.contains("For the product write \(offer)"))
  }

  static let transposed = [
    ("[[1, 2], [3, 4]]'", "[1  3]\n[2  4]"), ("[1, 2]'", "[1  2]"), ("[1, 2]'*[3, 4]", "[11]"),
    ("W[2] == W^[2]", "true"), ("W[3] == W⁽³⁾", "true"), ("W^[2]*W^[1]*x == a[2]", "true"),
    ("W⁽²⁾*W⁽¹⁾*x == a⁽²⁾", "true"), ("weights(net)^[2] == W[2]", "true"),
    ("W^[3]^2 == W[3]*W[3]", "true"), ("W^[1]'", "1.5 * identity(2)"), ("W^[2][1, 1]", "1.5"),
    ("a^[2]'*x", "[4.5]"), ("M = W[1]\nM^3", "3.375 * identity(2)"),
    ("W[1]²", "2.25 * identity(2)"),
    ("[[1, 2], [3, 4]]²'", "[ 7  15]\n[10  22]"),
  ]

  @Test("12. ' transposes; W^[3] and W⁽³⁾ are W[3]", arguments: transposed)
  func transpose(_ text: String, _ value: String) {
    #expect(shown(small + "\n" + text) == value)
  }

  @Test("12. a ' behind a blank transposes nothing")
  func primeBehindBlank() {
    #expect(fault("[1, 2] '") != nil)
    #expect(fault("x '", after: small) != nil)
  }

  static let lists = [
    ("[1, 2]", "[1, 2]"), ("[]", "[]"), ("[1, 2, ]", "[1, 2]"),
    ("[[1, 2], [3, 4]]", "[1  2]\n[3  4]"),
    ("[[1, 2], [3, 4]][2, 1]", "3"), ("[7, 8][1]", "7"), ("[1...3, 4...6][2, 3]", "6"),
    ("W[1]", "1.5 * identity(2)"), ("a[0]", "[1, 1]"), ("a[3][2]", "3.375"), ("a[3, 2]", "3.375"),
    ("W[2, 1, 1]", "1.5"), ("V = [identity(2), 2*identity(2)]\nV[2]", "2 * identity(2)"),
    ("count([identity(2), identity(2)])", "2"), ("(4...6)[2]", "5"),
    ("network([W[1], W[2]])(x)", "[2.25, 2.25]"),
  ]

  @Test("13. vectors, matrices, lists; entries count from 1", arguments: lists)
  func list(_ text: String, _ value: String) {
    #expect(shown(small + "\n" + text) == value)
  }

  static let ranges = [
    ("1...4", "1...4 (4 values)"), ("sum(1...4)", "10"), ("0.5...1.5", "0.5...1.5 (101 values)"),
    ("count(1.0...2.0)", "101"), ("count(-1.0...1)", "101"), ("count(1...2.5)", "101"),
    ("(0.5...1.5)[2]", "0.51"), ("exactly((0.5...1.5)[101], 1.5)", "true"),
    ("count(1...2 by 0.5)", "3"), ("count(0...1 by 0.1)", "11"),
    ("exactly((0...1 by 0.1)[11], 1)", "true"), ("(0...1 by 0.3)[4]", "0.9"),
    ("count(0...1 by 0.3)", "4"), ("(4...1 by -1)[2]", "3"), ("count(3...3)", "1"),
    ("count(2.5...2.5)", "1"), ("1...4 + 0.5", "1...4.5 (101 values)"),
    ("[1, 2] + (1...2)", "[2, 4]"),
    ("2*(1...3)", "[2, 4, 6]"), ("count(1...1000000)", "1e6"),
  ]

  @Test("14. ranges by steps and by samples", arguments: ranges)
  func range(_ text: String, _ value: String) {
    #expect(shown(text) == value)
  }
}
