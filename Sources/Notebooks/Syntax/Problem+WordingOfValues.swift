import DeepNetworks
import Plotting
import TerminalText

extension NameProblem {
  var message: String {
    switch self {
    case .unknownName(let name, let meant, let place):
      "There is no \"\(name.shortened)\"."
        + didYouMean(meant, otherwise: " " + instead(of: name, place))
    case .unknownFunction(let name, let meant):
      "There is no function \"\(name.shortened)\"."
        + didYouMean(meant, otherwise: " help all lists those there are.")
    case .verbAsFunction(let verb):
      "No bracket stands right behind \(verb.rawValue): \(verb.example)"
        + (verb.values.courses == nil ? "" : ", or \(verb.rawValue) 1*(a[1] - a[2])")
    case .formatAsFunction(let format):
      "\(format) is a number format. To round to it: rounded(1.1, to: \(format))"
    case .notCallable(let name, let kind):
      "\(name?.shortened ?? "This") is \(kind), and only networks and functions take an argument in "
        + "brackets. "
        + (name.map { instead(of: $0.shortened, kind) }
          ?? "For the product write * between the two.")
    case .networkTakesOneVector(let count):
      "A network takes one vector, its input, as in net([1, 1]); here "
        + (count == 0 ? "is none." : "are \(count) arguments.")
    case .missingArgument(let name, let function, let signature):
      "\(function.shortened) needs \(name.shortened): \(signature)"
    case .extraArgument(let function, let signature):
      "This is one argument too many for \(function.shortened): \(signature)"
        + (signature == "\(function)(v)"
          ? ". Several numbers are one vector: \(function)([1, 5])" : "")
    case .unknownLabel(let label, let function, let meant, let labels):
      "\(function.shortened) has no argument \"\(label.shortened)\"."
        + didYouMean(
          meant,
          otherwise: labels.isEmpty
            ? " What it takes stands without a label."
            : " It has \(labels.joined(separator: ", "))."
        )
    case .repeatedLabel(let label, let function):
      "\(label.shortened) is given twice to \(function.shortened)."
    case .wrongArgument(let argument, let function, let expected, let got):
      "\(argument) of \(function.shortened) takes \(expected); this is \(got)."
    case .uselessArgument(let argument, let function, let expected):
      "\(argument) means nothing to this \(function): it goes \(expected)."
    case .logAsks: "Which logarithm? Write ln for base e, or log10."
    case .callsTooDeep(let limit):
      "The functions call each other more than \(limit) deep. Write some of them into one."
    case .cycle(let names):
      names.count == 1
        ? "\(names[0].shortened) would depend on itself. A name has one value; give the new one another name."
        : "These would depend on each other in a circle: \(circle(names))."
    }
  }

  private func instead(of name: String, _ place: NamePlace) -> String {
    switch place {
    case .words(let argument, let choices, let meant):
      meant.map { "Write \(argument): \($0)" }
        ?? "\(argument) takes \(choices.count > 2 ? "one of " : "")"
        + choices.joined(separator: choices.count > 2 ? ", " : " or ")
    case .function: "To make one: \(name.shortened)(n) = rms(normal(9, seed: n))"
    case .derivative(let ours): "Write \(ours)"
    case .figure(let running): ForeignWords.value(name) ?? "To let it run: \(running)"
    case .indexed: ForeignWords.value(name) ?? ForeignWords.list(name)
    case .anywhere:
      ForeignWords.value(name) ?? "To make one: \(name.shortened) = 1.5"
        + (ForeignWords.function(name).map { ". What stands near: \($0)" } ?? "")
    }
  }

  private func instead(of name: String, _ kind: String) -> String {
    let hasEntries = ["a vector", "a matrix", "a range", "a list"].contains { kind.hasPrefix($0) }
    return "For the product write \(name) * (…)" + (hasEntries ? ", for an entry \(name)[…]" : "")
  }

  private static let longestCircle = 8

