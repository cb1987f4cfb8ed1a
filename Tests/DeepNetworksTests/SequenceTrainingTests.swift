import DeepNetworks
import Testing

/// Training through time: numbers of NumPy, the gradients of `RecurrentNetwork`, and what must hold.
///
/// Matrices have the entries ((7k + 3i + 5j) mod 11 − 5)/5, of the k-th matrix. NumPy runs the formulas of
/// `RecurrentCell` for each sample and each step; its gradients are complex steps of 1e-30 for each weight. Its
/// updates are v ← 0.9 v + f g, w ← w − 0.1 v with f = min(1, 0.1/‖g‖), ‖g‖ over W, U, V and b together.
@Suite("Training through time")
struct SequenceTrainingTests {
  static let cells: [RecurrentCell] = [.plain(.tanh), .gru, .lstm]

  private static func entries(_ k: Int, _ rows: Int, _ columns: Int) -> [[Extended]] {
    (0..<rows).map { i in (0..<columns).map { Extended((7 * k + 3 * i + 5 * $0) % 11 - 5) / 5 } }
  }

  private static func network(_ cell: RecurrentCell) throws -> RecurrentNetwork {
    let places = cell.gates.indices
    let bias: RecurrentNetwork.GateBias? =
      switch cell {
      case .plain: nil
      case .gru: RecurrentNetwork.GateBias(gate: .update, value: 2)
      case .lstm: RecurrentNetwork.GateBias(gate: .forget, value: 1)
      }
    return try RecurrentNetwork(
      cell: cell,
      weights: places.map { try .rows(entries($0 + 1, 3, 3)) },
      inputWeights: places.map { try .rows(entries($0 + 10, 3, 2)) },
      outputWeights: .rows(entries(30, 1, 3)),
      bias: bias,
      steps: 4
    )
  }

  private static func samples() throws -> TrainingSet {
    try TrainingSet(
      count: 4,
      inputs: entries(20, 4, 8).flatMap { $0.map(\.double) },
      targets: entries(21, 4, 1).flatMap { $0.map(\.double) }
    )
  }

  /// Gradient norms of the first step by gate, then V's; the losses before steps 0, 1, 5 and after the last; V[1,1].
  struct Found: Sendable {
    let norms: [Double]
    let losses: [Double]
    let weight: Double
    /// b of the gate that has one, at the end.
    let bias: [Double]
  }

  static let found = [
    Found(
      norms: [0.1394377807331854, 0.10622964308989864],
      losses: [
        0.11659535763277745, 0.11484521207867443, 0.09381739701483202, 0.006141114090980072,
      ],
      weight: -1.3937719795974568,
      bias: []
    ),
    Found(
      norms: [0.06320801180172958, 0.007368012229068878, 0.15938286629082216, 0.11984943808817364],
      losses: [0.25823509255338906, 0.2561355843678818, 0.23239849807079124, 0.11732548660536163],
      weight: -0.8204543397753318,
      bias: [1.963480947673157, 1.930388323541085, 2.021312757210036]
    ),
    Found(
      norms: [
        0.039994024064634565, 0.020386538992711967, 0.05467741313719987, 0.05658030776030508,
        0.04187632716769274,
      ],
      losses: [0.20243244822556927, 0.20141495931106934, 0.18955312625105708, 0.11076254898781344],
      weight: -0.6741268631966918,
      bias: [0.97808609646578, 0.9484136654927763, 1.2236687572885991]
    ),
  ]

  @Test("a training with momentum and clipping is NumPy's", arguments: zip(cells, found))
  func numbers(cell: RecurrentCell, found: Found) throws {
    let training = Training(rate: 0.1, steps: 20, optimizer: .momentum(0.9), clipping: 0.1)
    let run = try training.train(Self.network(cell), on: Self.samples())
    for (norm, expected) in zip(run.gradientNorms[0], found.norms) {
      #expect(isNear(norm, expected, within: 1e-12))
    }
    for (place, expected) in zip([0, 1, 5, 20], found.losses) {
      #expect(isNear(run.losses[place], expected, within: 1e-11), "loss \(place)")
    }
    #expect(run.outcome == .finished)
    let weight = try #require(run.recurrent.outputWeights)[0, 0].double
    #expect(isNear(weight, found.weight, within: 1e-11))
    let gate: RecurrentCell.Gate = cell == .gru ? .update : .forget
    if found.bias.isEmpty { return }
    let bias = try #require(run.recurrent.bias(gate))
    #expect(try distance(bias, Vector(found.bias)) < 1e-11)
  }

