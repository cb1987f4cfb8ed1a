import Notebooks
import TestSupport
import Testing

/// What an explanation says of how a number reacts is compared with the number, worked out here.
@Suite("Claims of explanations")
struct ExplanationClaimTests {
  /// An expression of the language, and the same in Swift.
  private struct Formula: Sendable {
    let text: String
    let value: @Sendable (_ p: Double, _ q: Double) -> Double
  }

  private static let formulas = [
    Formula(text: "3*p") { p, _ in 3 * p },
    Formula(text: "p^2 + q") { p, q in p * p + q },
    Formula(text: "q*p^3") { p, q in q * p * p * p },
    Formula(text: "q/p") { p, q in q / p },
    Formula(text: "p - 2*q") { p, q in p - 2 * q },
    Formula(text: "1/p*(p + q)^2") { p, q in (p + q) * (p + q) / p },
    Formula(text: "1/p^2 + 5") { p, _ in 1 / (p * p) + 5 },
    Formula(text: "rms(activations(network(p*identity(2), depth: 4), [q, q])[4])") { p, q in
      p * p * p * p * q
    },
    Formula(text: "norm([3*p, 4*p])*q") { p, q in 5 * p * q },
    Formula(text: "trace([[p, 1], [1, q]])") { p, q in p + q },
  ]

  /// Two numbers that are equal as far as so many digits say.
  private static func agree(_ said: Double, _ right: Double, _ relative: Double) -> Bool {
    abs(said - right) <= relative * max(abs(right), 1e-300)
  }

  @Test("with another value it would be what it is then", arguments: 0..<120)
  func reactions(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let formula = Self.formulas[seed % Self.formulas.count]
    let p = Double(Int.random(in: 2...40, using: &random)) / 10
    let q = Double(Int.random(in: 2...40, using: &random)) / 10
    let now = formula.value(p, q)
    var desk = Desk(after: "p = \(p)\nq = \(q)")
    let text = desk.show("explain \(formula.text)")
    var claims = 0
    for sentence in text.split(separator: "\n").map(String.init) {
      guard
        let match = sentence.firstMatch(
          of: /^With ([pq]) = ([0-9.]+) it would be (-?[0-9.e-]+?)(?:, |\.$)/
        ),
        let value = Double(match.2), let said = Double(match.3)
      else { continue }
      claims += 1
      let then = match.1 == "p" ? formula.value(value, q) : formula.value(p, value)
      #expect(Self.agree(said, then, 6e-6), "\(sentence) of \(formula.text) at \(p), \(q)")
      if let times = sentence.firstMatch(of: /, ([0-9.e-]+) times as large/),
        let said = Double(times.1)
      {
        #expect(Self.agree(said, then / now, 6e-3), "\(sentence) of \(formula.text) at \(p), \(q)")
      }
      let (low, high) =
        match.1 == "p"
        ? (formula.value(p * 0.99999, q), formula.value(p * 1.00001, q))
        : (formula.value(p, q * 0.99999), formula.value(p, q * 1.00001))
      let exponent = (high - low) / (2e-5 * now)
      if sentence.contains("it is proportional to") {
        #expect(Self.agree(exponent, 1, 1e-4), "\(sentence) of \(formula.text)")
      }
      if let power = sentence.firstMatch(of: /it goes as [pq]\^\(?(-?[0-9.]+)\)?/),
        let said = Double(power.1)
      {
        #expect(Self.agree(exponent, said, 1e-4), "\(sentence) of \(formula.text)")
      }
      if let more = sentence.firstMatch(
        of: /1 % more of [pq] makes it ([0-9.e-]+) % (larger|smaller)/
      ), let said = Double(more.1) {
        let changed = match.1 == "p" ? formula.value(p * 1.01, q) : formula.value(p, q * 1.01)
        let percent = (abs(changed) / abs(now) - 1) * 100
        #expect((percent > 0) == (more.2 == "larger"), "\(sentence) of \(formula.text)")
        #expect(Self.agree(said, abs(percent), 0.02), "\(sentence) of \(formula.text): \(percent)")
      }
    }
    #expect(claims >= 1, "\(text)")
  }
}
