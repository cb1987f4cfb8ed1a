import DeepNetworks
import Notebooks
import Testing

/// What `in FORMAT` says, and where it has nothing to say.
@Suite("Figures in float formats")
struct FormatFigureTests {
  private static let setting =
    lecture + "\nh = train(network(xavier(), widths: [2, 2]), xor, rate: 0.1, steps: 3)"

  static let exact = [
    "table 1.5^l over l in 27...29 in float16",
    "table s over s in [65520, 1e-9] in float16",
    "table jacobian(network(1.5*identity(2), depth: l), [1, 1]).largest over l in 27...29 in float16",
    "table h.loss in float16", "plot [1, 2, 3] in bfloat16", "bars s in float32",
    "histogram normal(9) in float16", "plot weights(net)[1]*x in float16",
    "heatmap s*t over s in [1, 2], t in [3, 4] in float16",
    "plot f(s) over s in [1, 2] in float16, bfloat16",
    "draw net, depth(net)*norm(W) in float16",
  ]

  @Test(
    "what no network computes is refused, and what is offered in its place runs",
    arguments: exact
  )
  func refused(_ statement: String) throws {
    let setting = Self.setting + "\nf(t) = t^2"
    let failure = try #require(fault(statement, after: setting))
    guard case .figure(.notInFormat) = failure.problem else {
      Issue.record("\(failure.problem.message)")
      return
    }
    let message = failure.problem.message
    guard !statement.hasPrefix("draw") else { return }
    let advice = message.split(separator: "write ").last.map(String.init) ?? ""
    // The parameter that it runs over stays, and the format goes.
    #expect(
      advice.contains(" over ") == statement.contains(" over ") && !advice.contains(" in float")
    )
    #expect(fault(advice, after: setting) == nil, "\(advice)")
  }

  static let mixed = [
    "table 2*rms(a) in float16", "plot log10(rms(a)) in float16",
    "plot y[1]*s over s in [1, 1.5] in float16",
    "table f(s) over s in [1, 1.5] in float16",
  ]

  @Test("what is computed with a network's pass is not said to be rounded", arguments: mixed)
  func mixture(_ statement: String) {
    let shown = shown(Self.setting + "\nf(t) = t*rms(net(x))\n" + statement)
    #expect(shown.contains("computed with them"), "\(shown)")
    #expect(!shown.contains("no limit is met") && !shown.contains("subnormal"))
  }

  @Test(
    "passes, their entries and their sizes are",
    arguments: [
      "table a[3] in float16", "table max(a) in float16", "plot net(x) in float16",
      "table g(l) over l in 3...5 in float16", "table -y[1] over s in [1, 1.25] in float16",
      "table rms(dJ_dW(net, x)) in float16", "table v over s in [1, 2] in float16",
    ]
  )
  func rounded(_ statement: String) {
    let setting = Self.setting + "\ng(l) = rms(activations(net, x)[l])\nv = rms(a[2])\n"
    let text = shown(setting + statement)
    #expect(
      text.contains("float16: no limit is met.")
        || text.contains("float16: no number shown is subnormal, zero, infinite or nan."),
      "\(text)"
    )
  }

  /// The factor 0.5 is exact: 0.5^l is below 2^-14 from l = 15 on and 0 from l = 25 on, and backward
  /// from layer L the same number of layers down.
  @Test("notes tell the direction: gradients from a layer down")
  func direction() {
    let setting = "net = network(0.5*identity(2), depth: 60)\nx = [1, 1]\n"
    let forward = shown(setting + "table rms(activations(net, x)) in float16")
    #expect(forward.contains("float16: subnormal from layer 15, zero from layer 25.\n"))
    let backward = shown(setting + "table rms(dJ_da(net, x)) in float16")
    #expect(backward.contains("float16: subnormal from layer 45 down, zero from layer 35 down.\n"))
  }

  /// With the loss times c the gradients are stored c times as large; NumPy's float16, which multiplies by
  /// the rounded factor layer by layer: 1024·0.5^k is below 2^-14 from layer 15 down (and 0.5^k already from
  /// 25), and 0 from layer 5 down; 1000·0.7^k is below it from layer 13 down, and 0.7^k from 32.
  @Test("a scaled gradient is judged as it was stored")
  func scaledGradient() {
    let setting = """
      net = network(0.5*identity(2), depth: 40)
      other = network(0.7*identity(2), depth: 60)
      g(c) = dJ_da(other, [1, 1], loss_scale: c)

      """
    func told(_ statement: String) -> String { shown(setting + statement, columns: 100) }
    let table = told("table rms(dJ_da(net, [1, 1], loss_scale: 1024)) at 6, 15, 16, 25 in float16")
    let rows = table.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    for row in ["6 5.82077e-11*", "15 2.98023e-8*", "16 5.96046e-8", "25 3.05176e-5"] {
      #expect(rows.contains(row), "\(row)")
    }
    #expect(
      table.hasSuffix(
        """
        * subnormal: too small for the format's full precision
        float16, stored times 1024: subnormal from layer 15 down, zero from layer 5 down.
        """
      )
    )
    let scaled = told("plot rms(g(1000)) in float16")
    #expect(scaled.hasSuffix("\nfloat16, stored times 1000: subnormal from layer 13 down."))
    let both = told("table rms(g(c)) at 0, 13, 32 over c in [1, 1000] in float16")
    #expect(
      both.contains(
        """
        c = 1: subnormal from layer 32 down, held still by rounding from layer 13 down.
        c = 1000, stored times 1000: subnormal from layer 13 down.
        """
      )
    )
    // 1000·0.7^60 was stored as 9 and 0.7^60 as 1 of float16's smallest number.
    let last = told("table max(g(c)[0]) over c in [1000] in float16")
    #expect(last.contains("1000  5.36442e-10*\n") && last.contains("stored times 1000: subnormal"))
    // What is stored times one number and another is of no format any more.
    let mixed = told("table max(g(c)[0]) over c in [1, 1000] in float16")
    #expect(!mixed.contains("subnormal") && mixed.contains("computed with them"))
  }

  /// 1.001 and 1.01 are next to 1, closer than half a unit in the last place of these formats.
  @Test(
    "a value that rounding holds is said to be held, from the layer that the diagnosis names",
    arguments: [
      ("1.001", "bfloat16"), ("1.01", "float8_e4m3"), ("0.9", "float16"), ("0.99", "float16"),
      ("1.0001", "float16"),
    ]
  )
  func held(_ factor: String, _ name: String) throws {
    let format = try #require(NumberFormat(name: name))
    let net = try Network(
      repeating: .scaledIdentity(try #require(Extended(decimal: factor)), 2),
      depth: 1500
    )
    let stuck = try #require(try net.forward(.ones(2), format: format).firstLayers.stuck)
    func told(_ list: String) -> String {
      shown(
        "net = network(\(factor)*identity(2), depth: 1500)\ntable rms(\(list)) in \(name)",
        columns: 200
      )
    }
    let (on, down) =
      stuck == 1
      ? ("throughout", "throughout")
      : ("from layer \(stuck) on", "from layer \(1500 - stuck) down")
    #expect(told("activations(net, [1, 1])").contains("held still by rounding \(on)."))
    #expect(told("dJ_da(net, [1, 1])").contains("held still by rounding \(down)."))
  }

  @Test("what stays without rounding isn't held by it", arguments: ["1", "-1", "1e-9"])
  func staying(_ factor: String) {
    let told = shown(
      "net = network(\(factor)*identity(2), depth: 40)\n"
        + "table rms(activations(net, [1, 1])) in bfloat16"
    )
    #expect(!told.contains("held still"))
  }

  @Test("one layer that is in trouble is one, not all from it on")
  func one() {
    let shown = shown(
      """
      net = network([1e-5*identity(2), 1e4*identity(2), identity(2)])
      table rms(activations(net, [1, 1])) in float16
      """
    )
    #expect(shown.hasSuffix("float16: subnormal at layer 1."), "\(shown)")
  }
}
