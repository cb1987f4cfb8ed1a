import DeepNetworks
import Testing

/// Networks through time: values of NumPy, central differences, and what must hold.
///
/// The matrices have the entries ((7k + 3i + 5j) mod 11 − 5)/5. NumPy runs the formulas of `RecurrentCell` in
/// complex128; its gradients are complex steps of 1e-30, which do not cancel.
struct RecurrentTests {
  static let cells: [RecurrentCell] = [.plain(.tanh), .gru, .lstm]

  static func matrix(_ k: Int, _ rows: Int, _ columns: Int) throws -> Matrix {
    func entry(_ i: Int, _ j: Int) -> Extended {
      let number = (7 * k + 3 * i + 5 * j) % 11
      return Extended(number - 5) / 5
    }
    let entries = (0..<rows).map { i in (0..<columns).map { entry(i, $0) } }
    return try Matrix.rows(entries)
  }

  static func network(_ cell: RecurrentCell, steps: Int = 4) throws -> RecurrentNetwork {
    let places = cell.gates.indices
    let bias: RecurrentNetwork.GateBias? =
      switch cell {
      case .plain: nil
      case .gru: RecurrentNetwork.GateBias(gate: .update, value: 2)
      case .lstm: RecurrentNetwork.GateBias(gate: .forget, value: 1)
      }
    return try RecurrentNetwork(
      cell: cell,
      weights: places.map { try matrix($0 + 1, 3, 3) },
      inputWeights: places.map { try matrix($0 + 10, 3, 2) },
      bias: bias,
      steps: steps
    )
  }

  static let start = Vector([0.3, -0.2, 0.5])

  static func inputs(_ steps: Int = 4) throws -> [Vector] {
    let matrix = try matrix(20, steps, 2)
    return (0..<steps).map { matrix.row($0) }
  }

  static let last: [[Double]] = [
    [0.12113266802366424, 0.9298362116863492, -0.29274912401750636],
    [0.40781952097509344, -0.28626497435668774, 0.21538737844686223],
    [-0.05147319005017326, 0.32178666489950597, 0.059812920601514205],
  ]

  @Test("states are NumPy's", arguments: zip(cells, last))
  func states(cell: RecurrentCell, last: [Double]) throws {
    let pass = try Self.network(cell).forward(from: Self.start, inputs: Self.inputs())
    #expect(try distance(pass.output, Vector(last)) < 1e-14)
    guard cell == .lstm else { return }
    let memory = Vector([-0.07502250094197223, 0.5674973159865055, 0.15466504832050054])
    #expect(try distance(pass.c[4], memory) < 1e-14)
  }

  /// dJ/dh[0], dJ/dx[1]; for each gate the first row of dJ/dW, its norm and that of dJ/dU; the norm of all.
  struct Found: Sendable {
    let start: [Double]
    let input: [Double]
    let rows: [[Double]]
    let norms: [(Double, Double)]
    let norm: Double
  }

  static let found = [
    Found(
      start: [0.06226486984163647, 0.03919627756905799, 0.13288469407630507],
      input: [-0.1726631951349478, -0.0805121163002874],
      rows: [[0.5632990359914811, -0.741289276635316, -0.11062993859646668]],
      norms: [(1.2394650254579411, 1.4032803929498852)],
      norm: 1.8722898842249398
    ),
    Found(
      start: [0.604518860575053, 1.1777809281544451, 0.2610482311968659],
      input: [0.07567418292952613, -0.061677815839593676],
      rows: [
        [-0.024635950029259085, 0.02336781163098092, -0.03593227701207031],
        [0.0020078152424719635, -0.0012991364153808814, 0.002258505660707171],
        [0.02529290135921688, -0.02107698662255656, 0.04676715278477745],
      ],
      norms: [
        (0.119673753144073, 0.2208414397576782), (0.016093963179808737, 0.01164392529482452),
        (0.17323261342449497, 0.23140677163781484),
      ],
      norm: 0.383465745102028
    ),
    Found(
      start: [0.02663813721022186, -0.14661066533165484, 0.00113918025668513],
      input: [-0.06972635532871989, 0.05843845932974594],
      rows: [
        [-0.01587800739683835, 0.009747789445176569, -0.008257733435715217],
        [0.001724129600840647, -0.001482617858336695, -0.0023113260069308867],
        [-0.001084794026912485, -0.0006446130230541312, 0.002132043123494861],
        [0.02369250494074929, 0.05704539462527927, 0.025840635375291146],
      ],
      norms: [
        (0.024359525559868225, 0.19405136938737902), (0.010728530733060456, 0.03629432292350539),
        (0.03808950050523855, 0.10733551129936703), (0.08034335004540753, 0.2456131085860559),
      ],
      norm: 0.34559264276781776
    ),
  ]

