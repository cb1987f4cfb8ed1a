import DeepNetworks
import Testing

/// Residual blocks, layer norm, clipping; flush to zero and loss scaling.
struct StructureTests {
  @Test("x + α x, L times: 1.5^L where the plain net vanishes; 1.01^150")
  func scalar() throws {
    let value = ReferenceTable.value("resnet.scalar")
    for (matrix, scale, depth, key) in [
      (Extended(0.5), Extended.one, 150, "1.5^150"), (1, Extended(0.01), 150, "1.01^150"),
    ] {
      let net = try Network(repeating: .scaledIdentity(matrix, 2), depth: depth)
        .structured(Structure(residualScale: scale))
      let expected = try value[key].extended()
      let forward = try net.forward(.ones(2))
      #expect(isNear(forward.output[0], expected, within: 1e-13))
      #expect(isNear(try net.backward(forward, loss: .sum).dA(0)[0], expected, within: 1e-13))
      let jacobian = try Jacobian(net, at: forward)
      #expect(isNear(try jacobian.spectrum().smallest, expected, within: 1e-13))
    }
  }

  @Test("E ‖x_L‖²/‖x₀‖² of x + W x/√L is (1 + 1/L)^L, sampled")
  func residualGrowth() throws {
    let (n, depth, samples) = (64, 10, 40)
    let scale = (Extended.one / Extended(depth)).squareRoot()
    var (sum, squares) = (0.0, 0.0)
    for seed in 1...UInt64(samples) {
      let net = try Network(
        initialization: .lecun,
        widths: Array(repeating: n, count: depth + 1),
        seed: seed
      ).structured(Structure(residualScale: scale))
      let norm = try net.forward(.ones(n)).output.norm() / Extended(n).squareRoot()
      let ratio = (norm * norm).double
      sum += ratio
      squares += ratio * ratio
    }
    let mean = sum / Double(samples)
    let deviation = (squares / Double(samples) - mean * mean).squareRoot()
    let expected = try #require(ReferenceTable.value("resnet.pow2")["(1+1/L)^L L=10"].double)
    #expect((mean - expected).magnitude < 4 * deviation / Double(samples).squareRoot())
  }

  @Test("a norm gives mean 0 and variance 1 at any scale, and hides the scale from the gradient")
  func norm() throws {
    let net = try Network(
      initialization: .gaussian(gain: 3),
      widths: Array(repeating: 16, count: 60),
      activation: .tanh,
      seed: 2
    ).structured(Structure(normEpsilon: 0))
    let forward = try net.forward(.normal(16, seed: 1))
    for layer in 1..<net.depth {
      #expect(forward.z(layer).mean().abs() < Extended(1e-15))
      #expect(isNear(forward.z(layer).rms(), 1, within: 1e-15))
    }
    let scaled = try net.forward(
      Vector.normal(16, seed: 1).scaled(by: Extended(2).power(integer: 900))
    )
    #expect(scaled.output == forward.output)
    // One entry is its own mean.
    let narrow = try Network(repeating: .scaledIdentity(2, 1), depth: 3)
      .structured(Structure(normEpsilon: 0))
    #expect(try narrow.forward(.ones(1)).output == Vector([0.0]))
  }

  @Test(
    "the layers' Jacobians are the differences of the passes",
    arguments: [
      Structure(residualScale: Extended(0.5)), Structure(normEpsilon: 1e-3),
      Structure(residualScale: 1, normEpsilon: 0),
    ]
  )
  func jacobian(structure: Structure) throws {
    let net = try Network(
      initialization: .lecun,
      widths: [5, 5, 5, 4],
      biasStandardDeviation: 0.3,
      activation: .gelu,
      seed: 8
    ).structured(structure)
    let x = Vector.normal(5, seed: 2)
    let forward = try net.forward(x)
    let matrix = try Jacobian(net, at: forward).matrix()
    for j in 0..<5 {
      let step = Vector((0..<5).map { $0 == j ? 1e-5 : 0.0 })
      let difference = try net.forward(x + step).output - net.forward(x - step).output
      let slope = difference.scaled(by: Extended(5e4))
      #expect(try distance(slope, matrix.column(j)) < 1e-8)
    }
    // Backward passes give its rows.
    let sum = try net.backward(forward, loss: .sum).dA(0)
    #expect(try distance(sum, matrix.transposed * .ones(4)) < 1e-13)
  }

