extension NetworkError: CustomStringConvertible {
  /// The error in a sentence or two: what was asked, what is possible.
  package var description: String {
    switch self {
    case .depth(let depth):
      "A network of depth \(depth) has no layers; the depth is 1 or more."
    case .depthBeyond(let depth, let limit):
      "A network of depth \(depth) is too deep for fathom; the depth is \(limit) at most."
    case .noWidths:
      "A network needs at least two widths: that of the input and that of layer 1."
    case .width(let width, let layer):
      "Layer \(layer) would have width \(width); a width is 1 or more."
    case .emptyMatrix:
      "A matrix needs at least one row and one column."
    case .entries(let rows, let columns, let count):
      "A matrix that is \(rows) × \(columns) needs its number of entries, "
        + "rows times columns; there are \(count)."
    case .raggedRow(let row, let count, let expected):
      "Row \(row) has \(entries(count)), but row 1 has \(expected); all rows are of one length."
    case .lengths(let operation, let left, let right):
      "\(operation.phrase) needs vectors of one length; these have \(left) and \(entries(right))."
    case .shapes(let operation, let left, let right):
      "\(operation.phrase) needs matrices of one shape; these are \(left) and \(right)."
    case .product(let left, let right):
      "The product needs as many columns on the left as rows on the right; "
        + "these are \(left) and \(right)."
    case .productWithVector(let matrix, let count):
      "A \(matrix) matrix takes a vector of \(matrix.columns); this one has \(count)."
    case .notSquare(let shape):
      "A \(shape) matrix is not square: it has no power, no inverse and no trace."
    case .powerUndetermined(let exponent):
      "So much cancels in this power that no digit is left of an entry: take a smaller exponent than "
        + "\(exponent), or a vector through a network of so many layers."
    case .singular(let isProven):
      isProven
        ? "The matrix is singular: it has no inverse and no negative power."
        : "The matrix is singular, or so nearly that the digits of its inverse are lost: "
          + "its entries have 32."
    case .noEigenvalues(let shape):
      "A \(shape) matrix is not square: it takes vectors of \(shape.columns) to vectors of "
        + "\(shape.rows), and none to a multiple of itself. singular_values(M) say how it stretches."
    case .eigenvaluesNotFinite:
      "The matrix has an entry that is infinite or nan: it has no eigenvalues."
    case .layerShape(let layer, let weights, let received):
      "W[\(layer)] is \(weights) and takes a vector of \(weights.columns); "
        + "a[\(layer - 1)] has \(received)."
    case .biasLength(let layer, let count, let expected):
      "b[\(layer)] has \(entries(count)); z[\(layer)] has \(expected)."
    case .biasCount(let count, let depth):
      "There are \(count) biases for \(depth) layers; give one for each layer, or none."
    case .activationCount(let count, let depth):
      "There are \(count) activations for \(depth) layers; give one for each layer, or one for all."
    case .block(let count):
      "A block of \(count) layers has none for a skip to go past; take 1 or more."
    case .blockRest(let block, let layer, let fitting):
      "Blocks of \(block) layers leave layer \(layer) over: a skip goes past a whole block, to a layer "
        + "as wide as the one that it begins behind. "
        + (fitting.isEmpty
          ? "Take widths that blocks of \(block) fill, or another block."
          : "Take \(fitting.map(String.init).joined(separator: " or ")) layers, or another block.")
    case .normWithoutSkip:
      "A norm before a block or after its addition goes with blocks, and there are none without a "
        + "skip: give residual, or take the norm before each activation."
    case .batchNormOfOne:
      "A batch norm takes the mean and variance of each unit over several samples, and of one there is "
        + "no variance. Give samples as the rows of a matrix, train in batches of 2 or more, or take a "
        + "network that was trained: it has kept averages for one."
    case .dropout(let share):
      "A dropout of \(share) is no share of units to drop that leaves some: take 0 or more and less than "
        + "1. Those that are left grow by 1/(1 - p), which 1 would make infinite."
    case .lossCount(let count, let samples):
      "There are \(count) targets for \(samples) samples; give a row for each sample, or one vector for "
        + "all."
    case .mistakenLayer(let layer, let depth):
      "There is no layer \(layer) to put a mistake into; the layers are 1 to \(depth)."
    case .mistake(let layer, let obstacle):
      obstacle.sentence(layer)
    case .inputLength(let count, let expected):
      "The network takes a vector of \(expected); this one has \(count)."
    case .targetLength(let count, let expected):
      "The target has \(entries(count)); the output ŷ has \(expected)."
    case .classIndex(let index, let count):
      "Class \(index) is not among the \(count) classes, which are counted from 0."
    case .parameter(let parameter, let value):
      "The \(parameter.phrase) is \(value); \(parameter.allowed)."
    case .layerNumber(let layer):
      "Layer \(layer) has no weights of its own; layers are counted from 0 to 4294967295."
    case .otherNetwork(let depth, let expected):
      "This forward pass has \(depth) layers, the network \(expected): "
        + "gradients need the pass of the same network."
    case .tooMuchMemory(let bytes, let limit):
      "This would take \(mebibytes(bytes)) MiB of memory; "
        + "at most \(mebibytes(limit)) MiB are allowed. Take a smaller width or depth."
    case .noSamples:
      "Training needs at least one sample with an input and a target."
    case .batch(let batch, let samples):
      "A batch of \(batch) cannot be taken from \(samples) samples; take 1 to \(samples)."
    case .split(let share, let samples):
      "A share of \(share) of \(samples) \(samples == 1 ? "sample" : "samples") leaves nothing for one "
        + "of two parts. "
        + (samples < 2
          ? "Take a task of more samples." : "Take a share between 0 and 1, such as 0.5.")
    case .steps(let steps):
      "\(steps) steps cannot be taken; take 0 to 10000000."
    case .notFinite(let layer):
      "The matrix of layer \(layer) has an entry that is infinite or nan: it has no singular values."
    case .range(let layer, let error):
      "At layer \(layer): \(error)"
    case .gateCount(let count, let gates):
      "There \(count == 1 ? "is 1 matrix" : "are \(count) matrices"); give one for each of "
        + gates.joined(separator: ", ") + "."
    case .gateShape(let shape, let first):
      "A gate's matrix is \(shape), and that of the first gate \(first); all are of one shape."
    case .notRepeatable(let shape):
      "A \(shape) matrix cannot be used at every step: it takes vectors of \(shape.columns) to vectors "
        + "of \(shape.rows). Give a square one."
    case .inputShape(let shape, let width):
      "The matrix of the inputs is \(shape) and gives vectors of \(shape.rows); a state has "
        + "\(width). Give one with \(width) rows."
    case .outputShape(let shape, let width):
      "The matrix of the output is \(shape) and takes vectors of \(shape.columns); a state has "
        + "\(width). Give one with \(width) \(width == 1 ? "column" : "columns")."
    case .stepInputs(let count, let steps):
      "There \(count == 1 ? "is 1 input" : "are \(count) inputs") for \(steps) "
        + "\(steps == 1 ? "step" : "steps"); give a row for each step."
    case .noStepInputs:
      "A recurrent network learns from inputs at its steps, and this one has none. Give it inputs: and "
        + "their number, or input_weights: and a matrix."
    case .addingSteps(let steps):
      "A sequence of \(steps) \(steps == 1 ? "step" : "steps") has no two halves with a number to add in "
        + "each; take 2 steps or more."
    case .stepRange(let step, let error):
      "At step \(step): \(error)"
    }
  }

