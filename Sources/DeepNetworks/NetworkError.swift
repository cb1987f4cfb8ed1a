/// Why a network, a matrix or a vector cannot be what was asked for.
///
/// Shapes are rows × columns; layers are counted from 1, a[0] is the input.
package enum NetworkError: Error, Equatable, Sendable {
  /// An operation on two vectors or two matrices, as it is named in a message.
  package enum Operation: Sendable {
    case plus, minus, hadamard, dot, ensemble
  }

  /// A number that describes a network, as it is named in a message.
  package enum Parameter: Sendable {
    case gain, slope, weightStandardDeviation, biasStandardDeviation, variance, residualScale,
      normEpsilon, lossScale
    case rate, momentum, clipping, decay, rateFactor, scheduleSteps
    case patience, scaleSteps
  }

  /// Why a layer cannot have a mistake in its backward pass.
  package enum Obstacle: Equatable, Sendable {
    /// Its matrix is not square, so that its transpose would not fit.
    case notSquare(Shape)
    /// Its matrix is its own transpose.
    case symmetric
    /// It has no bias.
    case noBias
  }

  package struct Shape: Equatable, Sendable {
    package let rows: Int
    package let columns: Int

    package init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
    }
  }

  case depth(Int)
  case depthBeyond(Int, limit: Int)
  case noWidths
  case width(Int, layer: Int)
  case emptyMatrix
  case entries(rows: Int, columns: Int, count: Int)
  case raggedRow(Int, count: Int, expected: Int)
  case lengths(operation: Operation, left: Int, right: Int)
  case shapes(operation: Operation, left: Shape, right: Shape)
  case product(left: Shape, right: Shape)
  case productWithVector(matrix: Shape, count: Int)
  case notSquare(Shape)
  /// A matrix without an inverse; not proven where it may only be too near to one without.
  case singular(isProven: Bool)
  /// A power of which rounding has left no digit of an entry.
  case powerUndetermined(exponent: Int)
  /// A matrix that is not square.
  case noEigenvalues(Shape)
  case eigenvaluesNotFinite
  case layerShape(layer: Int, weights: Shape, received: Int)
  case biasLength(layer: Int, count: Int, expected: Int)
  case biasCount(Int, depth: Int)
  case activationCount(Int, depth: Int)
  /// How many layers a skip would go past.
  case block(Int)
  /// The first layer that blocks leave over, and the depths near that they fill.
  case blockRest(block: Int, layer: Int, fitting: [Int])
  /// A norm before or after blocks that there are not.
  case normWithoutSkip
  /// One sample, or a batch of one, whose batch norm has no statistics.
  case batchNormOfOne
  /// The share of the units that would be dropped.
  case dropout(Double)
  /// Losses of several samples, which are not one for each.
  case lossCount(Int, samples: Int)
  case mistakenLayer(Int, depth: Int)
  case mistake(layer: Int, Obstacle)
  case inputLength(Int, expected: Int)
  case targetLength(Int, expected: Int)
  case classIndex(Int, count: Int)
  case parameter(Parameter, value: Double)
  case layerNumber(Int)
  case otherNetwork(depth: Int, expected: Int)
  case tooMuchMemory(bytes: Double, limit: Double)
  case noSamples
  case batch(Int, samples: Int)
  case steps(Int)
  /// A share of samples that leaves one of two parts empty.
  case split(share: Double, samples: Int)
  case notFinite(layer: Int)
  case range(layer: Int, ExtendedRangeError)
  case gateCount(Int, gates: [String])
  /// A gate's matrix, beside that of the first gate.
  case gateShape(Shape, first: Shape)
  /// A matrix that cannot be used at every step.
  case notRepeatable(Shape)
  /// The matrix of a recurrent network's inputs, beside states of `width` entries.
  case inputShape(Shape, width: Int)
  /// The matrix of a recurrent network's output, beside states of `width` entries.
  case outputShape(Shape, width: Int)
  case stepInputs(Int, steps: Int)
  /// A training of a recurrent network that takes no inputs.
  case noStepInputs
  /// Sequences too short for a mark in each half.
  case addingSteps(Int)
  case stepRange(step: Int, ExtendedRangeError)
}
