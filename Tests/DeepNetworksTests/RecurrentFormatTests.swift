import DeepNetworks
import Testing

/// Passes through time in float formats: numbers of NumPy, for the networks of `RecurrentTests`.
///
/// NumPy rounds every product with a matrix, sum, gate, product of entries and slope to the format, and adds in
/// float32 in the order of the columns; 1 − u of a gru is a subtraction in the format.
@Suite("Through time in float formats")
struct RecurrentFormatTests {
  /// h[4], dJ/dh[0] of J = Σ h[4], and the first row of the candidate's dJ/dW.
  struct Found: Sendable {
    let format: NumberFormat
    let cell: RecurrentCell
    let state: [Double]
    let start: [Double]
    let row: [Double]

    init(
      _ format: NumberFormat,
      _ cell: RecurrentCell,
      state: [Double],
      start: [Double],
      row: [Double]
    ) {
      (self.format, self.cell, self.state, self.start, self.row) = (format, cell, state, start, row)
    }
  }

  static let found = [
    Found(
      .float16,
      .plain(.tanh),
      state: [0.1204833984375, 0.9296875, -0.29248046875],
      start: [0.062225341796875, 0.03912353515625, 0.1326904296875],
      row: [0.5634765625, -0.74072265625, -0.1103515625]
    ),
    Found(
      .float16,
      .gru,
      state: [0.40771484375, -0.286376953125, 0.21533203125],
      start: [0.60400390625, 1.177734375, 0.26171875],
      row: [0.0253753662109375, -0.021148681640625, 0.046905517578125]
    ),
    Found(
      .float16,
      .lstm,
      state: [-0.05169677734375, 0.32177734375, 0.059783935546875],
      start: [0.026611328125, -0.146484375, 0.0011444091796875],
      row: [0.0236053466796875, 0.05712890625, 0.025787353515625]
    ),
    Found(
      .float32,
      .plain(.tanh),
      state: [0.12113264948129654, 0.9298362135887146, -0.29274916648864746],
      start: [0.06226486340165138, 0.03919626772403717, 0.132884681224823],
      row: [0.5632990598678589, -0.7412891983985901, -0.11062987148761749]
    ),
    Found(
      .float32,
      .gru,
      state: [0.4078195095062256, -0.28626498579978943, 0.21538740396499634],
      start: [0.6045188307762146, 1.1777807474136353, 0.26104825735092163],
      row: [0.025292901322245598, -0.02107698656618595, 0.046767160296440125]
    ),
    Found(
      .float32,
      .lstm,
      state: [-0.05147320032119751, 0.32178667187690735, 0.05981292203068733],
      start: [0.02663813903927803, -0.14661069214344025, 0.0011391770094633102],
      row: [0.023692503571510315, 0.05704539641737938, 0.025840647518634796]
    ),
  ]

  @Test("are NumPy's to the bit", arguments: found)
  func numbers(found: Found) throws {
    let network = try RecurrentTests.network(found.cell)
    let pass = try network.forward(
      from: RecurrentTests.start,
      inputs: RecurrentTests.inputs(),
      format: found.format
    )
    #expect(pass.output == Vector(found.state))
    let gradients = try network.backward(pass, loss: .sum)
    #expect(gradients.dH[0] == Vector(found.start))
    #expect(gradients.gates.last?.dW.row(0) == Vector(found.row))
  }

  @Test("one matrix at every step is the network that repeats it, to the bit")
  func repeated() throws {
    let matrix = try Initialization.gaussian(gain: 1.5).matrix(
      fanOut: 12,
      fanIn: 12,
      seed: 3,
      layer: 1
    )
    let x = Vector.normal(12, seed: 4)
    for format in NumberFormat.allCases {
      for activation in [Activation.linear, .tanh, .relu] {
        let recurrent = try RecurrentNetwork(
          cell: .plain(activation),
          weights: [matrix],
          steps: 60
        )
        let deep = try Network(repeating: matrix, depth: 60, activation: activation)
        let pass = try recurrent.forward(from: x, format: format)
        let forward = try deep.forward(x, format: format)
        // What is nan equals nothing.
        func words(_ vector: Vector) -> [String] { vector.doubles.map { "\($0)" } }
        #expect(words(pass.output) == words(forward.output), "\(format) \(activation)")
        let back = try recurrent.backward(pass, loss: .sum).dH[0]
        let gradients = try deep.backward(forward, loss: .sum)
        #expect(words(back) == words(gradients.dA(0)), "\(format) \(activation)")
      }
    }
  }
}
