import DeepNetworks
import Plotting

/// Everything that can be wrong with a statement; the sentences are in `Problem+Wording.swift` and
/// its neighbours.
package enum Problem: Error, Sendable, Hashable {
  case syntax(SyntaxProblem)
  case name(NameProblem)
  case value(ValueProblem)
  case figure(FigureProblem)
  case bound(BoundProblem)
}

/// A text that is no statement.
package enum SyntaxProblem: Sendable, Hashable {
  case pointWithoutDigit(String)
  case numberOutOfRange(String)
  case unexpectedCharacter(Unicode.Scalar)
  case unterminatedText(String)
  case semicolon
  case semicolonInBrackets
  case twoPoints
  case unexpected(String, expected: String)
  case endsTooEarly(expected: String)
  case unclosedBracket(String)
  case bracketWithoutOpening(String)
  case nestedTooDeep(limit: Int)
  case foreignStatement(String, ours: Hint)
  case foreignName(String, ours: Hint?)
  /// `a[1] = x`; the definition with a name, where there is one.
  case assignmentToExpression(String, named: String?)
  case reserved(String)
  case repeatedParameter(String, function: String)
  case decimalComma(String)
  case strayComma
  case strayColon
  case clauseOutsideFigure(String)
  case juxtaposition(left: String, right: String, hints: [Hint])
  case callWithoutBrackets(function: String, call: Hint)
  case powerOfFunction(function: String, call: String)
  case bars(inner: String, BarsMeaning)
  case wordWithoutQuotes(String)
  case misplaced(ours: Hint)
  case twoDecimalPoints(String)
  case textBesideOperand
  case blankInNumber(String)
  case primeOfNumber(String)
  case misspelledVerb(String, meant: String)
  case missingComma(left: String, right: String)
  case equalsForLabel(String)
  case equalsForComparison
  case firstWithoutWhere
  case figureOfNothing(FigureVerb)
  case repeatedClause(String)
  case tooManyOver
  case repeatedOver(String)
  case overWithoutIn
  case besideWithoutFigure
}

/// Whose size bars ask for, as in `|x|`.
package enum BarsMeaning: Sendable, Hashable {
  case number, vector, either
}

/// Where a name stands that means nothing, as far as it tells what was meant.
package enum NamePlace: Sendable, Hashable {
  case anywhere
  /// An argument that takes one of some words.
  case words(argument: String, choices: [String], meant: String?)
  /// An argument that takes a function of one line.
  case function
  /// Within a quantity that is to run over seeds; what to write.
  case quantity(function: String, ours: String)
  /// A figure whose parameter does not run; the figure in which it does.
  case figure(running: String)
  /// Before an index.
  case indexed
  /// `Wx`, where W and x are names; their product.
  case product(ours: String)
  /// `W1`, where W is a name; the entry that may be meant.
  case entry(ours: String)
  /// `M^-T`, `M^T`; the transpose as it is written here.
  case transposed(ours: String)
  /// `dJ/dW(net, x)`; the derivative as it is called here.
  case derivative(ours: String)
}

/// A name or a call that means nothing.
package enum NameProblem: Sendable, Hashable {
  case unknownName(String, meant: String?, place: NamePlace)
  case unknownFunction(String, meant: String?)
  case verbAsFunction(FigureVerb)
  case formatAsFunction(String, ours: Hint?)
  case notCallable(name: String?, kind: String)
  case networkTakesOneVector(count: Int)
  case missingArgument(String, function: String, signature: String)
  case extraArgument(function: String, signature: String, ours: Hint?)
  case unknownLabel(String, function: String, meant: String?, labels: [String])
  case repeatedLabel(String, function: String)
  case wrongArgument(String, function: String, expected: String, got: String, ours: Hint? = nil)
  case uselessArgument(String, function: String, goes: String)
  case logAsks
  case callsTooDeep(limit: Int)
  case cycle([String], renamed: String?)
}

