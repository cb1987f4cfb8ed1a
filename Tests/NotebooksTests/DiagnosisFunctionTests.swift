import Notebooks
import Testing

/// What a tutor would answer to "why doesn't my network train?", in whole texts.
///
/// The layers at which a format gives out are those of the reference table (dtype.*); the sizes
/// are powers of the factor; the rates are in the engine's own tests.
@Suite("Diagnosis in the language")
struct DiagnosisFunctionTests {
  static let texts = [
    (
      "network(0.9*identity(2), depth: 150), [1, 1]",
      """
      Signals and gradients vanish.
      Signals: rms a[l] goes from 1 at layer 0 to 1.37e-7 at layer 150, times 0.9 per layer (as theory says: 0.9); it is below
          a thousandth from layer 66 on.
      Gradients, on their way back: rms dJ/da[l] goes from 1 at layer 150 to 1.37e-7 at layer 0, times 0.9 per layer (as
          theory says: 0.9); it is below a thousandth from layer 84 down.
      The weights' gradients: rms dJ/dW[l] is 1.52e-7 for W[1] and 1.52e-7 for W[150], so all layers learn alike, and hardly
          at all at a usual rate.
      Number formats:
        float8_e4m3  signals lose digits from layer 31 on, stand still from layer 35 on; gradients lose digits from layer 119
          down
        float8_e5m2  signals stand still from layer 57 on
        float16      signals lose digits from layer 93 on, stand still from layer 143 on; gradients lose digits from layer 57
          down
        bfloat16     holds both
        float32      holds both
        float64      holds both
      The largest stable rate at this input is 0.589 for the first 37, 15.9 for the first 75, 21400 for the first 150 layers:
          it grows by 36400 with depth.
      A step at half that rate changes W[11] by 0.00564 of itself; about 1e-3 is usual.
      None of 40 rates from 0.000128 to 1.48e14 lowers the loss of 4.85 by more than 1 % in 8 steps.
      What could help, smallest change first, each tried at the same input:
        all weights times 1.11111: works, per layer signals times 1, gradients times 1; 8 steps at rate 0.000833 lower the
          loss from 6.3 to 0.0324
        a skip past every layer, residual: 0.00666667: works, per layer signals times 1.01, gradients times 1.01; 8 steps at
          rate 25.2 lower the loss from 12 to 0.00704
        a layer norm in the hidden layers, norm: true: signals die, gradients explode
      The smallest change that works: all weights times 1.11111.
      Measured at the given x, gradients of J = the sum of ŷ (with a layer norm: t·ŷ); trained on J = ½‖ŷ - t‖² there, t =
          normal(2, seed: 2).
      """
    ),
    (
      "network(gaussian(gain: 2), width: 64, depth: 50, activation: tanh)",
      """
      Signals keep their size, but gradients explode. The largest stable rate of the first 12 layers is 261000 times too large
          for all 50.
      Signals: rms a[l] goes from 0.997 at layer 0 to 0.715 at layer 50, times 0.993 per layer (as theory says: 0.994).
      Gradients, on their way back: rms dJ/da[l] goes from 1 at layer 50 to 1540 at layer 0, times 1.16 per layer (as theory
          says: 1.16); it is above a thousand times that from layer 4 down.
      The weights' gradients: rms dJ/dW[l] is 715 for W[1] and 0.418 for W[50], so a rate that moves the last layers throws
          the first ones far off.
      In 12 of 12 draws of the weights (seeds 1 to 12) one or both change more than tenfold.
      Number formats:
        float8_e4m3  gradients nan from layer 15 down
        float8_e5m2  holds both
        float16      holds both
        bfloat16     holds both
        float32      holds both
        float64      holds both
      The largest stable rate at this input is 7.94e-5 for the first 12, 8.9e-7 for the first 25, 3.04e-10 for the first 50
          layers: it shrinks by 261000 with depth.
      A step at half that rate changes W[1] most, by 1.19e-6 of itself, and W[50] least, by 3.11e-10; about 1e-3 is usual.
      8 steps at rate 6.69e-10 lower the loss from 48.9 to 45.6.
      What could help, smallest change first, each tried at the same input:
        gaussian(gain: 1), where χ = 1: works (signals shrink 10.4-fold), per layer signals times 0.954, gradients times
          0.975; in 12 of 12 draws; 8 steps at rate 0.0259 lower the loss from 39.3 to 6.87
        orthogonal(gain: 1): works, per layer signals times 0.956, gradients times 0.956; in 4 of 4 draws; 8 steps at rate
          0.0296 lower the loss from 41 to 6.43
        a skip past every layer, residual: 0.141421: works, per layer signals times 1, gradients times 1.01; in 12 of 12
          draws; 8 steps at rate 0.03 lower the loss from 106 to 2.96
        a layer norm in the hidden layers, norm: true: ends no lower than without it: 8 steps at rate 9e-7 lower the loss from
          57.6 to 46.1; without it, 8 steps at rate 6.69e-10 lower the loss from 48.9 to 45.6
        activation: relu with he(): works (signals shrink 11.9-fold), per layer signals times 0.952, gradients times 0.976; in
          12 of 12 draws; 8 steps at rate 0.00156 lower the loss from 40.5 to 38.4
      The smallest change that works: gaussian(gain: 1), where χ = 1.
      Measured at x = normal(64, seed: 1), gradients of J = the sum of ŷ (with a layer norm: t·ŷ); trained on J = ½‖ŷ - t‖²
          there, t = normal(64, seed: 2).
      """
    ),
    (
      "network([[-1]], depth: 9, activation: relu), [1]",
      """
      Signals and gradients die; units are dead.
      Signals: rms a[l] goes from 1 at layer 0 to 0 at layer 9; all of it is 0 from layer 1 on.
      Gradients, on their way back: rms dJ/da[l] goes from 1 at layer 9 to 0 at layer 0; all of it is 0 from layer 8 down.
      The weights' gradients: dJ/dW[l] is 0 for all layers, so J moves no weight.
      The only unit of layer 2 has slope 0 at all 8 inputs tried (this one and normal ones of its size), and so learns nothing
          from them. Nine tenths or more are dead in 7 of 8 hidden layers.
      Number formats:
        float8_e4m3  signals 0 from layer 1 on; gradients 0 from layer 8 down, as the slope of relu is 0 where signals are
        float8_e5m2  signals 0 from layer 1 on; gradients 0 from layer 8 down, as the slope of relu is 0 where signals are
        float16      signals 0 from layer 1 on; gradients 0 from layer 8 down, as the slope of relu is 0 where signals are
        bfloat16     signals 0 from layer 1 on; gradients 0 from layer 8 down, as the slope of relu is 0 where signals are
        float32      signals 0 from layer 1 on; gradients 0 from layer 8 down, as the slope of relu is 0 where signals are
        float64      signals 0 from layer 1 on; gradients 0 from layer 8 down, as the slope of relu is 0 where signals are
      To first order no weight changes the output at this input, so no rate helps.
      Training leaves the loss at 2.92, as its gradients are 0 in float64.
      What could help, smallest change first, each tried at the same input:
        a skip past every layer, residual: 0.111111: training leaves the loss at 5.83, as its gradients are 0 in float64
        a layer norm in the hidden layers, norm: true: signals and gradients die
        activation: leaky_relu, slope: 0.1: signals and gradients vanish
        activation: tanh: works (gradients shrink 21.3-fold), per layer signals times 0.896, gradients times 0.712; 8 steps at
          rate 38.4 lower the loss from 2.09 to 1
      The smallest change that works: activation: tanh.
      Measured at the given x, gradients of J = the sum of ŷ (with a layer norm: t·ŷ); trained on J = ½‖ŷ - t‖² there, t =
          normal(1, seed: 2).
      """
    ),
  ]

