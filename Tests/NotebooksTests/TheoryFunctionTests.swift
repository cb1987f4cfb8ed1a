import Notebooks
import Testing

/// Theory from the language, against the rows of the reference table that are named.
@Suite("Theory in the language")
struct TheoryFunctionTests {
  static let setting = """
    m(w, b) = mean_field(tanh, weight_deviation: w, bias_deviation: b)
    edge(v) = edge_of_chaos(tanh, bias_variance: v)
    n(g, k) = finite_width(g, width: k, depth: 150)
    sch = mean_field(tanh, weight_deviation: sqrt(2), bias_deviation: sqrt(0.05))
    orth(v) = spectrum_variance(tanh, variance: v, orthogonal: true)
    """

  static let values = [
    // mf.tanh.sw1.3.sb0.3
    ("m(1.3, 0.3).q", "0.6070467919093606"), ("m(1.3, 0.3).chi", "0.9398074286821702"),
    ("m(1.3, 0.3).c", "1"), ("m(1.3, 0.3).variance_depth", "1.337667642539289"),
    ("m(1.3, 0.3).depth", "16.10817274348063"),
    ("m(1.3, 0.3).gradient_depth", "16.10817274348063"),
    // mf.tanh.sw2.5.sb0.3
    ("m(2.5, 0.3).q", "4.079123875282446"), ("m(2.5, 0.3).chi", "1.5852247650060571"),
    ("m(2.5, 0.3).c", "0.12210374730557201"), ("m(2.5, 0.3).slope", "0.8222291727235529"),
    ("m(2.5, 0.3).depth", "5.108918989166393"),
    ("m(2.5, 0.3).gradient_depth", "-2.170486483018526"),
    // mf.tanh.sw1.5.sb0, mf.tanh.sw1.05.sb0
    ("m(1.5, 0).q", "0.7933540426068388"), ("m(1.5, 0).chi", "1.1393232249854974"),
    ("m(1.05, 0).q", "0.05325049128552212"), ("m(1.05, 0).chi", "1.002875578080454"),
    // mf.schoen.sw2_2.0
    ("sch.q", "0.7217618726521211"), ("sch.c", "0.7440824195009546"),
    ("sch.depth", "25.21341478911275"),
    // mf.crit.*
    ("edge(1e-6)", "1.018252618511238"), ("edge(0.01)", "1.4242052904885418"),
    ("edge(0.05)", "1.7609546396066726"), ("edge(0.09)", "1.9476546317090848"),
    ("edge(0.3)", "2.5051271896796696"), ("edge(1)", "3.4432109122653096"),
    ("edge(0)", "1"), ("edge_of_chaos(relu)", "2"), ("edge_of_chaos(leaky_relu, slope: 0)", "2"),
    // he.gain
    ("sqrt(edge_of_chaos(leaky_relu, slope: 0.25))", "1.3719886811400708"),
    // gain.*
    ("moments(relu).mean", "0.3989422804014327"),
    ("moments(relu).centred_gain", "1.7128585504496627"),
    ("moments(gelu).second", "0.4252214825702987"), ("moments(gelu).gain", "1.5335304411955353"),
    ("moments(silu).slope_second", "0.3794823516328293"),
    ("moments(sigmoid).gain", "1.8462285453386054"),
    ("moments(elu).chi_at_gain", "1.0359047186043473"),
    ("moments(softplus).centred_gain", "1.9191259801076563"),
    ("moments(leaky_relu).gain", "1.4141428569978354"),
    ("moments(selu).chi_at_gain", "1.0715749924557993"),
    // gain.torch
    ("gain(tanh)", "5/3"), ("gain(selu)", "0.75"), ("gain(relu)", "sqrt(2)"),
    // penn.tanh.*
    ("orth(0.5700478816407644)", "0.3422560783080808"),
    ("spectrum_variance(tanh, variance: 0.5700478816407644)", "1.3422560783080808"),
    ("spectrum_variance(relu)", "2"), ("spectrum_variance(relu, orthogonal: true)", "1"),
    // relu.corr
    ("correlation_map(relu, 0, weight_deviation: sqrt(2))", "0.3183098861837907"),
    ("correlation_map(relu, 0.3183098861837907, weight_deviation: sqrt(2))", "0.49373109020037154"),
    // fw.*
    ("n(relu, 2).second", "3.5"), ("log10(n(relu, 2).second_of_all)", "81.61020665254135"),
    ("n(relu, 2).dead", "0.25"), ("n(relu, 2).alive", "1.8163080541213476e-19"),
    ("n(linear, 2).log_mean", "-0.5772156649015329"),
    ("n(linear, 2).log_variance", "1.6449340668482264"),
    ("n(linear, 8).typical", "-4.240126448013971"), ("n(linear, 8).spread", "1.4168494450597446"),
    ("n(relu, 32).log_mean", "-0.0825402080962268"),
    ("n(relu, 32).log_variance", "0.17749778722596052"),
    // fc.*
    ("fuss_catalan(2, depth: 2)", "3"), ("fuss_catalan(4, depth: 10)", "3311"),
    ("fuss_catalan(4, depth: 150)", "9135651"), ("fuss_catalan(0, depth: 3)", "1"),
    ("spectrum_edge(depth: 2)", "6.75"), ("spectrum_edge(depth: 150)", "409.10066261156663"),
    // lyap.*
    ("gaussian_lyapunov(4)[1]", "-0.13518142273073908"),
    ("gaussian_lyapunov(4)[4]", "-1.3283286032906845"),
    ("gaussian_lyapunov(128)[64]", "-0.3465532487030387"),
    ("sum(gaussian_lyapunov(32))", "-16.935367305646842"),
    // saxe.*
    ("saxe_time(1.5, layers: 2, strength: 3, start: 0.001)", "1.3343390297915014"),
    ("saxe_curve(1.5, layers: 2, strength: 3, start: 0.001)", "2.189611602768267"),
    ("saxe_steps(1.5, layers: 2, strength: 3, start: 0.001, rate: 1e-3)", "1336"),
    ("saxe_steps(0.5, layers: 2, strength: 1, start: 0.01, rate: 1e-3)", "2299"),
    ("saxe_time(0.5, layers: 1, strength: 1, start: 0.001)", "0.6921466802263617"),
    ("saxe_time(0.5, layers: 5, strength: 1, start: 0.001)", "20.953227323460876"),
    ("saxe_time(0.5, layers: 100, strength: 1, start: 0.001)", "8.931605665507142"),
    ("saxe_rate(layers: 10, strength: 2)", "0.05743491774985175"),
    ("saxe_rate(layers: 150, strength: 2)", "0.0033642826707062476"),
  ]

