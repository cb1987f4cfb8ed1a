import DeepNetworks
import Testing

/// Rounding to number formats, and networks in them.
struct NumberFormatTests {
  @Test(
    "limits of the formats, as their standards print them",
    arguments: [
      (NumberFormat.float8e4m3, 448, 0x1p-6, 0x1p-9), (.float8e5m2, 57344, 0x1p-14, 0x1p-16),
      (.float16, 65504, 0x1p-14, 0x1p-24), (.bfloat16, 0x1.fep127, 0x1p-126, 0x1p-133),
      (.float32, 0x1.fffffep127, 0x1p-126, 0x1p-149),
      (.float64, 0x1.fffffffffffffp1023, 0x1p-1022, Double.leastNonzeroMagnitude),
    ]
  )
  func limits(format: NumberFormat, largest: Double, normal: Double, subnormal: Double) {
    #expect(format.largestFinite == largest)
    #expect(format.smallestNormal == normal)
    #expect(format.smallestSubnormal == subnormal)
    for value in [largest, -largest, normal, subnormal, 0, 1] {
      #expect(format.round(value) == value)
    }
    let beyond = format.round(largest * 1.1)
    #expect(
      format == .float64 || (format == .float8e4m3 ? beyond.isNaN : beyond == .infinity)
    )
    #expect(format.round(subnormal / 4) == 0)
    #expect(NumberFormat(name: format.name) == format)
  }

  @Test("float32 and float16 round as the language's own types do")
  func hardware() {
    for seed in 0..<2000 {
      let pair = Vector.uniform(2, seed: UInt64(seed))
      let power = Int((pair[0].double - 0.5) * 320)
      let value = (pair[1] * Extended(2).power(integer: power)).double
      #expect(NumberFormat.float32.round(value) == Double(Float(value)))
      let small = (pair[1] * Extended(2).power(integer: power / 7)).double
      #expect(NumberFormat.float16.round(small) == Double(Float16(small)))
    }
  }

  @Test("a number is rounded once: all its digits count where it nearly ties")
  func onceRounded() {
    // 1 + 2^-11 lies between 1 and the next float16; one bit far below decides.
    let tie = Extended(1 + 0x1p-11)
    let bit = Extended(0x1p-90)
    #expect(NumberFormat.float16.round(tie) == 1)
    #expect(NumberFormat.float16.round(tie + bit) == 1 + 0x1p-10)
    #expect(NumberFormat.float16.round(tie - bit) == 1)
    #expect(NumberFormat.float16.round(-(tie + bit)) == -1 - 0x1p-10)
    let odd = Extended(1 + 0x3p-11)
    #expect(NumberFormat.float16.round(odd) == 1 + 0x2p-10)
    #expect(NumberFormat.float16.round(odd - bit) == 1 + 0x1p-10)
    #expect(NumberFormat.float16.round(Vector([tie + bit])) == Vector([1 + 0x1p-10]))
    #expect(NumberFormat.bfloat16.round(Extended(decimal: "1.1") ?? 0) == 1.1015625)
  }

  @Test(
    "every activation of a network in a format is a number of that format",
    arguments:
      NumberFormat.allCases
  )
  func closed(format: NumberFormat) throws {
    for activation in [Activation.relu, .tanh, .sigmoid, .leakyReLU(slope: 0.1)] {
      let net = try Network(
        initialization: .gaussian(gain: 1.2),
        widths: [6, 9, 9, 4],
        biasStandardDeviation: 0.2,
        activation: activation,
        seed: 2
      )
      let forward = try net.forward(.normal(6, seed: 3), format: format)
      let gradients = try net.backward(forward, loss: .squaredError(target: .ones(4)))
      for vector in Array(forward.a) + forward.z + gradients.dA + gradients.dZ {
        #expect(format.round(vector) == vector)
      }
      for matrix in gradients.dW {
        for i in 0..<matrix.rows { #expect(format.round(matrix.row(i)) == matrix.row(i)) }
      }
    }
  }

  @Test("float64 is close to the extended range, float32 less, float16 least")
  func accuracy() throws {
    let net = try Network(
      initialization: .lecun,
      widths: Array(repeating: 16, count: 11),
      activation: .tanh,
      seed: 8
    )
    let x = Vector.normal(16, seed: 1)
    let exact = try net.forward(x).output
    let errors = try [NumberFormat.float64, .float32, .float16, .bfloat16].map {
      try distance(net.forward(x, format: $0).output, exact)
    }
    #expect(errors[0] < 1e-14)
    #expect(errors[1] > 1e-9 && errors[1] < 1e-5)
    #expect(errors[2] > 1e-5 && errors[2] < 0.05)
    #expect(errors[3] > errors[2] && errors[3] < 0.5)
  }

  @Test("sums are accumulated in float32: 2^12 + 1 needs 13 bits, which float16 alone has not")
  func accumulation() throws {
    let row = try Matrix.rows([[4096.0, 1, -4096]])
    let net = try Network(weights: [row])
    #expect(try net.forward(.ones(3), format: .float16).output[0] == 1)
    let large = try Network(weights: [Matrix.rows([[0x1p25, 1, -0x1p25]])])
    #expect(try large.forward(.ones(3), format: .float32).output[0] == 0)
    #expect(try large.forward(.ones(3), format: .float64).output[0] == 1)
  }

  @Test("gradients in float16: 0.5^L underflows, while extended range keeps it")
  func gradients() throws {
    let net = try Network(repeating: .scaledIdentity(Extended(0.5), 2), depth: 40)
    let inFormat = try net.backward(net.forward(.ones(2), format: .float16), loss: .sum)
    #expect(inFormat.dA(0).isZero)
    #expect(inFormat.dA(40 - 24)[0] == Extended(0x1p-24))
    #expect(inFormat.dA(40 - 25)[0] == 0)
    let exact = try net.backward(net.forward(.ones(2)), loss: .sum)
    #expect(exact.dA(0)[0] == Extended(2).power(integer: -40))
  }
}