  private func entries(_ count: Int) -> String {
    count == 1 ? "1 entry" : "\(count) entries"
  }

  private func mebibytes(_ bytes: Double) -> String {
    Extended(bytes / 0x1p20).ceil().decimal(digits: 4)
  }
}

extension NetworkError.Obstacle {
  fileprivate func sentence(_ layer: Int) -> String {
    switch self {
    case .notSquare(let shape):
      "W[\(layer)] is \(shape), so that its transpose would not fit: a missing one is no mistake that "
        + "runs. Take a layer as wide as the one before."
    case .symmetric:
      "W[\(layer)] is its own transpose, so that a missing one changes nothing. Take a layer whose "
        + "matrix is not symmetric."
    case .noBias:
      "Layer \(layer) has no bias whose gradient could be forgotten. Give the network biases."
    }
  }
}

extension NetworkError.Operation {
  fileprivate var phrase: String {
    switch self {
    case .plus: "A sum"
    case .minus: "A difference"
    case .hadamard: "A product of entries"
    case .dot: "A dot product"
    case .ensemble: "An ensemble"
    }
  }
}

extension NetworkError.Parameter {
  fileprivate var phrase: String {
    switch self {
    case .gain: "gain"
    case .slope: "slope"
    case .weightStandardDeviation: "standard deviation of the weights"
    case .biasStandardDeviation: "standard deviation of the biases"
    case .variance: "variance scale"
    case .residualScale: "scale of the residual branch"
    case .normEpsilon: "epsilon of the layer norm"
    case .lossScale: "loss scale"
    case .rate: "learning rate"
    case .momentum: "factor of the moving averages"
    case .clipping: "largest norm of the gradient"
    case .decay: "weight decay"
    case .rateFactor: "factor of the schedule"
    case .scheduleSteps: "number of steps between two changes of the rate"
    case .patience: "patience"
    case .scaleSteps: "number of steps before the loss scale grows"
    }
  }

  fileprivate var allowed: String {
    switch self {
    case .gain, .slope, .residualScale: "it must be a finite number"
    case .lossScale, .clipping: "it must be a finite number above 0"
    case .rate, .decay, .rateFactor: "it must be a finite number, 0 or more"
    case .scheduleSteps, .patience, .scaleSteps: "it must be 1 or more"
    case .momentum: "it must be 0 or more and below 1"
    case .weightStandardDeviation, .biasStandardDeviation, .variance, .normEpsilon:
      "it must be a finite number, 0 or more"
    }
  }
}

extension NetworkError.Shape: CustomStringConvertible {
  /// As `3 × 2`.
  package var description: String {
    "\(rows) × \(columns)"
  }
}