  @Test("a plain step takes the mean of each sample's gradients, cut off or not", arguments: cells)
  func step(cell: RecurrentCell) throws {
    let (network, set) = (try Self.network(cell), try Self.samples())
    for truncation in [nil, 1, 3] as [Int?] {
      let run = try Training(rate: 1, steps: 1).train(network, on: set, truncation: truncation)
      for gate in cell.gates {
        let before = try #require(network.weights(gate))
        var (weights, inputs) = (before, try #require(network.inputWeights(gate)))
        for i in 0..<set.count {
          let (x, target) = set.sample(i)
          let rows = (0..<4).map { Vector([x[2 * $0], x[2 * $0 + 1]]) }
          let pass = try network.forward(from: .zeros(3), inputs: rows)
          let gradients = try network.backward(
            pass,
            loss: .squaredError(target: target),
            truncation: truncation
          )
          let place = try #require(cell.gates.firstIndex(of: gate))
          weights = try weights - gradients.gates[place].dW.scaled(by: Extended(0.25))
          inputs = try inputs - #require(gradients.gates[place].dU).scaled(by: Extended(0.25))
        }
        let after = try #require(run.recurrent.weights(gate))
        #expect(try (after - weights).frobeniusNorm().double < 1e-15)
        #expect(
          try (#require(run.recurrent.inputWeights(gate)) - inputs).frobeniusNorm().double < 1e-15
        )
      }
    }
  }

  @Test("the bits are the same for any number of threads", arguments: cells)
  func threads(cell: RecurrentCell) throws {
    let network = try RecurrentNetwork(
      initialization: .gaussian(gain: 1),
      cell: cell,
      width: 70,
      inputs: 2,
      outputs: 1,
      steps: 9,
      seed: 2
    ) { _ in }
    let set = try TrainingSet.adding(steps: 9, samples: 61, seed: 4)
    var training = Training(rate: 0.01, steps: 4, optimizer: .adam())
    for format in [nil, TrainingFormat(.bfloat16)] {
      training.format = format
      let runs = try [1, 2, 3].map {
        try training.train(network, on: set, learnsBiases: true, threads: $0)
      }
      #expect(runs[0] == runs[1] && runs[1] == runs[2])
      #expect(runs[0].losses.last ?? 1 < runs[0].losses[0])
    }
  }

  @Test("batches, tests and patience are those of every training")
  func options() throws {
    let (network, set) = (try Self.network(.lstm), try Self.samples())
    var training = Training(rate: 0.5, steps: 30, batch: 2, seed: 5)
    training.patience = 3
    let run = try training.train(network, on: set, testedOn: set)
    let tests = try #require(run.tests)
    #expect(tests.losses.count == run.losses.count && !run.isWhole)
    let kept = try #require(tests.kept)
    #expect(tests.losses[kept] == tests.losses.min())
    // The kept network has that loss.
    let again = try Training(rate: 0, steps: 1).train(run.recurrent, on: set)
    #expect(isNear(again.losses[0], tests.losses[kept], within: 1e-12))
  }

  @Test("what it is told to stop by stops it within its passes")
  func stop() throws {
    struct Stop: Error {}
    let set = try TrainingSet.recall(steps: 400, samples: 64, noise: 0.1, seed: 1)
    let network = try RecurrentNetwork(
      initialization: .gaussian(gain: 1),
      cell: .gru,
      width: 64,
      inputs: 1,
      outputs: 1,
      steps: 400,
      seed: 2
    ) { _ in }
    var looks = 0
    #expect(throws: Stop.self) {
      _ = try Training(rate: 0.1, steps: 1000).train(network, on: set, threads: 1) { _ in
        looks += 1
        if looks == 5 { throw Stop() }
      }
    }
  }

  @Test("tasks are what they say")
  func tasks() throws {
    let recall = try TrainingSet.recall(steps: 6, samples: 500, noise: 0.5, seed: 3)
    #expect((0..<500).allSatisfy { recall.inputs[6 * $0] == recall.targets[$0] })
    #expect((0..<500).allSatisfy { recall.targets[$0].magnitude == 1 })
    let ones = recall.targets.count { $0 == 1 }
    // 250 with a deviation of √125.
    #expect(abs(ones - 250) < 45)
    let rest = (0..<500).flatMap { recall.inputs[6 * $0 + 1..<6 * $0 + 6] }
    let square = rest.reduce(0) { $0 + $1 * $1 } / Double(rest.count)
    // 0.25 with a deviation of 0.25 √(2/2500).
    #expect(abs(square - 0.25) < 0.03)
    let adding = try TrainingSet.adding(steps: 7, samples: 300, seed: 2)
    for i in 0..<300 {
      let row = Array(adding.inputs[14 * i..<14 * i + 14])
      let marked = (0..<7).filter { row[2 * $0 + 1] == 1 }
      #expect(marked.count == 2 && marked[0] < 3 && marked[1] >= 3)
      #expect(row[2 * marked[0]] + row[2 * marked[1]] == adding.targets[i])
      #expect((0..<7).allSatisfy { [0, 1].contains(row[2 * $0 + 1]) })
    }
    #expect(throws: NetworkError.addingSteps(1)) {
      _ = try TrainingSet.adding(steps: 1, samples: 3, seed: 1)
    }
  }

  @Test("what does not fit is refused")
  func refusals() throws {
    let training = Training(rate: 0.1, steps: 1)
    let alone = try RecurrentNetwork(
      cell: .plain(.tanh),
      weights: [.rows(Self.entries(1, 3, 3))],
      steps: 4
    )
    #expect(throws: NetworkError.noStepInputs) {
      _ = try training.train(alone, on: Self.samples())
    }
    #expect(throws: NetworkError.inputLength(5, expected: 8)) {
      let set = try TrainingSet.recall(steps: 5, samples: 4, noise: 0, seed: 1)
      _ = try training.train(Self.network(.lstm), on: set)
    }
    #expect(throws: NetworkError.outputShape(.init(rows: 2, columns: 2), width: 3)) {
      _ = try RecurrentNetwork(
        cell: .plain(.tanh),
        weights: [.rows(Self.entries(1, 3, 3))],
        outputWeights: .rows(Self.entries(1, 2, 2)),
        steps: 4
      )
    }
  }
}
