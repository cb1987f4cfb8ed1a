import DeepNetworks
import Testing

/// elu, selu, gelu, silu, softplus and erf, against mpmath with 60 digits.
struct ActivationValueTests {
  /// Name, z, g(z), g′(z).
  private static let values: [[String]] = [
    ["elu", "0.3", "0.3", "1.0"],
    ["elu", "-2.5", "-0.917915001376101205", "0.0820849986238987952"],
    ["elu", "19.5", "19.5", "1.0"],
    ["elu", "-100", "-1.0", "3.72007597602083596e-44"],
    ["elu", "100", "100.0", "1.0"],
    ["elu", "1e-12", "1.0e-12", "1.0"],
    ["elu", "-2000", "-1.0", "2.57653587296114965e-869"],
    ["selu", "0.3", "0.315210296206644148", "1.05070098735548049"],
    ["selu", "-2.5", "-1.61378575887324255", "0.144313581974134308"],
    ["selu", "19.5", "20.4886692534318696", "1.05070098735548049"],
    ["selu", "-100", "-1.75809934084737686", "6.54026312134439383e-44"],
    ["selu", "100", "105.070098735548049", "1.05070098735548049"],
    ["selu", "1e-12", "1.05070098735548049e-12", "1.05070098735548049"],
    ["selu", "-2000", "-1.75809934084737686", "4.52980601992261793e-869"],
    ["gelu", "0.3", "0.185373426656685791", "0.732327766827109863"],
    ["gelu", "-2.5", "-0.0155241633144403379", "-0.0376110859081452082"],
    ["gelu", "19.5", "19.5", "1.0"],
    ["gelu", "-100", "-1.34417907674419831e-2172", "-1.34417904987404862e-2170"],
    ["gelu", "100", "100.0", "1.0"],
    ["gelu", "1e-12", "5.00000000000398942e-13", "0.500000000000797885"],
    ["gelu", "-2000", "-4.33614157617495685e-868590", "-8.67228315234882967e-868587"],
    ["silu", "0.3", "0.172332755043497696", "0.647780010318882748"],
    ["silu", "-2.5", "-0.189645450053108878", "-0.0994011113415268411"],
    ["silu", "19.5", "19.4999999337337777", "1.00000006286795422"],
    ["silu", "-100", "-3.72007597602083596e-42", "-3.6828752162606276e-42"],
    ["silu", "100", "100.0", "1.0"],
    ["silu", "1e-12", "5.0000000000025e-13", "0.5000000000005"],
    ["silu", "-2000", "-5.1530717459222993e-866", "-5.15049521004933815e-866"],
    ["softplus", "0.3", "0.854355244468527119", "0.574442516811658987"],
    ["softplus", "-2.5", "0.0788897342925496233", "0.0758581800212435512"],
    ["softplus", "19.5", "19.5000000033982678", "0.999999996601732192"],
    ["softplus", "-100", "3.72007597602083596e-44", "3.72007597602083596e-44"],
    ["softplus", "100", "100.0", "1.0"],
    ["softplus", "1e-12", "0.693147180560445309", "0.50000000000025"],
    ["softplus", "-2000", "2.57653587296114965e-869", "2.57653587296114965e-869"],
    ["erf", "0.3", "0.328626759459127428", "1.03126090961896305"],
    ["erf", "-2.5", "-0.999593047982555041", "0.00217828423035270972"],
    ["erf", "19.5", "1.0", "8.16541600284944201e-166"],
    ["erf", "-100", "-1.0", "1.2812563381942351e-4343"],
    ["erf", "100", "1.0", "1.2812563381942351e-4343"],
    ["erf", "1e-12", "1.12837916709551257e-12", "1.12837916709551257"],
    ["erf", "-2000", "-1.0", "1.33303653367431419e-1737178"],
  ]

  @Test("value and derivative, in doubles and far below them", arguments: values)
  func smooth(row: [String]) throws {
    let activation = try #require(Activation.named(row[0]))
    let z = try #require(Extended(decimal: row[1]))
    let value = try #require(Extended(decimal: row[2]))
    let slope = try #require(Extended(decimal: row[3]))
    #expect(isNear(activation.value(z), value, within: 2e-15), "\(activation.value(z))")
    #expect(isNear(activation.derivative(at: z), slope, within: 2e-15))
  }

