import Notebooks
import Testing

/// Training in float formats; the values are those of a NumPy script that rounds weights, signals,
/// gradients and, without masters, averages, updates and ε as they are stored, and sums in float64.
@Suite("Training in a float format")
struct TrainingFormatTests {
  private static let setting = """
    A = [[0.5, -0.3], [0.2, 0.8], [-0.6, 0.1]]
    B = [[0.4, -0.2, 0.7], [-0.5, 0.3, 0.1]]
    net = network([A, B], activation: tanh, last_activation: linear)
    m = train(net, xor, rate: 0.5, steps: 20, format: float16)
    k = train(net, xor, rate: 0.5, steps: 20, format: float16, scale: 1024)
    n = train(net, xor, rate: 0.1, steps: 20, momentum: 0.9, format: float16, masters: false)
    b = train(net, xor, rate: 0.5, steps: 20, decay: 0.05, format: bfloat16, masters: false)
    a = train(net, xor, rate: 0.05, steps: 20, adam: true, format: bfloat16)
    e = train(net, xor, rate: 0.05, steps: 20, adam: true, epsilon: 0.001, decay: 0.1, \
    format: float16, masters: false)
    d = train(net, xor, rate: 0.5, steps: 20, format: float16, \
    scale: dynamic(start: 2^20, every: 4))
    o = train(net, xor, rate: 0.5, steps: 20, format: float16, scale: 2^20)
    """

  static let values = [
    ("m.loss[1]", "0.547928890271578"), ("m.loss[20]", "0.5000036123765748"),
    ("weights(m.net)[1][1, 2]", "-0.10995178222656249"), ("n.loss[1]", "0.6011895928531885"),
    ("n.loss[20]", "0.5066738943569362"), ("weights(n.net)[1][1, 2]", "0.0014514923095703125"),
    ("b.loss[20]", "0.5000085819340256"), ("weights(b.net)[1][1, 2]", "-0.0654296875"),
    ("a.loss[20]", "0.5029417250771075"), ("weights(a.net)[1][1, 2]", "-0.08771404253368725"),
    ("e.loss[20]", "0.5019753547530854"), ("weights(e.net)[1][1, 2]", "-0.07550048828125"),
    ("d.loss[1]", "0.6184317441657186"), ("d.loss[20]", "0.5000551474151962"),
    ("weights(d.net)[1][1, 2]", "-0.11010437011718749"),
  ]

  @Test("losses and weights", arguments: values)
  func trained(_ text: String, _ value: String) {
    let difference = "abs(\(text) - (\(value))) <= 1e-11*abs(\(value))"
    #expect(shown("\(Self.setting)\n\(difference)") == "true", "\(text)")
  }

  /// A chain of seven weights of 0.05: its gradients begin at 0.05^6, which is 0 in float16.
  private static let chain = """
    chain = network([[0.05]], depth: 7)
    one = samples([[1]], [[1]])
    f(s) = train(chain, one, rate: 0.01, steps: 300, adam: true, format: float16, scale: s)
    v = train(chain, one, rate: 0.01, steps: 300, adam: true, format: float16, scale: dynamic(every: 50))
    """

  static let outcomes = [
    // A power of two changes nothing where nothing is too large or too small.
    ("exactly(m.loss[20], k.loss[20])", "true"),
    ("d.scale[0]", "1.048576e6"), ("d.scale[3]", "131072"), ("d.scale[7]", "262144"),
    ("d.updates[1][0]", "0"), ("d.scale[20]", "131072"), ("count(d.scale)", "21"),
    ("o.outcome", "\"overflowed\""), ("o.loss[3]", "overflowed at step 0"),
    ("rounded(weights(n.net)[1][2, 1], to: float16) == weights(n.net)[1][2, 1]", "true"),
    // What fails in float16, and is saved by a scale.
    ("f(1).outcome", "\"stalled\""), ("f(1).loss[300] == f(1).loss[0]", "true"),
    ("sum(f(1).updates[1])", "0"), ("f(1024).outcome", "\"converged\""),
    ("f(1024).loss[300] < 1e-6", "true"), ("v.outcome", "\"converged\""),
    ("v.scale[1]", "32768"), ("v.scale[300]", "1.048576e6"),
    ("train(chain, one, rate: 0.01, steps: 300, adam: true).outcome", "\"converged\""),
    // Adam's squares and its ε of 1e-8 are 0 in float16, and 0/0 is no number.
    (
      "train(chain, one, rate: 0.01, steps: 300, adam: true, format: float16, masters: false).outcome",
      "\"diverged\""
    ),
    (
      "train(chain, one, rate: 0.01, steps: 300, adam: true, format: float16, masters: false, "
        + "epsilon: 0.0001, scale: 1024).outcome", "\"stalled\""
    ),
    (
      "exactly(train(net, xor, rate: 0.5, steps: 9, format: float64).loss[9], "
        + "train(net, xor, rate: 0.5, steps: 9).loss[9])", "true"
    ),
    (
      "train(network(300*identity(2), depth: 3), xor, rate: 0.1, steps: 3, format: float16).outcome",
      "\"diverged\""
    ),
    (
      "train(network([[1]], depth: 1), samples([[1]], [[1e30]]), rate: 1e-9, steps: 99, "
        + "format: float16, scale: dynamic(every: 1)).outcome", "\"overflowed\""
    ),
    (
      "count(train(net, xor, rate: 0.1, steps: 9, format: float16, batch: 2, test: xor).test_loss)",
      "10"
    ),
  ]

  @Test("what a scale saves, and how it ends", arguments: outcomes)
  func outcome(_ text: String, _ value: String) {
    let shown = shown("\(Self.setting)\n\(Self.chain)\n\(text)")
    #expect(shown == value || shown.hasPrefix(value + " "), "\(text): \(shown)")
  }

  @Test("a training in a format says so, and an overflow what was too large")
  func words() {
    let said = shown("\(Self.setting)\no", columns: 200)
    #expect(
      said.hasPrefix(
        "a training of 0 steps, gradient descent, rate 0.5, in float16 with float64 weights beside, "
          + "loss times 1.04858e6\n"
      )
        && said.contains(
          "at step 0 a gradient times the scale 1.05e6 is too large for float16; try a smaller scale, "
            + "or dynamic()\n"
        ),
      "\(said)"
    )
    #expect(shown("dynamic()").hasPrefix("a scale of the loss, 65536, halved by overflow"))
  }

  static let refused = [
    (
      "train(net, xor, rate: 1, steps: 1, scale: 8)",
      "scale means nothing to this training: it goes with format: float16."
    ),
    (
      "train(net, xor, rate: 1, steps: 1, masters: true)",
      "masters means nothing to this training: it goes with format: float16."
    ),
    (
      "train(net, xor, rate: 1, steps: 1, format: float16, scale: 0)",
      "scale of train takes a number from 1e-300 to 1e300; this is 0."
    ),
    (
      "train(net, xor, rate: 1, steps: 1, format: 16)",
      "format of train takes a number format, such as float16; this is 16."
    ),
    (
      "train(net, xor, rate: 1, steps: 1, format: float16, scale: cosine())",
      "scale of train takes a number such as 1024, or dynamic(); this is a schedule of the rate."
    ),
    (
      "train(net, xor, rate: 1, steps: 1, epsilon: 1)",
      "epsilon means nothing to this training: it goes with adam: true."
    ),
  ]

  @Test("what means nothing is refused", arguments: refused)
  func refusal(_ text: String, _ message: String) {
    #expect(fault("\(Self.setting)\n\(text)")?.problem.message == message)
  }
}
