import Notebooks
import Testing

/// What is advised for a part of a line helps that line, and not only alone.
@Suite("Advice in its place")
struct AdviceInPlaceTests {
  private static let setting = """
    wide = network(gaussian(), width: 8, depth: 3, activation: tanh)
    a = activations(wide, ones(8))
    v = [1, 2]
    M = [[1, 2], [3, 4], [5, 6]]
    J(u) = u^3
    n = 2
    w = 0.5
    s = 3
    """

  /// What is said of a line where it is typed, with the statement that asks for what failed.
  private static func said(_ line: String, after more: String = "") throws -> Failure {
    var desk = Desk(after: setting + "\n" + more)
    let raw = desk.failure(line)
    let failure = try #require(raw, "\(line)")
    let asking = try? Parser.statements(of: line).last?.get()
    return desk.notebook.advised(failure, asking: asking)
  }

  /// The values are arithmetic of the line itself: no advice changes what it was to show.
  @Test(
    "a line with it put in runs",
    arguments: [
      ("0.01 - v", "To each entry: 0.01*ones(count(v)) - v", "[-0.99, -1.99]"),
      ("rms(0.01 - a[1])", "To each entry: 0.01*ones(count(a[1])) - a[1]", ""),
      // A list by layer has as many layers as entries in no layer.
      ("count(0.01 - a)", "To each entry: 0.01*ones(8) - a", "4"),
      ("plot rms(a - 1)", "To each entry: a - 1*ones(8)", ""),
      ("sum((1 - M)*[1, 1])", "To each entry: 1*ones(3)*ones(2)' - M", "-15"),
      ("2 + v[-1]", "The last is v[count(v)]", "4"),
      ("n w s", "For the product write n * w * s", "3"),
      ("n w s n", "Between the factors of a product stands *: n*w*s*n", "6"),
      ("J'(2)", "is near (J(2 + 0.001) - J(2 - 0.001))/0.002", "12.000001"),
      ("1 + J'(2)", "is near (J(2 + 0.001) - J(2 - 0.001))/0.002", "13.000001"),
    ]
  )
  func runs(_ line: String, _ words: String, _ value: String) throws {
    let failure = try Self.said(line)
    #expect(failure.message.contains(words), "\(failure.message)")
    let advice = try #require(failure.advice.first)
    let mended = try #require(failure.mended(by: advice)).text
    #expect(fault(mended, after: Self.setting) == nil, "\(mended)")
    if !value.isEmpty { #expect(shown(Self.setting + "\n" + mended) == value) }
  }

  @Test(
    "none is given that leads to the next refusal",
    arguments: ["[1, 0.01 - v]", "[[1, 2], v - 1, 3]", "a[0.01 - v]"]
  )
  func givesNone(_ line: String) throws {
    let failure = try Self.said(line)
    #expect(failure.advice.isEmpty, "\(failure.message)")
  }

  @Test("another mistake of the line, elsewhere, takes none away")
  func otherMistake() throws {
    let failure = try Self.said("sum(0.01 - v) + nosuch")
    #expect(failure.message.contains("0.01*ones(count(v)) - v"), "\(failure.message)")
  }

  @Test("in the body of a function it helps the call that failed")
  func inFunction() throws {
    let body = "f(t) = 0.01 - t"
    #expect(try Self.said("f(v)", after: body).message.contains("0.01*ones(count(t)) - t"))
    let failure = try Self.said("f(a)", after: body)
    #expect(failure.message.contains("0.01*ones(8) - t"), "\(failure.message)")
    let square = try Self.said("f([[1, 2], [3, 4]])", after: body)
    #expect(square.advice.map(\.text) == ["0.1*identity(2)"])
    #expect(fault("count(f(a))", after: Self.setting + "\nf(t) = 0.01*ones(8) - t") == nil)
  }

  @Test("short words in a row are a product where they are names, and words elsewhere")
  func words() throws {
    #expect(
      try Self.said("n q s w").message
        == "Between the factors of a product stands *, and each has a value: s = 1.5 gives s one."
    )
    #expect(
      try Self.said("no go to it").message
        == "Sentences are not read here; help shows what can be typed."
    )
    #expect(try Self.said("n q s").message.hasSuffix("For a product * stands between them."))
  }
}