  @Test("three networks that fail for different reasons", arguments: texts)
  func text(_ arguments: String, _ answer: String) {
    let found = shown("diagnose(\(arguments))", columns: 120)
    #expect(found == answer, "\(found)")
  }

  static let sentences = [
    (
      "network(1.5*identity(2), depth: 20, last: identity(2)), [1, 1]",
      "times 1.47 per layer (1.5 in the layers that repeat)"
    ),
    // 1.5 reaches a thousand at layer 18: 1.5^17 = 985.
    (
      "network(1.5*identity(2), depth: 20, last: identity(2)), [1, 1]",
      "it is above a thousand times that from layer 18 on."
    ),
    (
      "network(1.5*identity(2), depth: 20, last: identity(2)), [1, 1]",
      "The smallest change that works: all weights but the last times 0.666667."
    ),
    (
      "network(he(), width: 64, depth: 30, activation: relu)",
      "Depth is no obstacle here: signals shrink only 2.29-fold and gradients keep their size."
    ),
    (
      "network(gaussian(), width: 32, depth: 30, activation: sigmoid)",
      "so the first layers learn far more slowly than the last."
    ),
    (
      "network(xavier(), width: 16, depth: 5, activation: tanh), 100*normal(16)",
      "rms dJ/dW[l] is 1.84e-7 for W[1] and 0.328 for W[5]"
    ),
    (
      "network(xavier(), width: 16, depth: 5, activation: tanh), 10*ones(16)",
      "The smallest change that works: the input divided by its rms, x/rms(x)."
    ),
    (
      "network(xavier(), width: 16, depth: 5, activation: tanh), 10*ones(16)",
      "orthogonal(gain: 1): units are saturated in 1 hidden layer"
    ),
    ("network(0*identity(4), depth: 10)", "a skip past every layer, residual: 0.1: works"),
    ("network([[-1]], depth: 9, activation: relu), [1]", "The only unit of layer 2 has slope 0"),
    // 0.0036, 0.000608 and 0.00632.
    (
      "network(he(), width: 32, depth: 30, activation: relu, last_activation: sigmoid)",
      "layers: it shrinks by 5.92 up to 15 layers, then grows by 10.4."
    ),
    (
      "network(he(), width: 64, depth: 20, residual: 1)",
      "gaussian(gain: 1): helps in 4 of 12 draws only"
    ),
    (
      "network([[0.5]], depth: 3, bias: [-2], activation: relu)",
      "To first order no weight changes the output at this input, so no rate helps."
    ),
    (
      "network(0.5*identity(2), depth: 2000), [1, 1]",
      "by 8.94e598 times its own size: the rate was measured at these weights, and says nothing of ones so far away."
    ),
    (
      "network(xavier(), width: 64, depth: 50, activation: relu)",
      "gaussian(gain: 1.41421), where χ = 1: works"
    ),
    (
      "network(0.5*identity(2), depth: 150), [1, 1]",
      "float16      signals lose digits from layer 15 on, 0 from layer 25 on"
    ),
    (
      "network(0.5*identity(2), depth: 150), [1, 1]",
      "float32      signals lose digits from layer 127 on, 0 from layer 150 on"
    ),
    (
      "network(0.5*identity(2), depth: 2000), [1, 1]",
      "If t were ŷ, the largest stable rate at this input would be 5.36e297 for the first 500"
    ),
    ("network([[1, 2], [3, 4]], depth: 1)", "The largest stable rate at this input is"),
    ("network(identity(2), depth: 3), normal(2)", "float16      holds both"),
  ]

