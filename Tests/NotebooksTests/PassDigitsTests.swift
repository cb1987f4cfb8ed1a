import Testing

/// Passes of given small networks, all digits printed.
@Suite struct PassDigitsTests {
  /// What mpmath gives with 60 digits, rounded to 15.
  static let values = [
    (
      "activations(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: "
        + "tanh, bias: [0.1, -0.2]), [0.4, -1.7])[25]",
      "[0.621885559994773, -0.0961859045419174]"
    ),
    (
      "dJ_dx(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: tanh, "
        + "bias: [0.1, -0.2]), [0.4, -1.7])",
      "[0.000501978051623911, 0.000287128184818176]"
    ),
    (
      "activations(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: "
        + "sigmoid, bias: [0.1, -0.2]), [0.4, -1.7])[25]",
      "[0.526438875983185, 0.659071482586576]"
    ),
    (
      "dJ_dx(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: sigmoid, "
        + "bias: [0.1, -0.2]), [0.4, -1.7])",
      "[1.49661725496204e-16, 1.44062265127604e-15]"
    ),
    (
      "activations(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: elu, "
        + "bias: [0.1, -0.2]), [0.4, -1.7])[25]",
      "[-0.480603369242946, 0.126939956774091]"
    ),
    (
      "dJ_dx(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: elu, bias: "
        + "[0.1, -0.2]), [0.4, -1.7])",
      "[0.0541719873999416, -0.190293214300584]"
    ),
    (
      "activations(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: "
        + "selu, bias: [0.1, -0.2]), [0.4, -1.7])[25]",
      "[0.66797674188256, 3.51648193047155]"
    ),
    (
      "dJ_dx(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: selu, "
        + "bias: [0.1, -0.2]), [0.4, -1.7])",
      "[-0.199650936942911, -1.12861064250146]"
    ),
    (
      "activations(network([[0.9, -0.71], [0.33, 1.04]], depth: 6, activation: gelu, "
        + "bias: [0.1, -0.2]), [0.4, -1.7])[6]",
      "[0.155627573392181, 0.139918774281163]"
    ),
    (
      "dJ_dx(network([[0.9, -0.71], [0.33, 1.04]], depth: 6, activation: gelu, bias: "
        + "[0.1, -0.2]), [0.4, -1.7])",
      "[0.1296100263537, 0.0650483226397649]"
    ),
    (
      "activations(network([[0.9, -0.71], [0.33, 1.04]], depth: 6, activation: silu, "
        + "bias: [0.1, -0.2]), [0.4, -1.7])[6]",
      "[0.216640250704545, 0.000685178050189033]"
    ),
    (
      "dJ_dx(network([[0.9, -0.71], [0.33, 1.04]], depth: 6, activation: silu, bias: "
        + "[0.1, -0.2]), [0.4, -1.7])",
      "[0.0885939542116895, -0.0206022961310972]"
    ),
    (
      "activations(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: "
        + "softplus, bias: [0.1, -0.2]), [0.4, -1.7])[25]",
      "[0.137733120317535, 3.02787931059233]"
    ),
    (
      "dJ_dx(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: softplus, "
        + "bias: [0.1, -0.2]), [0.4, -1.7])",
      "[0.0695047992968857, -0.0585493424831345]"
    ),
    (
      "activations(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: erf, "
        + "bias: [0.1, -0.2]), [0.4, -1.7])[25]",
      "[0.738081068291132, -0.267070760006067]"
    ),
    (
      "dJ_dx(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: erf, bias: "
        + "[0.1, -0.2]), [0.4, -1.7])",
      "[0.0137453405969288, 0.00820001838899663]"
    ),
    (
      "activations(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: "
        + "leaky_relu), [0.4, -1.7])[25]",
      "[-0.0207081651473378, 3.0004160163237]"
    ),
    (
      "dJ_dx(network([[0.9, -0.71], [0.33, 1.04]], depth: 25, activation: "
        + "leaky_relu), [0.4, -1.7])",
      "[1.70687301940658, -1.35115214318455]"
    ),
    (
      "dJ_dx(network([[0.9, -0.71], [0.33, 1.04]], depth: 8, activation: tanh, "
        + "residual: 0.3), [0.4, -1.7])",
      "[1.12064276451133, 1.07493660401079]"
    ),
    (
      "activations(network([[0.9, -0.71, 0.2], [0.33, 1.04, -0.6], [-1.1, 0.5, "
        + "0.7]], depth: 5, activation: gelu, norm: true), [0.4, -1.7, 0.25])[5]",
      "[-0.169868882283131, 1.0370714760638, 0.250283278393278]"
    ),
    (
      "dJ_dz(network([[0.9, -0.71, 0.2], [0.33, 1.04, -0.6], [-1.1, 0.5, 0.7]], "
        + "depth: 5, activation: gelu, norm: true), [0.4, -1.7, 0.25])[2]",
      "[-1.41532053874551, 3.52201636359913, 0.307105255567528]"
    ),
    (
      "activations(network([[0.9, -0.71, 0.2], [0.33, 1.04, -0.6], [-1.1, 0.5, "
        + "0.7]], depth: 5, activation: elu, bias: [0.1, 0.2, 0.3], residual: 0.5, norm: "
        + "true), [0.4, -1.7, 0.25])[5]",
      "[5.42203250417402, -2.80920478706914, -1.32861456555794]"
    ),
    (
      "dJ_dx(network([[0.9, -0.71, 0.2], [0.33, 1.04, -0.6], [-1.1, 0.5, 0.7]], "
        + "depth: 5, activation: elu, bias: [0.1, 0.2, 0.3], residual: 0.5, norm: true), "
        + "[0.4, -1.7, 0.25])",
      "[1.46446971566953, 0.840443585662664, 1.02560037493164]"
    ),
    (
      "activations(network(diagonal([1.58, 0.7]), depth: 1000, activation: "
        + "leaky_relu), [-0.22, -0.3])[1000]",
      "[-9.98871530625599e-1803, -3.75976991989715e-2156]"
    ),
    (
      "activations(network([[1]], depth: 1, activation: sigmoid), [-1000000.1])[1]",
      "[2.98309648233333e-434295]"
    ),
    ("dJ_dx(network([[1.1]], depth: 1, activation: erf), [20.1])", "[6.1387259778904e-213]"),
    ("dJ_dx(network([[1.1]], depth: 2, activation: gelu), [-30.1])", "[-7.07565742848882e-238]"),
    ("dJ_dx(network([[1.1]], depth: 2, activation: silu), [-900.3])", "[-4.81107680401452e-428]"),
    ("dJ_dx(network([[1.1]], depth: 2, activation: tanh), [300.7])", "[8.6499126670342e-288]"),
    (
      "dJ_dx(network([[1.1]], depth: 2, activation: softplus), [-12345.6])",
      "[9.84473457089008e-5899]"
    ),
    ("dJ_dx(network([[1.1]], depth: 2, activation: elu), [-70.2])", "[1.17176776806605e-34]"),
    (
      "layer_jacobian(network([[0.3, 1.88], [0.5, 0.2]], depth: 3, activation: "
        + "silu), [-1.483, 1.57], 3)[1, 2]",
      "1.9994862438277"
    ),
    (
      "condition_number(jacobian(network([[[0.6, -1.037], [-1.00, 1.596]]], "
        + "activation: erf), [-0.87, 0.06]))",
      "57.3701189439724"
    ),
    (
      "jacobian(network([[[0.6, -1.037], [-1.00, 1.596]]], activation: erf), [-0.87, "
        + "0.06]).smallest",
      "0.0222011607224822"
    ),
    (
      "condition_number(jacobian(network([[[0.36, 0.71, -0.85], [1.18, -0.55, 0.36], "
        + "[-1.0, 1.9, 1.89]], [[1.22, 1.3, 0.24], [-0.21, -1.9, 0.4], [0.4, 1.967, "
        + "-0.34]]], activation: linear), [1, 1, 1]))",
      "280.338611026578"
    ),
    (
      "jacobian(network([[[0.36, 0.71, -0.85], [1.18, -0.55, 0.36], [-1.0, 1.9, "
        + "1.89]], [[1.22, 1.3, 0.24], [-0.21, -1.9, 0.4], [0.4, 1.967, -0.34]]], "
        + "activation: linear), [1, 1, 1]).smallest",
      "0.0166630780293456"
    ),
  ]

  @Test("against mpmath, to the last digit", arguments: values)
  func digits(_ text: String, _ value: String) { #expect(shown(text) == value) }
}