  @Test("gradients are NumPy's", arguments: zip(cells, found))
  func gradients(cell: RecurrentCell, found: Found) throws {
    let network = try Self.network(cell)
    let pass = try network.forward(from: Self.start, inputs: Self.inputs())
    let gradients = try network.backward(pass, loss: .sum)
    #expect(try distance(gradients.dH[0], Vector(found.start)) < 1e-13)
    #expect(try distance(gradients.dX[0], Vector(found.input)) < 1e-13)
    for (index, gate) in gradients.gates.enumerated() {
      #expect(try distance(gate.dW.row(0), Vector(found.rows[index])) < 1e-13)
      let inner = try #require(gate.dU)
      #expect(isNear(gate.dW.frobeniusNorm().double, found.norms[index].0, within: 1e-13))
      #expect(isNear(inner.frobeniusNorm().double, found.norms[index].1, within: 1e-13))
    }
    #expect(isNear(gradients.norm.double, found.norm, within: 1e-13))
  }

  @Test("dJ/dh of every step is what a difference of the later steps says", arguments: cells)
  func differences(cell: RecurrentCell) throws {
    let loss = Loss.squaredError(target: Vector([1.0, -1.0, 0.5]))
    // An lstm's later steps begin from the memory as well, which a new start has not: its first step alone.
    for first in cell == .lstm ? [0] : [0, 1, 2, 3] {
      let whole = try Self.network(cell)
      let pass = try whole.forward(from: Self.start, inputs: Self.inputs())
      let claimed = try whole.backward(pass, loss: loss).dH[first]
      let rest = try Self.network(cell, steps: 4 - first)
      let inputs = Array(try Self.inputs().dropFirst(first))
      let direction = Vector([0.6, -0.8, 0.3])
      func value(_ step: Double) throws -> Extended {
        let start = try pass.h[first] + direction.scaled(by: Extended(step))
        return try loss.value(of: rest.forward(from: start, inputs: inputs).output)
      }
      let step = 1e-4
      let near = try value(step) - value(-step)
      let far = try value(2 * step) - value(-2 * step)
      let slope = (near * 8 - far) / Extended(12 * step)
      #expect(isNear(slope, try claimed.dot(direction), within: 1e-9))
    }
  }

  @Test("one matrix at every step is the network that repeats it, to the bit", arguments: [8, 64])
  func repeated(width: Int) throws {
    let matrix = try Initialization.gaussian(gain: 1.2).matrix(
      fanOut: width,
      fanIn: width,
      seed: 3,
      layer: 1
    )
    let x = Vector.normal(width, seed: 4)
    for activation in [Activation.linear, .tanh, .relu] {
      let drawn = try RecurrentNetwork(
        initialization: .gaussian(gain: 1.2),
        cell: .plain(activation),
        width: width,
        inputs: 0,
        steps: 40,
        seed: 3
      ) { _ in }
      let deep = try Network(repeating: matrix, depth: 40, activation: activation)
      let (pass, forward) = (try drawn.forward(from: x), try deep.forward(x))
      let gradients = try drawn.backward(pass, loss: .sum)
      let layers = try deep.backward(forward, loss: .sum)
      guard width > 8 else {
        // Small matrices are summed in double-double by one of the two.
        #expect(try distance(pass.output, forward.output) < 1e-9)
        continue
      }
      #expect(pass.h == Array(forward.a))
      #expect(gradients.dH == Array(layers.dA))
      #expect(gradients.gates[0].parts == Array(layers.dW))
    }
  }

  @Test("dJ/dW is the sum of its parts", arguments: cells)
  func sums(cell: RecurrentCell) throws {
    let network = try Self.network(cell)
    let pass = try network.forward(from: Self.start, inputs: Self.inputs())
    for gate in try network.backward(pass, loss: .sum).gates {
      var total = gate.parts[0]
      for part in gate.parts.dropFirst() { total = try total + part }
      #expect(try (total - gate.dW).frobeniusNorm() <= gate.dW.frobeniusNorm() * Extended(1e-15))
    }
  }

