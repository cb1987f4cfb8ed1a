import DeepNetworks
import Foundation
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
        by: .init(epsilon: epsilon)
      )
      #expect(check.verdict != .wrong && check.verdict != .suspicious, "\(activation) \(power)")
    }
  }

  private func curved() throws -> Network {
    try Network(repeating: .rows([[0.9, 0.4], [-0.3, 0.8]]), depth: 6, activation: .tanh)
  }

  private func error(_ differences: GradientCheck.Differences) throws -> Double {
    try GradientCheck.run(curved(), at: Vector([0.7, 1.1]), loss: .sum, by: differences).error
  }

  @Test("half the step leaves half of a one-sided error and a quarter of a two-sided one")
  func orders() throws {
    let one = try [0.002, 0.001].map { try error(.init(epsilon: $0, sides: .one)) }
    let two = try [0.002, 0.001].map { try error(.init(epsilon: $0)) }
    #expect(isNear(one[0] / one[1], 2, within: 0.02) && isNear(two[0] / two[1], 4, within: 0.02))
  }

  @Test("one weight, with what a difference of tanh is by itself")
  func oneWeight() throws {
    let net = try Network(repeating: .rows([[0.5]]), depth: 1, activation: .tanh)
    let d = try Initialization.lecun.matrix(fanOut: 1, fanIn: 1, seed: 1, layer: 1)[0, 0].double
    let epsilon = 0.125
    let claimed = (1 - tanh(0.5) * tanh(0.5)) * d
    let one = (tanh(0.5 + epsilon * d) - tanh(0.5)) / epsilon
    let two = (tanh(0.5 + epsilon * d) - tanh(0.5 - epsilon * d)) / (2 * epsilon)
    for (sides, slope) in [(GradientCheck.Sides.one, one), (.two, two)] {
      let check = try GradientCheck.run(
        net,
        at: .ones(1),
        loss: .sum,
        by: .init(epsilon: epsilon, sides: sides)
      )
      let expected = abs(claimed - slope) / (abs(claimed) + abs(slope))
      #expect(isNear(check.weights[0], expected, within: 1e-12))
    }
  }

  @Test(
    "error over ε is a V, whose foot is at √u one-sided and at ∛u two-sided",
    arguments: [(NumberFormat.float32, 0x1p-24), (.float64, 0x1p-53)]
  )
  func foot(format: NumberFormat, unit: Double) throws {
    for (sides, power) in [(GradientCheck.Sides.one, 0.5), (.two, 1.0 / 3)] {
      let exponents = stride(from: -16.0, through: 0, by: 0.5)
      let errors = try exponents.map { exponent in
        try (
          pow(10, exponent), error(.init(epsilon: pow(10, exponent), sides: sides, format: format))
        )
      }
      let foot = try #require(errors.min { $0.1 < $1.1 })
      let expected = pow(unit, power)
      #expect(foot.0 > expected / 30 && foot.0 < expected * 30, "\(format) \(sides) \(foot)")
      // What is left there is u/ε, or the bend of such a step.
      #expect(foot.1 < 100 * unit / expected && foot.1 > unit / expected / 1000, "\(foot)")
      #expect(errors[0].1 > 0.05 && errors[errors.count - 1].1 > 0.05)
    }
  }

  @Test("a step that rounding swallows is called too small, in every format")
  func tiny() throws {
    for format in [nil, NumberFormat.float64, .float32, .float16] {
      let check = try GradientCheck.run(
        curved(),
        at: Vector([0.7, 1.1]),
        loss: .sum,
        by: .init(epsilon: 1e-300, format: format)
      )
      #expect(check.verdict == .stepTooSmall, "\(check.verdict)")
      #expect(check.error == 1)
    }
  }

  @Test("what overflows in a format is no difference")
  func overflow() throws {
    let net = try Network(repeating: .scaledIdentity(Extended(1.5), 2), depth: 40)
    let check = try GradientCheck.run(net, at: .ones(2), loss: .sum, by: .init(format: .float16))
    #expect(check.verdict == .notFinite && check.worst.isNaN)
    #expect(try GradientCheck.run(net, at: .ones(2), loss: .sum).verdict == .great)
  }
}
