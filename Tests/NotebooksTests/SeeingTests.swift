import Notebooks
import Plotting
import Testing

/// Cobwebs, decision regions, critical lines and trainable depths.
@Suite("Seeing")
struct SeeingTests {
  private func figure(_ text: String) throws -> Figure {
    var desk = Desk()
    guard case .figure(let output)? = try desk.enter(text).last?.get() else {
      throw NoFigure(text: text)
    }
    return output.figure
  }

  private struct NoFigure: Error { let text: String }

  @Test("a cobweb comes to the fixed point from both ends, and says so")
  func cobweb() throws {
    let shown = try figure(
      "cobweb variance_map(tanh, q, weight_deviation: 1.3, bias_deviation: 0.3) over q in 0...2"
    )
    guard case .cobweb(let cobweb) = shown.kind else {
      Issue.record("no cobweb")
      return
    }
    #expect(cobweb.curve.x.count == 41 && cobweb.ways.count == 2)
    // q* = 0.60704679190932, as mean_field has it.
    for way in cobweb.ways {
      let last = try #require(way.last)
      #expect(Sample(0.604) < last && last < Sample(0.61))
    }
    let words = shown.description.joined(separator: " ")
    #expect(
      words.contains("over q from 0 to 2. The curve meets the diagonal at 0.61, which attracts.")
    )
    #expect(words.contains("From q = 0.1 ") && words.contains(" steps go to 0.606"))
  }

  @Test("a number that is left goes to the others, and a way ends where it leaves the range")
  func leaving() throws {
    let words = try figure("cobweb 2*t over t in -1...1").description.joined(separator: " ")
    #expect(words.contains("meets the diagonal at 0, which does not attract"), "\(words)")
    #expect(words.contains("From t = 0.9 1 step goes to 1.8."), "\(words)")
    let none = try figure("cobweb t + 1 over t in 0...1").description.joined(separator: " ")
    #expect(none.contains("The curve does not meet the diagonal: nothing stays as it is."))
  }

  @Test("a network of two inputs shows the class that it decides for, and a task its samples")
  func regions() throws {
    let shown = try figure(
      "heatmap network([[[1, 0], [0, 1]], [[1, -1], [-1, 1]]], activation: linear), xor"
    )
    guard case .heatmap(let map) = shown.kind else {
      Issue.record("no heatmap")
      return
    }
    // ŷ = (x1 - x2, x2 - x1): class 1 where x1 is the larger.
    for (j, y) in map.y.enumerated() {
      for (i, x) in map.x.enumerated() where abs(x - y) > 1e-9 {
        #expect(map.values[j][i] == Sample(x > y ? 1 : 2))
      }
    }
    #expect(map.points.count == 4)
    #expect(map.x.first == -1.2 && map.x.last == 1.2)
  }

  /// ŷ is the bias everywhere, so that one class of two or three has it all.
  @Test("a class that is alone has the shade that it has beside others")
  func loneClass() throws {
    func shown(_ bias: String) -> String {
      picture(
        "heatmap network([[0, 0], [0, 0], [0, 0]], depth: 1, bias: \(bias), activation: linear)"
      )
    }
    for (bias, shade) in [("[9, 0, 0]", " "), ("[0, 9, 0]", "+"), ("[0, 0, 9]", "@")] {
      let text = shown(bias)
      let rows = text.split(separator: "\n").filter { $0.contains(" |") }
      #expect(!rows.isEmpty)
      for row in rows {
        let cells = row.drop { $0 != "|" }.dropFirst()
        #expect(cells.allSatisfy { String($0) == shade || $0 == " " }, "\(text)")
        #expect(shade == " " || cells.contains(shade))
      }
      #expect(text.contains("class of the largest"))
    }
  }

  @Test("a critical line runs where χ is 1: at σ_w² = 1 without biases")
  func line() {
    let text = picture(
      "heatmap w + 0*b over w in 0.5...1.5 by 0.1, b in 0...1 by 0.5 against 1.05",
      after: "w = 1\nb = 0"
    )
    #expect(text.contains("o 1.05: 15 of 33 cells lie above"), "\(text)")
  }

  static let values = [
    (
      "trainable_depth(tanh, weight_deviation: 1.3, bias_deviation: 0.3) == 6*mean_field(tanh, "
        + "weight_deviation: 1.3, bias_deviation: 0.3).depth",
      "true"
    ),
    // -6/ln χ with χ = 0.939807428682154 (reference table, mean field of tanh).
    ("trainable_depth(tanh, weight_deviation: 1.3, bias_deviation: 0.3)", "96.64903646088"),
    ("trainable_depth(relu, weight_deviation: 1)", "8.656170245334"),
  ]

  @Test("the trainable depth is six times ξ_c", arguments: values)
  func depth(_ text: String, _ value: String) { #expect(shown(text) == value, "\(shown(text))") }

  static let complaints = [
    (
      "cobweb tanh(2*t)",
      "A cobweb applies a function of one number again and again; say over which range: "
        + "cobweb tanh(2*t) over t in -1...1"
    ),
    (
      "cobweb tanh(t), t over t in 0...1",
      "A cobweb applies a function of one number again and again; say over which range: "
        + "cobweb tanh(2*t) over t in -1...1"
    ),
    ("cobweb [t, t] over t in 0...1", "cobweb shows"),
    ("cobweb tanh(t) over t in 0...1 on log", "cobweb shows all there is and takes no \"on\"."),
    (
      "heatmap network(he(), width: 3, depth: 2)",
      "What a network decides is shown over two inputs; this one has 3. For example: heatmap "
        + "network(he(), widths: [2, 8, 2], activation: relu)"
    ),
    ("heatmap network(he(), widths: [2, 2]), 3", "heatmap shows"),
  ]

  @Test("what is refused", arguments: complaints)
  func complaint(_ text: String, _ message: String) {
    let said = fault(text)?.problem.message ?? ""
    #expect(said.hasPrefix(message), "\(said)")
  }
}
