import DeepNetworks
import Testing

/// Backward passes against central differences in extended numbers.
struct GradientTests {
  private static let activations = Activation.all + [.leakyReLU(slope: 0.2)]

  private static let structures = [
    Structure.plain, Structure(residualScale: Extended(0.7)), Structure(normEpsilon: 1e-5),
    Structure(residualScale: Extended(-1.5), normEpsilon: 0.1),
    Structure(residualScale: Extended(0.7), norm: .layer(epsilon: 0.1, .before)),
    Structure(residualScale: Extended(0.7), norm: .layer(epsilon: 1e-5, .after)),
  ]

  /// What float64 reaches with ε = 2e-5.
  private static let tolerance = 1e-8

  private static let losses: [Loss] = [
    .sum, .squaredError(target: Vector([0.3, -1.2])),
    .crossEntropy(target: Vector([0.25, 0.75])), .crossEntropy(target: Vector([0.0, 1.0])),
  ]

  /// Widths 3, 5, 5, 2 with biases, from a seed.
  private func network(_ activation: Activation) throws -> Network {
    try Network(
      initialization: .gaussian(gain: 1.3),
      widths: [3, 5, 5, 2],
      biasStandardDeviation: 0.5,
      activation: activation,
      seed: 11
    )
  }

  /// (8 (J(x + ε d) − J(x − ε d)) − (J(x + 2ε d) − J(x − 2ε d))) / 12ε, with J as a function of one
  /// thing that is moved along d.
  private func slope(_ moved: (Extended) throws -> Extended) rethrows -> Extended {
    let epsilon = Extended(2e-5)
    let near = try moved(epsilon) - moved(-epsilon)
    let far = try moved(epsilon * 2) - moved(-epsilon * 2)
    return (near * 8 - far) / (epsilon * 12)
  }

  @Test("dJ/dx, dJ/dW and dJ/db, plain", arguments: activations, losses)
  func plain(activation: Activation, loss: Loss) throws {
    try check(activation, loss, .plain, within: Self.tolerance)
  }

  @Test("the same with skips and norms", arguments: structures.dropFirst(), activations)
  func structured(structure: Structure, activation: Activation) throws {
    // A norm's third derivative is larger: ε² of it is below the lecture's 1e-7.
    try check(activation, Self.losses[activation == .tanh ? 2 : 1], structure, within: 1e-7)
  }