  private func circle(_ names: [String]) -> String {
    var shown = names.map(\.shortened)
    if shown.count > Self.longestCircle {
      shown = shown.prefix(Self.longestCircle - 2) + ["…"] + shown.suffix(1)
    }
    return (shown + shown.prefix(1)).joined(separator: " → ")
  }

  private func didYouMean(_ name: String?, otherwise: String) -> String {
    name.map { " Did you mean \($0.shortened)?" } ?? otherwise
  }
}

extension ValueProblem {
  var message: String {
    switch self {
    case .operands(let symbol, let left, let right, let advice):
      "\(symbol) does not go with \(left) and \(right)." + (advice.map { " " + $0 } ?? "")
    case .operand(let what, let kind, let advice):
      "\(what) does not go with \(kind)." + (advice.map { " " + $0 } ?? "")
    case .product(let left, let rows, let columns, let right, let size):
      "\(left.shortened) is \(rows) × \(columns), so it takes \(right) of \(columns); this one has \(size)."
    case .matrixProduct(let left, let right, let needed):
      "The left matrix is \(left), so the right one needs \(needed) \(needed == 1 ? "row" : "rows"); "
        + "it is \(right)."
    case .sizes(let symbol, let left, let right):
      "\(symbol) takes two of the same size; here are \(left) and \(right)."
    case .misalignedLayers(let left, let right):
      "These run over different layers: \(left), and \(right). Take one layer of each, such as a[2]"
    case .divisionByZero:
      "This divides by zero. Infinity comes only from float formats, as in: plot rms(a) in float16"
    case .domain(let function, let expected, let got):
      "\(function) takes \(expected); this is \(got)."
    case .noLayer(let name, let index, let kind):
      "There is no \(name.shortened)[\(index)]: this is \(kind)."
    case .noEntry(let index, let kind):
      "There is no entry \(index): this is \(kind), counted from 1."
    case .indexNotWhole(let index): "An index is a whole number; this is \(index)."
    case .entryOfMatrix(let name):
      "An entry of a matrix has a row and a column: \(name.shortened)[1, 2]. "
        + "For the weights of layer i: weights(net)[i]"
    case .notIndexable(let kind):
      "This is \(kind); only vectors, matrices, ranges and lists have entries."
    case .unevenRows(let row, let count, let expected):
      "Row \(row) has \(count) \(count == 1 ? "entry" : "entries"), row 1 has \(expected): "
        + "the rows of a matrix are equally long."
    case .mixedList(let kind):
      "A list in brackets holds numbers, or rows of numbers; here is \(kind)."
    case .rangeStep(let why): why
    case .rangeTooLong(let count):
      "This range has \(count) values; at most 1 000 000 are taken. Give a larger step with by."
    case .notTrueOrFalse(let kind):
      "The condition is \(kind), neither true nor false. Compare it: rms(a[l]) >= 10"
    case .firstWithoutList(let name):
      "Nothing says over which layers \(name.shortened) runs: index a list with it, as in "
        + "first \(name.shortened) where rms(a[\(name.shortened)]) >= 10"
    case .noField(let name, let kind, let ours):
      "\(kind.capitalizedFirst) has no \"\(name.shortened)\"."
        + (ours.map { " Write \($0)" } ?? "")
    case .network(let sentence): sentence
    case .singular(let rank, let count):
      "Its rank is \(rank), so \(count - rank) of \(count) directions "
        + "\(count - rank == 1 ? "is" : "are") lost and no finite number says how much. "
        + "singular_values(J) shows the others."
    case .noFixedPoint(let activation):
      "With these deviations the variance of \(activation) grows from layer to layer without end, so "
        + "there is no q*. variance_map(\(activation), q, …) shows one layer."
    case .noCorrelation:
      "Here every signal shrinks to 0 with depth, and 0 has no correlation with anything. "
        + "Take a larger weight_deviation, or a bias_deviation above 0."
    case .noEdge(let activation):
      "With this bias_variance no weight variance gives \(activation) χ = 1 and a variance that "
        + "stays."
        + (activation.hasSuffix("relu")
          ? " Without biases it has one: edge_of_chaos(\(activation))" : "")
    case .noTheory(.givenWeights):
      "The weights of this network were given, not drawn, and theory is of drawn ones, as in "
        + "network(gaussian(), width: 64, depth: 20). Of given ones it knows linear layers s*I alone, "
        + "as in network(s*identity(2), depth: 20)."
    case .taskShape(let inputs, let outputs, let network, let activation):
      "This task has \(inputs) \(inputs == 1 ? "input" : "inputs") and \(outputs) "
        + "\(outputs == 1 ? "output" : "outputs"), the network \(network). Make one that fits: "
        + "network(he(), widths: [\(inputs), 16, \(outputs)]\(activation))"
    case .noConvergence(let what, let advice):
      "\(what) did not settle: values close to each other keep it from telling them apart. "
        + advice
    case .curvatureBeyond:
      "At these weights the loss is beyond float64, which training computes in, so no rate is "
        + "stable. diagnose(net) says where it explodes."
    case .noCurvature:
      "At these weights the loss bends upward in no direction, as where every gradient is 0, so it "
        + "sets no largest rate. Ask at other weights: another seed, a larger gain."
    case .undetermined(let text):
      "This is no number but a bound (\(text)): rounding an entry in its last place changes the value "
        + "by as much as itself. Compute with the values that are determined."
    case .rankUndetermined(let least, let most, let bound):
      "The rank is \(least)\(most == least + 1 ? " or" : " to") \(most): σ[\(least + 1)] < \(bound), and "
        + "rounding an entry in its last place changes it by as much as itself. Entries that need no "
        + "rounding, as 0.1 or 3, settle it."
    case .conditionUndetermined(let bound):
      "The condition number is above \(bound): the smallest singular value is not determined by these "
        + "entries. singular_values(J) shows all."
    case .neverReached(let text):
      text.hasPrefix("diverged")
        ? "The training \(text), so there is no number to compute with."
        : "No layer fulfils the condition (\"\(text)\"), so there is no number to compute with."
    }
  }
}