/// Values that do not go together.
package enum ValueProblem: Sendable, Hashable {
  case operands(String, left: String, right: String, advice: Hint?)
  case operand(String, kind: String, advice: Hint?)
  case product(left: String, rows: Int, columns: Int, right: String, size: Int)
  case matrixProduct(left: String, right: String, needed: Int)
  case sizes(String, left: String, right: String)
  case misalignedLayers(left: String, right: String)
  case divisionByZero
  case domain(function: String, expected: String, got: String)
  case noLayer(name: String, index: String, kind: String)
  case noEntry(index: String, kind: String, ours: Hint?)
  case indexNotWhole(String)
  case entryOfMatrix(name: String)
  case notIndexable(kind: String)
  case unevenRows(row: Int, count: Int, expected: Int)
  case mixedList(kind: String)
  case rangeStep(String)
  case rangeTooLong(count: String)
  case notTrueOrFalse(kind: String)
  case firstWithoutList(String)
  case noField(String, kind: String, ours: Hint?)
  case network(String)
  case singular(rank: Int, of: Int)
  case noConvergence(String, advice: String)
  case noAngle(name: String, input: String)
  case curvatureBeyond
  case noCurvature
  case noFixedPoint(activation: String)
  case noCorrelation
  case noEdge(activation: String)
  case noTheory(NetworkTheory.Gap)
  /// A matrix of samples whose rows don't fit a network's input.
  case sampleRows(columns: Int, inputs: Int)
  /// A layer that isn't the last of the block that it is in.
  case insideBlock(Int, ClosedRange<Int>)
  /// A task's row beside what a recurrent network takes in so many steps.
  case sequenceShape(inputs: Int, outputs: Int, steps: Int, taken: Int, given: Int)
  case taskShape(inputs: Int, outputs: Int, network: String, activation: String)
  case neverReached(String)
  case undetermined(String)
  case rankUndetermined(least: Int, most: Int, below: String)
  case conditionUndetermined(above: String)
}

/// A figure that cannot be drawn.
package enum FigureProblem: Sendable, Hashable {
  case cannotShow(verb: FigureVerb, kind: String)
  case nothingToShow(FigureVerb)
  case tooManyLines(FigureVerb, count: Int, limit: Int)
  case mixedAxes(first: String, other: String)
  case overNeedsNumbers(kind: String)
  case overWithoutEffect(String, ours: Hint)
  case oneNumber(FigureVerb)
  case oneText(FigureVerb)
  case layersWithoutList
  case layersNeedNumbers(kind: String)
  case noSuchLayers(String, kind: String)
  case unknownFormat(String, known: [String])
  case notInFormat(String, format: String, rounded: String?)
  case onlyOne
  case surfaceNeedsTwo(Int)
  case regionsNeedTwo(inputs: Int)
  case cobwebNeedsRange
  case drawsOneNetwork
  case twoRanges
  case loglogOfOther
  case levelsNeedNumbers(kind: String)
  case levelsWithoutAxis(FigureVerb)
  case tableBeside
  case tooManyBeside(count: Int, limit: Int)
  case drawsOneList
  case takesNoClause(FigureVerb, String)
  case listOfOtherNetwork(layers: String, depth: Int)
}

/// More than may be spent.
package enum BoundProblem: Sendable, Hashable {
  case beyondRange
  /// A matrix to a power whose exponent is too large for this matrix.
  case exponentBeyond
  case tooDear(operations: String, limit: String, less: String)
  case tooLarge(bytes: String, limit: String, less: String)
  case cancelled
  /// A function that may not be called yet, and what it waits for.
  case locked(function: String, until: String)
}

extension BoundProblem {
  /// What to take less of where nothing says what it is that takes so much.
  static let fewer = "fewer layers, smaller widths or fewer values"

  /// The same with what would help.
  func helped(by less: String) -> BoundProblem {
    switch self {
    case .tooDear(let operations, let limit, _):
      .tooDear(operations: operations, limit: limit, less: less)
    case .tooLarge(let bytes, let limit, _): .tooLarge(bytes: bytes, limit: limit, less: less)
    case .beyondRange, .exponentBeyond, .cancelled, .locked: self
    }
  }
}