  private func check(
    _ activation: Activation,
    _ loss: Loss,
    _ structure: Structure,
    within tolerance: Double
  ) throws {
    let random = try network(activation)
    let weights = (1...3).map { random.weights($0) }
    let biases = (1...3).map { random.bias($0) }
    let net = try Network(weights: weights, biases: biases, activation: activation)
      .structured(structure)
    let x = Vector.normal(3, seed: 5)
    let gradients = try net.backward(net.forward(x), loss: loss)

    let direction = Vector.normal(3, seed: 6)
    let along = try slope { try loss.value(of: net.forward(x + direction.scaled(by: $0)).output) }
    let claimed = try gradients.dA(0).dot(direction)
    #expect(relativeDifference(along, claimed) < tolerance)

    for layer in 1...3 {
      let matrix = weights[layer - 1]
      let move = try Initialization.lecun.matrix(
        fanOut: matrix.rows,
        fanIn: matrix.columns,
        seed: 7,
        layer: layer
      )
      let along = try slope { step in
        var moved = weights
        moved[layer - 1] = try matrix + move.scaled(by: step)
        let net = try Network(weights: moved, biases: biases, activation: activation)
          .structured(structure)
        return try loss.value(of: net.forward(x).output)
      }
      #expect(relativeDifference(along, inner(gradients.dW(layer), move)) < tolerance)

      let shift = Vector.normal(matrix.rows, seed: 8)
      let alongBias = try slope { step in
        var moved = biases
        moved[layer - 1] = try moved[layer - 1].map { try $0 + shift.scaled(by: step) }
        let net = try Network(weights: weights, biases: moved, activation: activation)
          .structured(structure)
        return try loss.value(of: net.forward(x).output)
      }
      #expect(
        relativeDifference(alongBias, try gradients.dB(layer).dot(shift)) < tolerance
      )
    }
  }

  /// Σ aᵢⱼ bᵢⱼ.
  private func inner(_ a: Matrix, _ b: Matrix) -> Extended {
    var total = Extended.zero
    for i in 0..<a.rows {
      for j in 0..<a.columns { total = total + a[i, j] * b[i, j] }
    }
    return total
  }

  /// The lecture's check: |a − b| / (|a| + |b|).
  private func relativeDifference(_ a: Extended, _ b: Extended) -> Double {
    let size = a.abs() + b.abs()
    return size.isZero ? 0 : ((a - b).abs() / size).double
  }

  @Test("the lecture's thresholds: the engine's gradients are far below great")
  func great() throws {
    let great = try #require(ReferenceTable.value("gradcheck")["great"].double)
    for activation in Self.activations {
      let check = try GradientCheck.run(network(activation), at: .normal(3, seed: 5), loss: .sum)
      #expect(check.worst < min(great, Self.tolerance), "\(activation)")
      #expect(check.verdict == .great)
    }
  }

  @Test("the lecture's thresholds: at relu's kink one slope is claimed, another measured")
  func worrying() throws {
    let net = try Network(repeating: .scaledIdentity(1, 1), depth: 1, activation: .relu)
    let check = try GradientCheck.run(net, at: Vector([0.0]), loss: .sum)
    // 0 is claimed, ½ measured; W does not matter where x = 0.
    #expect(check.weights == [0] && check.input == 1)
    #expect(check.worst > (try #require(ReferenceTable.value("gradcheck")["worry"].double)))
    guard case .kink(let kink) = check.verdict else {
      Issue.record("\(check.verdict)")
      return
    }
    #expect(kink.layer == 1 && kink.entry == 1)
  }

  @Test("a saturated network still has its gradient: tanh′(100) = 5.5e-87, three times")
  func saturated() throws {
    let net = try Network(
      repeating: .scaledIdentity(1, 1),
      depth: 3,
      bias: Vector([100.0]),
      activation: .tanh
    )
    let gradients = try net.backward(net.forward(Vector([0.0])), loss: .sum)
    // sech²(100) sech²(101)², mpmath with 60 digits; a[1] = a[2] = 1 to 1e-87.
    let expected = try #require(Extended(decimal: "3.1067971953134577e-261"))
    #expect(isNear(gradients.dA(0)[0], expected, within: 1e-12))
  }

  @Test("a sure and right classifier has a small gradient, not zero; a sure and wrong one's is 1")
  func softmax() throws {
    let loss = try Loss.crossEntropy(class: 0, of: 2)
    let right = Vector([0.0, -2000])
    let expected = try Extended(-2000).exp()
    #expect(isNear(try loss.value(of: right), expected, within: 1e-25))
    #expect(isNear(try loss.gradient(at: right)[1], expected, within: 1e-25))
    #expect(isNear(try loss.gradient(at: right)[0], -expected, within: 1e-25))
    let wrong = Vector([-2000.0, 0])
    #expect(try loss.value(of: wrong) == 2000)
    #expect(try loss.gradient(at: wrong) == Vector([-1.0, 1]))
    let huge = Vector([-1.0, 1]).scaled(by: Extended(10).power(integer: 400))
    #expect(try loss.value(of: huge) == Extended(10).power(integer: 400) * 2)
    // ln 3 for three equal logits, whatever they are (mpmath).
    let even = try Loss.crossEntropy(class: 2, of: 3).value(of: Vector([7.0, 7, 7]))
    #expect(even.decimal(digits: 17) == "1.0986122886681097")
  }
}
