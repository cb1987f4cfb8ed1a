import DeepNetworks
import Testing

/// Largest eigenvalues of Hessians: mpmath, second differences of the loss with 70 digits and a step of
/// 1e-18, then its symmetric eigenvalues.
@Suite("The sharpest direction of a loss")
struct SharpnessTests {
  /// Squared error; cross-entropy; squared error with a skip of 0.5; with a norm of ε = 0.125.
  static let curved: [(Activation, [Double])] = [
    (.linear, [19.646899366562101, 2.9811040235798822, 9.4946137411265592, 5.217698028228568]),
    (.tanh, [0.89942315946560342, 0.3254030134924885, 2.5205704484479052, 3.7751404750722315]),
    (
      .sigmoid,
      [0.062424145206334691, 0.028179585825567542, 0.24743853123355299, 0.036117233545777249]
    ),
    (.relu, [19.456113275879214, 2.3264834390545639, 9.481157763349124, 0.72526238556275338]),
    (.selu, [26.731248186016859, 3.3557396576769447, 11.322930318724682, 8.5133783650201967]),
    (.silu, [12.498919544364903, 3.237817964743016, 8.7764077645909698, 0.094341267395890248]),
    (.gelu, [22.437280958635491, 3.317833365219459, 12.014721257098253, 0.067293489239151911]),
    (.softplus, [22.325776898338387, 2.386812595828458, 7.1566759078977266, 1.4982965092066389]),
    (.erf, [1.2229887227484953, 0.43384576538779139, 2.6072633368045516, 7.3766841536902597]),
    (
      .leakyReLU(slope: 0.01),
      [19.45660198825011, 2.3264150740787478, 9.4812025214724132, 0.71581498185814961]
    ),
  ]

  @Test("three layers of two units at two samples", arguments: curved)
  func eigenvalues(activation: Activation, expected: [Double]) throws {
    let plain = try Network(
      repeating: .rows([[0.5, -0.25], [1.5, 0.75]]),
      depth: 3,
      activation: activation
    )
    let set = try TrainingSet(
      count: 2,
      inputs: [1.25, -2, 0.5, 0.25],
      targets: [0.5, 0.25, 1, 0]
    )
    let cases: [(Network, Objective)] = [
      (plain, .squaredError), (plain, .crossEntropy),
      (try plain.structured(Structure(residualScale: Extended(0.5))), .squaredError),
      (try plain.structured(Structure(normEpsilon: 0.125)), .squaredError),
    ]
    for ((network, objective), value) in zip(cases, expected) {
      let found = try Sharpness.measure(network, on: set, objective: objective)
      #expect(found.isSettled)
      #expect(
        isNear(found.largestEigenvalue, value, within: 1e-12),
        "\(found.largestEigenvalue) for \(value)"
      )
    }
  }

  /// Near a saddle the eigenvalues come in pairs ±λ.
  static let saddles: [(weight: Double, depth: Int, value: Double)] = [
    (0.1, 2, 0.99), (0.3, 5, 0.026934389999999997), (0.01, 3, 0.0099999900000000002),
  ]

  @Test("small weights, near a saddle", arguments: saddles)
  func saddle(weight: Double, depth: Int, value: Double) throws {
    let network = try Network(repeating: .rows([[weight]]), depth: depth)
    let found = try Sharpness.measure(
      network,
      on: TrainingSet(count: 1, inputs: [1], targets: [1])
    )
    #expect(found.isSettled)
    #expect(isNear(found.largestStableRate, 2 / value, within: 1e-12))
  }

  @Test("two eigenvalues next to each other", arguments: [1e-8, 5e-8, 2e-7])
  func close(gap: Double) throws {
    // Inputs along the axes: the Hessian of one linear unit is diagonal, of their squares over n.
    let n = 30
    let squares = (0..<n - 2).map { 0.9 * Double($0) / Double(n) } + [1 - gap, 1]
    var inputs = [Double](repeating: 0, count: n * n)
    for i in 0..<n { inputs[i * n + i] = squares[i].squareRoot() }
    let set = try TrainingSet(
      count: n,
      inputs: inputs,
      targets: Array(repeating: 0, count: n)
    )
    let network = try Network(weights: [.rows([Array(repeating: 1.0, count: n)])])
    let found = try Sharpness.measure(network, on: set, iterations: 300)
    #expect(found.isSettled)
    #expect((found.largestEigenvalue * Double(n) - 1).magnitude < 1e-12)
  }
}