  @Test("batch norm is not simulated, but its relu layer is: E r per layer with fresh statistics")
  func batchNorm() throws {
    // Gradients through z ↦ relu((z − mean)/sd) over a large batch: the growth π/(π − 1) is the
    // variance that relu's mean takes away. E relu² / Var relu = ½/(½ − 1/2π).
    let moments = Moments(.relu)
    let growth = moments.slopeSecond / (moments.second - moments.mean * moments.mean)
    let expected = try #require(ReferenceTable.value("bn.explode")["sq"].double)
    #expect(isNear(growth, expected, within: 1e-14))
  }

  @Test("clipping keeps the direction and bounds the norm")
  func clipping() throws {
    let net = try Network(
      initialization: .gaussian(gain: 2),
      widths: [4, 4, 4, 4, 4],
      biasStandardDeviation: 1,
      seed: 1
    )
    let gradients = try net.backward(net.forward(.ones(4)), loss: .sum)
    let size = gradients.norm()
    #expect(size > 1)
    let clipped = gradients.clipped(toNorm: Extended(0.5))
    #expect(isNear(clipped.norm(), Extended(0.5), within: 1e-14))
    let ratio = clipped.dA(0)[1] / gradients.dA(0)[1]
    #expect(isNear(ratio, Extended(0.5) / size, within: 1e-14))
    #expect(gradients.clipped(toNorm: size * 2) == gradients)
  }

  @Test("flush to zero: the zero layer is the first subnormal one")
  func flushToZero() throws {
    for (format, layer) in [(NumberFormat.float16, 15), (.bfloat16, 127), (.float32, 127)] {
      let net = try Network(repeating: .scaledIdentity(Extended(0.5), 1), depth: 200)
      let plain = try net.forward(.ones(1), format: format).firstLayers
      #expect(plain.subnormal == layer)
      let flushed = try net.forward(.ones(1), format: format, flushToZero: true)
      #expect(flushed.firstLayers.zero == layer && flushed.firstLayers.subnormal == nil)
      #expect(flushed.flushesToZero)
    }
  }

  @Test("a loss scale keeps gradients that float16 loses, and leaves the others alone")
  func lossScale() throws {
    let net = try Network(repeating: .scaledIdentity(Extended(0.5), 1), depth: 30)
    let forward = try net.forward(.ones(1), format: .float16)
    #expect(try net.backward(forward, loss: .sum).dA(0).isZero)
    let scaled = try net.backward(forward, loss: .sum, lossScale: 0x1p14)
    #expect(scaled.dA(0)[0] == Extended(0.5).power(integer: 30))
    #expect(throws: NetworkError.parameter(.lossScale, value: 0)) {
      try net.backward(forward, loss: .sum, lossScale: 0)
    }
  }

  @Test("every structure in every format, close to the extended range where the format is fine")
  func formats() throws {
    let net = try Network(
      initialization: .lecun,
      widths: Array(repeating: 12, count: 6),
      activation: .silu,
      seed: 3
    ).structured(Structure(residualScale: Extended(0.5), normEpsilon: 1e-5))
    let x = Vector.normal(12, seed: 4)
    let exact = try net.forward(x)
    let gradients = try net.backward(exact, loss: .sum)
    for (format, tolerance) in [
      (NumberFormat.float64, 1e-14), (.float32, 1e-5), (.float16, 0.05), (.bfloat16, 0.3),
    ] {
      let rounded = try net.forward(x, format: format)
      #expect(try distance(rounded.output, exact.output) < tolerance)
      let back = try net.backward(rounded, loss: .sum)
      #expect(try distance(back.dA(0), gradients.dA(0)) < tolerance)
      #expect(try distance(back.dB(2), gradients.dB(2)) < tolerance)
    }
  }

  @Test("a structure that cannot be")
  func refusals() throws {
    let net = try Network(repeating: .scaledIdentity(1, 1), depth: 1)
    #expect(throws: NetworkError.parameter(.normEpsilon, value: -1)) {
      try net.structured(Structure(normEpsilon: -1))
    }
    #expect(throws: NetworkError.parameter(.residualScale, value: .infinity)) {
      try net.structured(Structure(residualScale: .infinity))
    }
  }
}