  @Test("one vector from -2000 to 2000: each entry as by itself, to the vector's own range")
  func mixed() throws {
    for name in Activation.names {
      let activation = try #require(Activation.named(name))
      let z = Vector([-2000.0, -30, -1, 0, 1, 30, 2000])
      let together = activation.value(z)
      for index in 0..<z.count {
        let alone = activation.value(z[index])
        let largest = max(together.maximum().abs(), together.minimum().abs())
        #expect((together[index] - alone).abs() <= largest * Extended(1e-15))
      }
      #expect(activation.derivative(at: z).isFinite)
    }
  }

  @Test("numbers beyond the double range, and far below it")
  func extremes() throws {
    let huge = try #require(Extended(decimal: "1e500"))
    let tiny = try #require(Extended(decimal: "-3e-400"))
    for name in ["elu", "gelu", "silu", "softplus"] {
      let activation = try #require(Activation.named(name))
      #expect(isNear(activation.value(huge), huge, within: 1e-15))
      #expect(isNear(activation.derivative(at: huge), 1, within: 1e-15))
    }
    #expect(isNear(Activation.gelu.value(tiny), tiny / 2, within: 1e-15))
    #expect(isNear(Activation.silu.value(tiny), tiny / 2, within: 1e-15))
    #expect(isNear(Activation.elu.value(tiny), tiny, within: 1e-15))
    #expect(Activation.erf.value(huge) == 1)
    #expect(isNear(Activation.selu.value(-huge), Extended(-1.758099340847376), within: 1e-15))
    for name in Activation.names {
      let activation = try #require(Activation.named(name))
      #expect(activation.value(Vector([Double.nan, 1]))[0].isNaN)
    }
  }

  @Test("each derivative is the difference quotient of its value")
  func differences() throws {
    for name in Activation.names where name != "relu" {
      let activation = try #require(Activation.named(name))
      for z in [-3.3, -0.7, 0.4, 2.9] {
        let step = Extended(1e-5)
        let slope =
          (activation.value(Extended(z) + step) - activation.value(Extended(z) - step))
          / (step * 2)
        #expect((slope - activation.derivative(at: Extended(z))).abs() < Extended(3e-10))
      }
    }
  }

  /// g, z and g′(z) next to its zero: mpmath with 60 digits.
  static let nearZeros: [(Activation, Double, Double)] = [
    (.gelu, -0.7517915246935645, -6.4537517293677532e-18),
    (.gelu, -0.75179152469, 1.5380461334592542e-12), (.gelu, -0.7517, 3.9495607981286404e-5),
    (.gelu, -0.755, -0.0013804401027179687), (.gelu, -0.74, 0.00514192718512852),
    (.gelu, -0.8125, -0.024761774109602788), (.gelu, -0.875, -0.047261170728714941),
    (.gelu, -0.63, 0.058253516595248232),
    (.silu, -1.278464542761074, -2.452007938935708e-17),
    (.silu, -1.2784645427610737, 2.3843834755243115e-17),
    (.silu, -1.278, 0.00010121449986772213), (.silu, -1.28, -0.00033409488523572033),
    (.silu, -1.25, 0.0063191550846875812), (.silu, -1.3125, -0.0072442055234393792),
    (.silu, -1.4, -0.024342745052442237), (.silu, -1.16, 0.027889239059802082),
  ]

  @Test("slopes next to their zeros, in a vector and in a layer's Jacobian", arguments: nearZeros)
  func nearZero(_ activation: Activation, _ z: Double, _ slope: Double) throws {
    let slopes = activation.derivative(at: Vector([z, 1, z]))
    for index in [0, 2] {
      #expect((slopes[index].double / slope - 1).magnitude < 4e-15, "\(slopes[index])")
    }
    let network = try Network(
      repeating: .rows([[1.0, 0], [0, 1]]),
      depth: 1,
      activation: activation
    )
    let x = Vector([z, 1])
    let factor = try Jacobian(network, at: network.forward(x)).factor(1)
    #expect((factor[0, 0].double / slope - 1).magnitude < 4e-15)
  }
}