  @Test("reference values", arguments: values)
  func reference(_ text: String, _ value: String) {
    let difference = "abs(\(text) - (\(value))) <= 1e-8*(1e-3 + abs(\(value)))"
    #expect(shown("\(Self.setting)\n\(difference)") == "true", "\(text)")
  }

  static let texts = [
    ("edge_of_chaos(tanh, bias_variance: 0.05)", "1.76095463960674"),
    ("mean_field(tanh, weight_deviation: 1).phase", "\"critical\""),
    ("mean_field(tanh, weight_deviation: 2).phase", "\"chaotic\""),
    ("mean_field(tanh, weight_deviation: 0.5).phase", "\"ordered\""),
    ("mean_field(tanh, weight_deviation: 0.5).q", "0"),
    ("mean_field(relu, weight_deviation: sqrt(2)).depth", "inf"),
    ("mean_field(tanh, weight_deviation: 1).q", "0"),
    ("moments(tanh).mean", "0"), ("moments(selu).mean", "0"),
    ("slope(selu, -1e-20)", "1.75809934084738"),
    // mpmath: integrals and roots to 45 digits.
    ("mean_field(tanh, weight_deviation: 1.001).q", "0.00100133255840394"),
    ("mean_field(tanh, weight_deviation: 1.001).depth", "1.50499855344834e6"),
    ("mean_field(tanh, weight_deviation: 1.001).variance_depth", "500.665505555434"),
    ("mean_field(tanh, weight_deviation: 1.001).gradient_depth", "-752497.633866828"),
    ("mean_field(tanh, weight_deviation: 1.00001).gradient_depth", "-7.50024999761684e9"),
    ("mean_field(tanh, weight_deviation: 1.00001).phase", "\"chaotic\""),
    ("mean_field(tanh, weight_deviation: 0.9999999).gradient_depth", "4.99999975e6"),
    ("mean_field(erf, weight_deviation: 0.8863).q", "8.2461462489195e-5"),
    ("mean_field(erf, weight_deviation: 0.8863).gradient_depth", "-1.1033223842653e8"),
    ("mean_field(erf, weight_deviation: 0.88623).gradient_depth", "-6.2314959794803e10"),
    ("mean_field(erf, weight_deviation: 0.88623).depth", "1.24629919590806e11"),
    ("saxe_time(2.128, layers: 4, strength: 2.13, start: 0.5)", "0.7580397524789"),
    ("saxe_curve(275.6, layers: 10, strength: 0.416, start: 0.0002)", "0.367028671332571"),
    ("saxe_curve(89.42, layers: 5, strength: 0.6, start: 0.00021)", "0.336395170244475"),
    // mpmath, with all digits of 19.196.
    ("slope(erf, 19.196)", "1.04915084368899e-160"),
    ("moments(relu, variance: 0).second", "0"),
  ]