extension FigureProblem {
  var message: String {
    switch self {
    case .cannotShow(let verb, let kind):
      "\(verb.rawValue) shows numbers, one for each layer or value; this is \(kind). "
        + (kind.hasPrefix("a list") || kind.hasPrefix("a matrix")
          ? "Take its size: rms(…), norm(…) or an entry." : "For example: \(verb.example)")
    case .nothingToShow(let verb): "\(verb.rawValue) has nothing to show: this vector is empty."
    case .tooManyLines(let verb, let count, let limit):
      surplus(verb, count, limit) + " Give fewer values, as in: over s in [0.5, 1, 1.5]"
    case .mixedAxes(let first, let other):
      "One figure has one axis: the first part runs over \(first), this one over \(other)."
    case .overNeedsNumbers(let kind):
      "over takes a range or a list of numbers, such as 0.5...1.5 or [0.5, 1.5]; this is \(kind)."
    case .overWithoutEffect(let name):
      "Nothing in this figure depends on \(name.shortened), so it would be the same for each value. "
        + "Write it where it counts, as in: plot f(\(name.shortened)) over \(name.shortened) in 0.5...1.5"
    case .oneNumber(let verb):
      "\(verb.rawValue) needs an axis, and this is one number. Let a parameter run: "
        + "\(verb.rawValue) rms(y) over s in 0.5...1.5"
    case .layersWithoutList:
      "at chooses layers, and nothing in this figure runs over layers. Leave it out."
    case .layersNeedNumbers(let kind): "at takes layers, such as 1...4, 20; this is \(kind)."
    case .noSuchLayers(let layers, let kind): "There is no layer \(layers): this is \(kind)."
    case .unknownFormat(let name, let known):
      "\"\(name.shortened)\" is no number format."
        + (formatName(meantBy: name, known).map { " Did you mean \($0)?" }
          ?? " There are \(known.joined(separator: ", ")).")
    case .notInFormat(let caption, let format, let rounded):
      "No network's pass computes \(caption.shortened), and \(format) rounds nothing else."
        + (rounded.map { " To round what comes out write \($0)" } ?? "")
    case .onlyOne:
      "A surface is one quantity in one format. For several write several figures, or lines: "
        + "plot rms(y) over s in 0.5...1.5, L in [10, 50]"
    case .surfaceNeedsTwo(let count):
      "A heatmap has two directions, and this runs over \(count == 1 ? "one" : "none"): "
        + "heatmap log10(rms(y)) over s in 0.5...1.5, L in 1...50, or a list by layer over one parameter."
    case .drawsOneNetwork:
      "draw takes a network, and beside it a number for each layer if you like: draw net, rms(a)"
    case .levelsNeedNumbers(let kind):
      "against takes numbers, and formats for their limits: against 1e-3, float16. This is \(kind)."
    case .levelsWithoutAxis(let verb): noAxisForLevels(verb)
    case .tableBeside:
      "A table stands alone, since its rows would be cut. One table takes several quantities: "
        + "table rms(a), norm(a)"
    case .tooManyBeside(let count, let limit):
      "This would be \(count) figures; \(limit) fit beside each other."
    case .drawsOneList:
      "draw shows the size of one thing beside a network. For another make a second drawing: "
        + "draw net, rms(a) beside draw net, norm(a)"
    case .takesNoClause(let verb, let clause):
      "\(verb.rawValue) shows all there is and takes no \"\(clause)\". Leave it out, or write plot."
    case .listOfOtherNetwork(let layers, let depth):
      "This is \(layers), and the network drawn has layers 0 to \(depth)."
    case .twoRanges:
      "Two ranges make a surface. For lines give one of them as a list: over s in 0.5...1.5, L in [10, 50]"
    }
  }
}

