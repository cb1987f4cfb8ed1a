import CKernels

/// What a training moves: weights and biases, tensor by tensor.
protocol TrainableModel: Sendable {
  /// One for each tensor, row-major.
  var weights: [[Double]] { get set }
  /// One for each tensor; empty where it has none.
  var biases: [[Double]] { get set }
  /// Numbers of an input and of an output.
  var inputWidth: Int { get }
  var outputWidth: Int { get }
  /// Whether steps drop units.
  var dropsUnits: Bool { get }

  /// Multiplications and additions of one forward and backward pass of a batch.
  func operations(batch: Int) -> Double

  /// Takes the numbers of a model of the same shapes into the memory that it has.
  mutating func take(_ other: Self)

  /// What has these weights.
  func trained() throws -> TrainingRun.Trained
}

extension TrainableModel {
  /// Rounds weights and biases to a format.
  mutating func round(to format: NumberFormat) {
    for index in weights.indices {
      format.round(&weights[index])
      format.round(&biases[index])
    }
  }

  /// Takes the weights and biases of a model of the same shapes.
  mutating func takeTensors(_ other: Self) {
    func copy(_ from: [Double], _ to: inout [Double]) {
      to.withUnsafeMutableBufferPointer { to in
        from.withUnsafeBufferPointer { from in
          if let base = from.baseAddress { to.baseAddress?.update(from: base, count: from.count) }
        }
      }
    }
    for index in weights.indices {
      copy(other.weights[index], &weights[index])
      copy(other.biases[index], &biases[index])
    }
  }
}

/// Where the gradients of a tensor lie in a pass's storage.
struct GradientPlace {
  let dW: Range<Int>
  let dB: Range<Int>
}

/// Forward and backward passes of a batch, as a training needs them.
protocol TrainingPass: Sendable {
  associatedtype Model: TrainableModel

  /// All that the passes compute.
  var storage: [Double] { get set }
  /// By tensor.
  var places: [GradientPlace] { get }
  /// ŷ of the last forward pass, samples × width.
  var outputs: [Double] { get }

  init(_ model: Model, count: Int, format: NumberFormat?)

  mutating func forward(
    _ model: Model,
    _ inputs: [Double],
    on team: Team,
    checkpoint: () throws -> Void
  ) rethrows

  /// The loss, with dW and db of every tensor left behind: with a format those of `scale` times it.
  mutating func backward(
    _ model: Model,
    targets: [Double],
    objective: Objective,
    scale: Double,
    on team: Team,
    checkpoint: () throws -> Void
  ) rethrows -> Double

  /// Draws which units the next passes drop: those of a step.
  mutating func drop(_ model: Model, seed: UInt64, step: Int)

  /// Lets the next passes keep all units.
  mutating func keepAllUnits()

  /// Lets the next forward passes keep all units and norm by what the model has kept of its batches.
  mutating func takeKeptStatistics()

  /// Moves the statistics that a model keeps towards those of the last pass.
  mutating func keepStatistics(in model: inout Model)

  /// What the last passes show that keeps a layer from learning.
  func flaw(_ model: Model) -> TrainingFlaw?
}

extension TrainingPass {
  /// dW of a tensor, by index from 0.
  func dW(_ index: Int) -> [Double] { Array(storage[places[index].dW]) }

  /// db of a tensor, by index from 0; empty where it has none.
  func dB(_ index: Int) -> [Double] { Array(storage[places[index].dB]) }

  /// dW of all tensors, then db of all.
  var gradients: [Double] {
    places.indices.flatMap { dW($0) } + places.indices.flatMap { dB($0) }
  }

  /// Calls `body` with dW and db of a tensor, which an optimizer turns into its updates.
  mutating func updating<Result>(
    _ index: Int,
    _ body: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) throws -> Result
  ) rethrows -> Result {
    let place = places[index]
    return try withStorage { try body($0 + place.dW.lowerBound, $0 + place.dB.lowerBound) }
  }

  /// The squares of dW's entries, added up, tensor by tensor.
  func squaresOfWeightGradients() -> [Double] {
    storage.withUnsafeBufferPointer { storage in
      places.map { place in
        storage.baseAddress.map { fk_sumsq($0 + place.dW.lowerBound, place.dW.count) } ?? 0
      }
    }
  }

  /// Scales dW and db so that their norm together is at most `limit`.
  mutating func clipGradients(to limit: Double) {
    let places = places
    withStorage { storage in
      var squares = 0.0
      for place in places { squares += fk_sumsq(storage + place.dW.lowerBound, place.dW.count) }
      for place in places { squares += fk_sumsq(storage + place.dB.lowerBound, place.dB.count) }
      let norm = squares.squareRoot()
      guard norm > limit else { return }
      let factor = limit / norm
      for place in places {
        for range in [place.dW, place.dB] {
          let values = storage + range.lowerBound
          fk_scale(values, factor, values, range.count)
        }
      }
    }
  }

  /// Multiplies dW and db by a factor, and rounds them to a format.
  mutating func scaleGradients(by factor: Double, roundedTo format: NumberFormat?) {
    guard factor != 1 || format != nil else { return }
    let places = places
    withStorage { storage in
      for place in places {
        for range in [place.dW, place.dB] {
          let values = storage + range.lowerBound
          if factor != 1 { fk_scale(values, factor, values, range.count) }
          format?.round(values, range.count)
        }
      }
    }
  }

  /// Whether dW and db are finite.
  var hasFiniteGradients: Bool {
    storage.withUnsafeBufferPointer { storage in
      places.allSatisfy { place in
        storage[place.dW].allSatisfy(\.isFinite) && storage[place.dB].allSatisfy(\.isFinite)
      }
    }
  }

  mutating func withStorage<Result>(
    _ body: (UnsafeMutablePointer<Double>) throws -> Result
  ) rethrows -> Result {
    try storage.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a batch has entries") }
      return try body(base)
    }
  }
}

/// The samples in a block for each thread, as whole registers.
struct SamplePieces: Sendable {
  private var team = 0
  private var rows: [Range<Int>] = []

  /// Those of so many samples, which never change.
  mutating func rows(of count: Int, for team: Team) -> [Range<Int>] {
    if self.team == team.size { return rows }
    let share = (count + team.size - 1) / team.size
    let size = team.size == 1 ? count : (share + 7) / 8 * 8
    rows = stride(from: 0, to: count, by: max(size, 1)).map { $0..<min($0 + size, count) }
    self.team = team.size
    return rows
  }
}