  @Test("words and ends", arguments: texts)
  func text(_ text: String, _ shownAs: String) { #expect(shown(text) == shownAs) }

  @Test("a record says what it is and what its parts are")
  func record() {
    #expect(
      shown("m = mean_field(tanh, weight_deviation: 0.5, bias_deviation: 0)")
        == """
        m = the mean field of tanh, σ_w² = 0.25, σ_b² = 0
          .q = 0                               q*, the variance z settles to
          .chi = 0.25                          χ, of squared gradients per layer
          .phase = "ordered"                   χ < 1: gradients vanish with depth
          .c = 1                               c*, the correlation of two inputs
          .slope = 0.25                        of the correlation map at c*
          .depth = 0.721347520444482           ξ_c: layers that c takes
          .variance_depth = 0.721347520444482  ξ_q: layers that z takes
          .gradient_depth = 0.721347520444482  -1/ln χ, in layers
        """
    )
  }

  /// Hand-made: one layer of each kind, and the laws of deep ones.
  static let layers = [
    ("theory(network(gaussian(gain: 2), width: 2, depth: 3), [1, 1]).a[3] == 8", "true"),
    ("theory(network(gaussian(gain: 2), width: 2, depth: 3), [1, 1]).gradients[0] == 8", "true"),
    (
      "theory(network(he(), width: 8, depth: 5000, activation: relu), ones(8)).a[5000] == 1", "true"
    ),
    (
      "theory(network(gaussian(gain: 0.5), width: 2, depth: 5000), [1, 1]).a[5000] == 0.5^5000",
      "true"
    ),
    (
      "abs(theory(network(gaussian(gain: 1.3), width: 9, depth: 100, activation: tanh, "
        + "bias_deviation: 0.3), ones(9)).z[100]^2 - 0.6070467919093606) < 1e-9", "true"
    ),
    // tanh is its tangent near 0.
    (
      "t = theory(network(gaussian(gain: 0.5), width: 2, depth: 2000, activation: tanh), [1, 1])\n"
        + "abs(t.a[2000]/t.a[1999] - 0.5) < 1e-12", "true"
    ),
    ("theory(network(lecun(), widths: [4, 9, 1]), [1, 1, 1, 1]).a[2] == 1", "true"),
    // Far out softplus is relu, and tanh a step with slopes ∫ g′(z)² dz/√(2πq) = 4/3/√(2πq).
    (
      "t = theory(network(gaussian(gain: 1e150), width: 4, depth: 3, activation: softplus), "
        + "ones(4))\nabs(t.a[3]/t.a[2]/1e150 - 1/sqrt(2)) < 1e-9", "true"
    ),
    (
      "t = theory(network(gaussian(gain: 1e100), width: 4, depth: 1, activation: tanh), ones(4))\n"
        + "abs(t.gradients[0]^2/1e100*sqrt(2*pi) - 1) < 1e-9", "true"
    ),
    // dJ/da[1] of Σ ŷ with W[2] of 1 × 9 and variance 1/9.
    ("theory(network(lecun(), widths: [4, 9, 1]), [1, 1, 1, 1]).gradients[1] == 1/3", "true"),
  ]

  @Test("theory along the layers of a network", arguments: layers)
  func alongLayers(_ text: String, _ value: String) {
    #expect(shown(text).hasPrefix(value), "\(text): \(shown(text))")
  }
}
