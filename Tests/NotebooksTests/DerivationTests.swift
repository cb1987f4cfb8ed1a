import Notebooks
import Testing

/// `derive(net)`, read as a mathematician reads: every line must be true of the network.
@Suite("Derivations")
struct DerivationTests {
  static let goldens: [(name: String, network: String, text: String)] = [
    (
      "one layer",
      "network(1.5*identity(2), depth: 1)",
      """
      z[1] = W[1] x                b = 0: nothing is added
      a[1] = g(z[1]) = z[1] = ŷ    g(z) = z

      ŷ = W[1] x

      With W[1] = 1.5 I:
      ŷ = 1.5 I x = 1.5 x
      """
    ),
    (
      "two layers of one matrix",
      "network(1.5*identity(2), depth: 2)",
      """
      z[1] = W[1] x            b = 0: nothing is added
      a[1] = g(z[1]) = z[1]    g(z) = z
      a[2] = g(W[2] a[1]) = W[2] W[1] x = ŷ

      ŷ = W[2] W[1] x
      x meets W[1] first, so the matrices act from right to left.

      With W[1] = W[2] = 1.5 I:
      ŷ = (1.5 I)^2 x = 1.5^2 x = 3^2/2^2 x = 2.25 x
      """
    ),
    (
      "three layers, the last apart: the lecture's",
      "network(1.5*identity(2), depth: 3, last: identity(2))",
      """
      z[1] = W[1] x            b = 0: nothing is added
      a[1] = g(z[1]) = z[1]    g(z) = z
      a[2] = g(W[2] a[1]) = W[2] W[1] x
      a[3] = g(W[3] a[2]) = W[3] W[2] W[1] x = ŷ

      ŷ = W[3] W[2] W[1] x
      x meets W[1] first, so the matrices act from right to left.

      With W[1] = W[2] = 1.5 I and W[3] = I:
      ŷ = W[3] (1.5 I)^2 x = 1.5^2 x = 3^2/2^2 x = 2.25 x
      """
    ),
    (
      "152 layers, decimals and a last row",
      "network(1.1*identity(2), depth: 152, last: [[1, 1]])",
      """
      z[1] = W[1] x            b = 0: nothing is added
      a[1] = g(z[1]) = z[1]    g(z) = z
      a[2] = g(W[2] a[1]) = W[2] W[1] x
      a[3] = g(W[3] a[2]) = W[3] W[2] W[1] x
      …
      a[152] = g(W[152] a[151]) = W[152] W[151] … W[2] W[1] x = ŷ

      ŷ = W[L] W[L-1] … W[2] W[1] x    with L = 152
      x meets W[1] first, so the matrices act from right to left.

      With W[1] = … = W[151] = 1.1 I and W[152] = [[1, 1]]:
      ŷ = W[152] (1.1 I)^151 x = 1.1^151 W[152] x = 11^151/10^151 W[152] x = 1.77948…e6 W[152] x
      """
    ),
    (
      "a negative factor stands in brackets",
      "network(-1.5*identity(2), depth: 3)",
      """
      z[1] = W[1] x            b = 0: nothing is added
      a[1] = g(z[1]) = z[1]    g(z) = z
      a[2] = g(W[2] a[1]) = W[2] W[1] x
      a[3] = g(W[3] a[2]) = W[3] W[2] W[1] x = ŷ

      ŷ = W[3] W[2] W[1] x
      x meets W[1] first, so the matrices act from right to left.

      With W[1] = … = W[3] = -1.5 I:
      ŷ = (-1.5 I)^3 x = (-1.5)^3 x = (-3)^3/2^3 x = -3.375 x
      """
    ),
    (
      "a factor of the last matrix",
      "network(0.9*identity(2), depth: 4, last: -2*identity(2))",
      """
      z[1] = W[1] x            b = 0: nothing is added
      a[1] = g(z[1]) = z[1]    g(z) = z
      a[2] = g(W[2] a[1]) = W[2] W[1] x
      a[3] = g(W[3] a[2]) = W[3] W[2] W[1] x
      a[4] = g(W[4] a[3]) = W[4] W[3] W[2] W[1] x = ŷ

      ŷ = W[4] W[3] W[2] W[1] x
      x meets W[1] first, so the matrices act from right to left.

      With W[1] = … = W[3] = 0.9 I and W[4] = -2 I:
      ŷ = W[4] (0.9 I)^3 x = -2 · 0.9^3 x = -2 · 9^3/10^3 x = -1.458 x
      """
    ),
    (
      "ones and zeros",
      "network(identity(2), depth: 3, last: 0.5*identity(2))",
      """
      z[1] = W[1] x            b = 0: nothing is added
      a[1] = g(z[1]) = z[1]    g(z) = z
      a[2] = g(W[2] a[1]) = W[2] W[1] x
      a[3] = g(W[3] a[2]) = W[3] W[2] W[1] x = ŷ

      ŷ = W[3] W[2] W[1] x
      x meets W[1] first, so the matrices act from right to left.

      With W[1] = W[2] = I and W[3] = 0.5 I:
      ŷ = W[3] I^2 x = 0.5 x
      """
    ),
    (
      "a dense matrix: the product itself",
      "network([[1, 2], [0, 1]], depth: 3)",
      """
      z[1] = W[1] x            b = 0: nothing is added
      a[1] = g(z[1]) = z[1]    g(z) = z
      a[2] = g(W[2] a[1]) = W[2] W[1] x
      a[3] = g(W[3] a[2]) = W[3] W[2] W[1] x = ŷ

      ŷ = W[3] W[2] W[1] x
      x meets W[1] first, so the matrices act from right to left.

      With W[1…3] = [[1, 2], [0, 1]]:
      ŷ = P x with P = W[3] W[2] W[1] = [1  6]
                                        [0  1]
      """
    ),
    (
      "a list of matrices",
      "network([[[1, 2], [3, 4], [5, 6]]*[[1], [1]], [[2]]*[[1, 1, 1]]])",
      """
      z[1] = W[1] x            b = 0: nothing is added
      a[1] = g(z[1]) = z[1]    g(z) = z
      a[2] = g(W[2] a[1]) = W[2] W[1] x = ŷ

      ŷ = W[2] W[1] x
      x meets W[1] first, so the matrices act from right to left.

      With W[1] = a matrix of 3 × 1, W[2] = a matrix of 1 × 3:
      ŷ = P x with P = W[2] W[1] = [42]
      """
    ),
    (
      "matrices too large to be read",
      "network(sample(gaussian(), 9, 9), depth: 5)",
      """
      z[1] = W[1] x            b = 0: nothing is added
      a[1] = g(z[1]) = z[1]    g(z) = z
      a[2] = g(W[2] a[1]) = W[2] W[1] x
      a[3] = g(W[3] a[2]) = W[3] W[2] W[1] x
      a[4] = g(W[4] a[3]) = W[4] W[3] W[2] W[1] x
      a[5] = g(W[5] a[4]) = W[5] W[4] W[3] W[2] W[1] x = ŷ

      ŷ = W[5] W[4] W[3] W[2] W[1] x
      x meets W[1] first, so the matrices act from right to left.

      With W[1…5] = a matrix of 9 × 9.
      """
    ),
    (
      "biases",
      "network([[1, 2], [0, 1]], depth: 3, bias: [1, 1], last: identity(2))",
      """
      z[1] = W[1] x + b[1]
      a[1] = g(z[1]) = z[1]    g(z) = z
      a[2] = g(W[2] a[1] + b[2]) = W[2] a[1] + b[2]
      a[3] = g(W[3] a[2]) = W[3] a[2] = ŷ

      ŷ = W[3] (W[2] (W[1] x + b[1]) + b[2])
      Each layer multiplies by its matrix, then adds its bias.

      With W[1…2] = [[1, 2], [0, 1]], W[3] = I.
      """
    ),
    (
      "biases in 152 layers",
      "network(identity(2), depth: 152, bias: [1, 1])",
      """
      z[1] = W[1] x + b[1]
      a[1] = g(z[1]) = z[1]    g(z) = z
      a[2] = g(W[2] a[1] + b[2]) = W[2] a[1] + b[2]
      a[3] = g(W[3] a[2] + b[3]) = W[3] a[2] + b[3]
      …
      a[152] = g(W[152] a[151] + b[152]) = W[152] a[151] + b[152] = ŷ

      ŷ = W[L] (W[L-1] … (W[1] x + b[1]) … + b[L-1]) + b[L]    with L = 152
      Each layer multiplies by its matrix, then adds its bias.

      With W[1…152] = I.
      """
    ),
    (
      "tanh",
      "network(0.5*identity(2), depth: 3, activation: tanh)",
      """
      z[1] = W[1] x                 b = 0: nothing is added
      a[1] = g(z[1]) = g(W[1] x)    g(z) = tanh(z)
      a[2] = g(W[2] a[1])
      a[3] = g(W[3] a[2]) = ŷ

      ŷ = g(W[3] g(W[2] g(W[1] x)))
      g bends, so the matrices are not one product; each layer still multiplies by its matrix.

      With W[1…3] = 0.5 I.
      """
    ),
    (
      "relu, biases, a linear end",
      "network(identity(2), depth: 2, activation: relu, bias: [1, 2], last: [[1, 1]], last_activation: linear)",
      """
      z[1] = W[1] x + b[1]
      a[1] = g(z[1]) = g(W[1] x + b[1])    g(z) = max(0, z)
      a[2] = W[2] a[1] = ŷ                 no g in the last layer

      ŷ = W[2] g(W[1] x + b[1])
      g bends, so the matrices are not one product; each layer still multiplies by its matrix.

      With W[1] = I, W[2] = [[1, 1]].
      """
    ),
    (
      "linear layers and a sigmoid at the end",
      "network(2*identity(2), depth: 3, last_activation: sigmoid)",
      """
      z[1] = W[1] x                                    b = 0: nothing is added
      a[1] = g(z[1]) = z[1]                            g(z) = z
      a[2] = g(W[2] a[1]) = W[2] W[1] x
      a[3] = h(W[3] a[2]) = h(W[3] W[2] W[1] x) = ŷ    h(z) = 1/(1 + exp(-z)), in the last layer

      ŷ = h(W[3] W[2] W[1] x)
      x meets W[1] first, so the matrices act from right to left.

      With W[1…3] = 2 I.
      """
    ),
    (
      "152 random layers",
      "network(gaussian(gain: 1), width: 4, depth: 152, activation: relu, seed: 7)",
      """
      z[1] = W[1] x                 b = 0: nothing is added
      a[1] = g(z[1]) = g(W[1] x)    g(z) = max(0, z)
      a[2] = g(W[2] a[1])
      a[3] = g(W[3] a[2])
      …
      a[152] = g(W[152] a[151]) = ŷ

      ŷ = g(W[L] g(W[L-1] … g(W[1] x) … ))    with L = 152
      g bends, so the matrices are not one product; each layer still multiplies by its matrix.

      The weights are drawn from gaussian(gain: 1), seed 7.
      """
    ),
    (
      "five random layers, biases, another end",
      "network(he(slope: 0.2), width: 4, depth: 5, activation: leaky_relu, slope: 0.2, bias_deviation: 1, last_activation: sigmoid, outputs: 1)",
      """
      z[1] = W[1] x + b[1]
      a[1] = g(z[1]) = g(W[1] x + b[1])    g(z) = max(0.2 z, z)
      a[2] = g(W[2] a[1] + b[2])
      a[3] = g(W[3] a[2] + b[3])
      a[4] = g(W[4] a[3] + b[4])
      a[5] = h(W[5] a[4] + b[5]) = ŷ       h(z) = 1/(1 + exp(-z)), in the last layer

      ŷ = h(W[L] g(W[L-1] … g(W[1] x + b[1]) … + b[L-1]) + b[L])    with L = 5
      g bends, so the matrices are not one product; each layer still multiplies by its matrix.

      The weights are drawn from he(slope: 0.2), seed 1.
      """
    ),
  ]

  @Test("as on the board", arguments: goldens.indices)
  func golden(_ index: Int) {
    let golden = Self.goldens[index]
    #expect(shown("derive(\(golden.network))", columns: 110) == golden.text, "\(golden.name)")
  }

  @Test("a product beyond the range is said to be so")
  func beyondRange() {
    let net = "network(2^(2^39)*identity(2), depth: 3)"
    #expect(fault("derive(\(net))")?.problem == .bound(.beyondRange))
    let dense = "network(2^(2^39)*[[1, 1], [1, 1]], depth: 3)"
    #expect(fault("derive(\(dense))")?.problem == .bound(.beyondRange))
  }

  @Test("a hundred thousand layers are no more lines than ten")
  func deep() {
    let text = shown("derive(network(1.5*identity(2), depth: 100000))", columns: 100)
    #expect(text.split(separator: "\n").count == 10)
    #expect(text.hasSuffix("1.5^100000 x = 3^100000/2^100000 x = 1.33630…e17609 x"))
    let random = "network(gaussian(), width: 100000, depth: 100000, bias_deviation: 1)"
    #expect(shown("derive(\(random))").hasSuffix("gaussian(gain: 1), seed 1."))
  }
}
