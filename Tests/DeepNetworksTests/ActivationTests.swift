import DeepNetworks
import Testing

/// Activations and their derivatives, against mpmath.
struct ActivationTests {
  /// z, tanh z, sech² z, σ(z), σ′(z).
  private static let values: [[String]] = [
    [
      "0.3", "2.9131261245159090582e-1", "9.1513696182662920314e-1", "5.7444251681165898715e-1",
      "2.4445831169074586907e-1",
    ],
    [
      "-2.5", "-9.8661429815143028888e-1", "2.6592226683160619656e-2", "7.5858180021243551193e-2",
      "7.0103716545108156932e-2",
    ],
    [
      "19.5", "9.999999999999999769e-1", "4.6192896692063142878e-17", "9.9999999660173219205e-1",
      "3.3982677963986229968e-9",
    ],
    ["100", "1.0e0", "5.5355861069469501226e-87", "1.0e0", "3.720075976020835963e-44"],
    [
      "-100", "-1.0e0", "5.5355861069469501226e-87", "3.720075976020835963e-44",
      "3.720075976020835963e-44",
    ],
    ["1e-12", "10.0e-13", "10.0e-1", "5.0000000000025e-1", "2.5e-1"],
    ["400", "1.0e0", "1.4671498336710748854e-347", "1.0e0", "1.915169596714005695e-174"],
    [
      "-1000", "-1.0e0", "1.0306143491844598609e-868", "5.0759588975494567653e-435",
      "5.0759588975494567653e-435",
    ],
  ]

  @Test("value and derivative of tanh and sigmoid", arguments: values)
  func smooth(row: [String]) throws {
    let numbers = try row.map { try #require(Extended(decimal: $0)) }
    let z = numbers[0]
    #expect(isNear(Activation.tanh.value(z), numbers[1], within: 5e-16))
    #expect(isNear(Activation.tanh.derivative(at: z), numbers[2], within: 1e-13))
    #expect(isNear(Activation.sigmoid.value(z), numbers[3], within: 2e-13))
    #expect(isNear(Activation.sigmoid.derivative(at: z), numbers[4], within: 1e-13))
  }

  @Test("z beyond the double range, and far below it")
  func extremes() throws {
    let huge = try #require(Extended(decimal: "-1e500"))
    #expect(Activation.tanh.value(huge) == -1)
    #expect(Activation.relu.value(huge) == 0)
    #expect(Activation.linear.value(huge) == huge)
    #expect(isNear(Activation.leakyReLU(slope: 0.25).value(huge), huge / 4, within: 1e-30))
    #expect(Activation.sigmoid.value(-huge) == 1)
    #expect(Activation.relu.value(-huge) == -huge)
    let tiny = try #require(Extended(decimal: "-3e-400"))
    #expect(isNear(Activation.tanh.value(tiny), tiny, within: 1e-16))
    #expect(Activation.tanh.derivative(at: tiny) == 1)
    #expect(Activation.sigmoid.value(tiny) == Extended(0.5))
    #expect(Activation.sigmoid.derivative(at: tiny) == Extended(0.25))
  }

  @Test("relu and its leaky kind, at the kink and around it")
  func kink() {
    let z = Vector([-2.0, 0, 3])
    #expect(Activation.relu.value(z) == Vector([0.0, 0, 3]))
    #expect(Activation.relu.derivative(at: z) == Vector([0.0, 0, 1]))
    let leaky = Activation.leakyReLU(slope: 0.5)
    #expect(leaky.value(z) == Vector([-1.0, 0, 3]))
    #expect(leaky.derivative(at: z) == Vector([0.5, 0.5, 1]))
    #expect(Activation.linear.derivative(at: z) == .ones(3))
  }

  @Test(
    "a gain of PyTorch's table",
    arguments: [
      ("linear", Activation.linear), ("sigmoid", .sigmoid), ("tanh", .tanh), ("relu", .relu),
      ("leaky_relu(0.01)", .leakyReLU(slope: 0.01)),
    ]
  )
  func torch(key: String, activation: Activation) {
    #expect(activation.gain == ReferenceTable.value("gain.torch")[key].double)
  }

  @Test(
    "He's gain √(2/(1 + a²))",
    arguments: [
      ("relu", 0.0), ("a=0.01", 0.01), ("a=0.25", 0.25), ("a=0.2", 0.2),
    ]
  )
  func he(key: String, slope: Double) throws {
    let expected = try #require(ReferenceTable.value("he.gain")[key].double)
    #expect(isNear(Activation.leakyReLU(slope: slope).gain, expected, within: 1e-15))
    if slope == 0 { #expect(isNear(Activation.relu.gain, expected, within: 1e-15)) }
  }

  /// E f(z) for z ~ N(0, 1) by Simpson's rule on each side of 0.
  private func expectation(_ function: (Double) -> Double) -> Double {
    let steps = 9600
    let h = 12.0 / Double(steps)
    var total = 0.0
    for side in [-1.0, 1.0] {
      for index in 0...steps {
        // At 0 itself the side's limit: relu's derivative jumps there.
        let z = side * max(h * Double(index), 1e-300)
        let weight = index == 0 || index == steps ? 1.0 : index % 2 == 1 ? 4 : 2
        total += weight * density(z) * function(z)
      }
    }
    return total * h / 3
  }

  private func density(_ z: Double) -> Double {
    let exponent = Extended(-z * z / 2)
    return ((try? exponent.exp()) ?? .zero).double / (2 * Double.pi).squareRoot()
  }

  @Test(
    "Gaussian moments of f and f′",
    arguments: [
      ("gain.relu", Activation.relu), ("gain.leaky0.01", .leakyReLU(slope: 0.01)),
      ("gain.sigmoid", .sigmoid),
    ]
  )
  func moments(id: String, activation: Activation) throws {
    let value = ReferenceTable.value(id)
    let second = expectation { z in
      let f = activation.value(Extended(z)).double
      return f * f
    }
    let slope = expectation { z in
      let f = activation.derivative(at: Extended(z)).double
      return f * f
    }
    let mean = expectation { activation.value(Extended($0)).double }
    #expect(abs(mean - (try #require(value["mean"].double))) < 1e-12)
    #expect(abs(second - (try #require(value["second_moment"].double))) < 1e-12)
    #expect(abs(slope - (try #require(value["deriv2"].double))) < 1e-12)
    #expect(abs(1 / second.squareRoot() - (try #require(value["gain"].double))) < 1e-11)
    #expect(abs(slope / second - (try #require(value["chi_at_gain"].double))) < 1e-11)
  }

  @Test("recurrence explodes only beyond 1/γ, γ the largest slope")
  func pascanu() throws {
    let value = ReferenceTable.value("pascanu.bound")
    #expect(
      Extended.one / Activation.tanh.derivative(at: 0)
        == Extended(try #require(value["tanh"].double))
    )
    #expect(
      Extended.one / Activation.sigmoid.derivative(at: 0)
        == Extended(try #require(value["sigmoid"].double))
    )
  }

  @Test("names find their activation again")
  func names() {
    for name in Activation.names { #expect(Activation.named(name)?.name == name) }
    #expect(Activation.named("leaky_relu", slope: Extended(3) / 10) == .leakyReLU(slope: 0.3))
    #expect(Activation.named("step") == nil)
  }
}
