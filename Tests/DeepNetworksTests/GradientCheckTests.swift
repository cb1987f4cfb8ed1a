import DeepNetworks
import Testing

/// Gradient checks of gradients that are right: at zeros, at kinks, and for steps of all sizes.
struct GradientCheckTests {
  private func square(_ activation: Activation, depth: Int = 2) throws -> Network {
    try Network(repeating: .rows([[1.0, -1], [-1, 1]]), depth: depth, activation: activation)
  }

  @Test("at the optimum of a sigmoid every gradient is 0, and so are the differences")
  func optimum() throws {
    let net = try Network(repeating: .rows([[0.3]]), depth: 1, activation: .sigmoid)
    let loss = Loss.squaredError(target: try net.forward(.ones(1)).output)
    let check = try GradientCheck.run(net, at: .ones(1), loss: loss)
    #expect(check.verdict == .great && check.worst == 0)
  }

  @Test("gradients that cancel to 0", arguments: [Activation.softplus, .gelu, .elu, .silu])
  func cancelling(activation: Activation) throws {
    let check = try GradientCheck.run(square(activation), at: .ones(2), loss: .sum)
    #expect(check.verdict == .great, "\(check.verdict)")
  }

  @Test(
    "a kink is named with its place",
    arguments: [Activation.relu, .leakyReLU(slope: 0.2), .selu]
  )
  func kink(activation: Activation) throws {
    // z = W x = 0 in both units of layer 1.
    let check = try GradientCheck.run(square(activation), at: .ones(2), loss: .sum)
    guard case .kink(let kink) = check.verdict else {
      Issue.record("\(check.verdict)")
      return
    }
    #expect(kink.layer == 1 && kink.entry == 1)
    let single = try Network(repeating: .rows([[1.0]]), depth: 1, activation: activation)
    guard case .kink = try GradientCheck.run(single, at: .zeros(1), loss: .sum).verdict else {
      Issue.record("no kink at 0")
      return
    }
  }

  @Test("xor's corners, where z is 0 for every other unit")
  func xor() throws {
    for i in 0..<4 {
      let (x, t) = TrainingSet.xor.sample(i)
      let net = try Network(
        weights: [.rows([[1.0, 1], [1, -1]]), .rows([[1.0, -2], [0.5, 1]])],
        activation: .relu,
        lastActivation: .linear
      )
      let verdict = try GradientCheck.run(net, at: x, loss: .squaredError(target: t)).verdict
      if case .kink = verdict { continue }
      #expect(verdict == .great, "\(verdict)")
    }
  }

  @Test(
    "no step makes a right gradient wrong: too large or small a one is named",
    arguments: -9...0
  )
  func steps(power: Int) throws {
    let epsilon = Extended(10).power(integer: power).double
    for activation in Activation.all {
      let net = try Network(
        repeating: .rows([[0.9, 0.4], [-0.3, 0.8]]),
        depth: 6,
        activation: activation
      )
      let check = try GradientCheck.run(
        net,
        at: Vector([0.7, 1.1]),
        loss: .squaredError(target: Vector([0.2, -0.4])),
        epsilon: epsilon
      )
      #expect(check.verdict != .wrong && check.verdict != .suspicious, "\(activation) \(power)")
    }
  }
}