  @Test("truncation takes the last steps as they are", arguments: cells)
  func truncation(cell: RecurrentCell) throws {
    let network = try Self.network(cell)
    let pass = try network.forward(from: Self.start, inputs: Self.inputs())
    let whole = try network.backward(pass, loss: .sum)
    let short = try network.backward(pass, loss: .sum, truncation: 2)
    #expect(short.first == 2)
    #expect(short.dH == Array(whole.dH.suffix(3)))
    #expect(short.dX == Array(whole.dX.suffix(2)))
    for (part, all) in zip(short.gates, whole.gates) {
      #expect(part.parts == Array(all.parts.suffix(2)))
    }
    #expect(try network.backward(pass, loss: .sum, truncation: 9) == whole)
  }

  @Test("clipping gives the norm and the direction, and leaves what flows", arguments: cells)
  func clipping(cell: RecurrentCell) throws {
    let network = try Self.network(cell)
    let pass = try network.forward(from: Self.start, inputs: Self.inputs())
    let whole = try network.backward(pass, loss: .sum)
    let clipped = whole.clipped(toNorm: Extended(0.01))
    #expect(isNear(clipped.norm.double, 0.01, within: 1e-14))
    #expect(clipped.dH == whole.dH)
    let factor = Extended(0.01) / whole.norm
    for (one, other) in zip(clipped.gates, whole.gates) {
      #expect(one.dW == other.dW.scaled(by: factor))
    }
    #expect(whole.clipped(toNorm: whole.norm * 2) == whole)
  }

  @Test("states and gradients leave the doubles' range and come back right")
  func range() throws {
    // 1.5^3000 and its gradient, and the one entry of dJ/dW: Σ 1.5^(T−t) · 1.5^(t−1) = T · 1.5^(T−1).
    let half = try Matrix.rows([[Extended(1.5)]])
    let network = try RecurrentNetwork(cell: .plain(.linear), weights: [half], steps: 3000)
    let pass = try network.forward(from: Vector([1.0]))
    let power = Extended(1.5).power(integer: 3000)
    #expect(isNear(pass.output[0], power, within: 1e-25))
    let gradients = try network.backward(pass, loss: .sum)
    #expect(isNear(gradients.dH[0][0], power, within: 1e-25))
    #expect(isNear(gradients.gates[0].dW[0, 0], power / Extended(1.5) * 3000, within: 1e-25))
  }

  @Test("a gate that is wide open keeps a state, and its gradient, for a thousand steps")
  func open() throws {
    let network = try RecurrentNetwork(
      initialization: .gaussian(gain: 1),
      cell: .gru,
      width: 8,
      inputs: 0,
      steps: 1000,
      bias: RecurrentNetwork.GateBias(gate: .update, value: 40),
      seed: 1
    ) { _ in }
    let start = Vector.normal(8, seed: 2)
    let pass = try network.forward(from: start)
    #expect(try distance(pass.output, start) < 1e-9)
    #expect(try distance(network.backward(pass, loss: .sum).dH[0], .ones(8)) < 1e-9)
  }

  @Test("what does not fit is refused")
  func refusals() throws {
    let square = try Self.matrix(1, 3, 3)
    let wide = try Self.matrix(1, 2, 3)
    func refused(_ error: NetworkError, _ body: () throws -> Void) {
      #expect(throws: error, performing: body)
    }
    refused(.depth(0)) { _ = try Self.network(.gru, steps: 0) }
    refused(.notRepeatable(wide.shape)) {
      _ = try RecurrentNetwork(cell: .plain(.tanh), weights: [wide], steps: 2)
    }
    refused(.gateCount(2, gates: ["update", "reset", "candidate"])) {
      _ = try RecurrentNetwork(cell: .gru, weights: [square, square], steps: 2)
    }
    refused(.gateShape(try Self.matrix(1, 2, 2).shape, first: square.shape)) {
      _ = try RecurrentNetwork(
        cell: .gru,
        weights: [square, square, Self.matrix(1, 2, 2)],
        steps: 2
      )
    }
    refused(.inputShape(wide.shape, width: 3)) {
      _ = try RecurrentNetwork(
        cell: .plain(.tanh),
        weights: [square],
        inputWeights: [wide],
        steps: 2
      )
    }
    let network = try Self.network(.lstm)
    refused(.stepInputs(3, steps: 4)) {
      _ = try network.forward(from: Self.start, inputs: Self.inputs(3))
    }
    refused(.inputLength(2, expected: 3)) {
      _ = try network.forward(from: Vector([1.0, 2.0]), inputs: Self.inputs())
    }
    refused(.inputLength(3, expected: 2)) {
      _ = try network.forward(
        from: Self.start,
        inputs: Array(repeating: Self.start, count: 4)
      )
    }
  }
}