  @Test("single sentences", arguments: sentences)
  func sentence(_ arguments: String, _ sentence: String) {
    let found = shown("diagnose(\(arguments))", columns: 200)
    #expect(found.contains(sentence), "\(found)")
  }

  @Test("a repair that is named works when it is entered")
  func repaired() {
    let net = "network(gaussian(gain: 1.41421), width: 64, depth: 50, activation: relu, seed: 2)"
    #expect(shown("diagnose(\(net))", columns: 200).hasPrefix("Depth is no obstacle here"))
    let skip = "network(xavier(), width: 64, depth: 50, activation: relu, norm: true)"
    #expect(shown("diagnose(\(skip))", columns: 200).hasPrefix("Depth is no obstacle here"))
    let scaled = "network(0.9*1.11111*identity(2), depth: 150)"
    #expect(shown("diagnose(\(scaled), [1, 1])", columns: 200).hasPrefix("Depth is no obstacle"))
  }

  @Test("the rate of a training that is told can be entered, and comes to the loss that is told")
  func training() throws {
    let net = "network(orthogonal(gain: 0.9), width: 4, depth: 50, seed: 11)"
    let told = shown("diagnose(\(net))", columns: 500)
    let line = try #require(told.split(separator: "\n").first { $0.hasPrefix("8 steps at rate ") })
    let words = line.dropLast().split(separator: " ").map(String.init)
    let set = "samples([normal(4, seed: 1)], [normal(4, seed: 2)])"
    for (step, word) in [(0, words[9]), (8, words[11])] {
      let loss = shown("train(\(net), \(set), rate: \(words[4]), steps: 8).loss[\(step)]")
      let (one, other) = (try #require(Double(loss)), try #require(Double(word)))
      #expect((one / other - 1).magnitude < 0.005, "\(loss) \(word)")
    }
  }

  @Test("what one draw does is not told of all where most draws don't")
  func draws() throws {
    var lone = 0
    for seed in 1...20 {
      let net = "network(he(), width: 4, depth: 12, activation: relu, seed: \(seed))"
      let told = shown("diagnose(\(net))", columns: 500)
      let line = try #require(
        told.split(separator: "\n").first { $0.hasPrefix("In ") && $0.contains(" of 12 draws of ") }
      )
      let alike = try #require(Int(line.split(separator: " ")[1]))
      #expect(told.hasPrefix("In this draw ") == (alike < 6), "\(told)")
      guard alike < 6 else { continue }
      lone += 1
      #expect(told.contains("but in \(12 - alike) of 12 draws") && !told.contains("no obstacle"))
    }
    #expect(lone > 0)
  }
}