/// What other programs call our formats, or a slip in a name.
func formatName(meantBy name: String, _ known: [String]) -> String? {
  switch name.lowercased() {
  case "half", "fp16", "f16": "float16"
  case "bf16": "bfloat16"
  case "float", "single", "fp32", "f32": "float32"
  case "double", "fp64", "f64": "float64"
  case "fp8", "float8": "float8_e4m3"
  case let other: Spelling.nearest(to: other, among: known)
  }
}

extension BoundProblem {
  var message: String {
    switch self {
    case .beyondRange:
      "The result is beyond 2^±1 099 511 627 776, the range of numbers here. "
        + "Its logarithm is not: L*log10(s) in place of s^L"
    case .tooDear(let operations, let limit, let less):
      "This would take about \(operations) operations; the limit is \(limit). Take \(less)."
    case .tooLarge(let bytes, let limit, let less):
      "This would bring the memory in use to about \(bytes); the limit is \(limit). Take \(less)."
    case .cancelled: "Cancelled."
    }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension FigureVerb {
  /// A figure of the lecture's network that it can show.
  var example: String {
    switch values {
    case .courses, .samples: "\(rawValue) rms(a)"
    case .surface: "\(rawValue) rms(a) over s in [0.5, 1, 1.5]"
    case .network: "\(rawValue) net"
    }
  }
}

private func noAxisForLevels(_ verb: FigureVerb) -> String {
  switch verb.values {
  case .network:
    "Without sizes a drawing has nothing to compare: \(verb.rawValue) net, rms(a) against float16"
  case .courses, .samples, .surface:
    "A \(verb.rawValue) has no axis to mark a level on: plot rms(a) against float16"
  }
}

/// More of what a figure is made of than it can show.
private func surplus(_ verb: FigureVerb, _ count: Int, _ limit: Int) -> String {
  switch verb.values {
  case .courses(let courses):
    switch courses.manner {
    case .drawn: "This would be \(count) lines; \(limit) can be told apart."
    case .listed: "This would be \(count) columns; a table has \(limit) at most."
    }
  case .samples: "This would be \(count) histograms; \(limit) fit beside each other."
  case .surface:
    "This would be \(NumberText.grouped(count)) cells; at most \(NumberText.grouped(limit)) are worked out."
  case .network: "This would be \(count) drawings; one network is drawn."
  }
}
