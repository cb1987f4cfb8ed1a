import DeepNetworks
import Plotting
import TerminalText

extension NameProblem {
  func message(_ adviser: inout Adviser) -> String {
    switch self {
    case .unknownName(let name, let meant, let place):
      "There is no \"\(name.shortened)\"."
        + (didYouMean(meant, for: name, &adviser) ?? " " + instead(of: name, place, &adviser))
    case .unknownFunction(let name, let meant):
      "There is no function \"\(name.shortened)\"."
        + (didYouMean(meant, for: name, &adviser)
          ?? (name == "g" ? adviser.tell(" To make one: ", .line("g(z) = z")) : nil)
            ?? " help all lists those there are.")
    case .verbAsFunction(let verb):
      "No bracket stands right behind \(verb.rawValue): "
        + adviser.tell(Hint("", verb.examples))
        + (verb.values.courses == nil
          ? ""
          : adviser.tell(
            ", or ",
            .line("\(verb.rawValue) 1*(a[1] - a[2])"),
            .line("\(verb.rawValue) 1*([1, 4, 9] - [1, 2, 3])")
          ))
    case .formatAsFunction(let format, let ours):
      "\(format) is a number format. To round to it: "
        + adviser.tell(ours ?? Hint("", .line("rounded(1.1, to: \(format))")))
    case .notCallable(let name, let kind):
      "\(name?.shortened ?? "This") is \(kind), and only networks and functions take an argument in "
        + "brackets. "
        + notCalled(name, kind)
    case .networkTakesOneVector(let count):
      "A network takes one vector, its input\(adviser.tell(", as in ", .line("net([1, 1])"))); here "
        + (count == 0 ? "is none." : "are \(count) arguments.")
    case .missingArgument(let name, let function, let signature):
      "\(function.shortened) needs \(name.shortened): \(signature)"
    case .extraArgument(let function, let signature, let ours):
      "This is one argument too many for \(function.shortened): \(signature)"
        + (ours.map { adviser.tell($0) } ?? "")
    case .unknownLabel(let label, let function, let meant, let labels):
      "\(function.shortened) has no argument \"\(label.shortened)\"."
        + (didYouMean(meant, for: label, &adviser)
          ?? (label == "optimizer" && labels.contains("adam")
            ? adviser.tell(
              " Plain steps are taken without it; others are ",
              .instead("adam: true"),
              end: " and momentum: 0.9",
              otherwise: " Others than plain steps are adam: true and momentum: 0.9"
            )
            : meant.map { " Here it is \($0)." }
              ?? (labels.isEmpty
                ? " What it takes stands without a label."
                : " It has \(labels.joined(separator: ", ")).")))
    case .repeatedLabel(let label, let function):
      "\(label.shortened) is given twice to \(function.shortened)."
    case .wrongArgument(let argument, let function, let expected, let got, let ours):
      "\(argument) of \(function.shortened) takes \(expected); this is \(got)."
        + (ours.map { adviser.tell($0) } ?? "")
    case .uselessArgument(let argument, let function, let expected):
      "\(argument) means nothing to this \(function): it goes \(expected)."
    case .logAsks: "Which logarithm? Write ln for base e, or log10."
    case .callsTooDeep(let limit):
      "The functions call each other more than \(limit) deep. Write some of them into one."
    case .cycle(let names, let renamed):
      names.count == 1
        ? "\(names[0].shortened) would depend on itself. A name has one value; give the new one another name"
          + (renamed.map { adviser.tell(": ", .instead($0), otherwise: ".") } ?? ".")
        : "These would depend on each other in a circle: \(circle(names))."
    }
  }

  private func instead(
    of name: String,
    _ place: NamePlace,
    _ adviser: inout Adviser
  ) -> String {
    switch place {
    case .words(let argument, let choices, let meant):
      meant.map {
        adviser.tell(
          "Write \(argument): ",
          .meant($0, of: name),
          otherwise: "\(argument) takes \($0)"
        )
      }
        ?? "\(argument) takes \(choices.count > 2 ? "one of " : "")"
        + choices.joined(separator: choices.count > 2 ? ", " : " or ")
    case .function:
      adviser.tell(
        "To make one: ",
        .line("\(name)(n) = rms(normal(9, seed: n))"),
        otherwise: "Nothing defines it."
      )
    case .quantity(let function, let ours):
      adviser.tell(
        "\(function) takes a function of what runs: ",
        .line(ours),
        otherwise: "\(function) takes a function of one line, of what runs."
      )
    case .derivative(let ours):
      adviser.tell(
        "Write ",
        .meant(ours),
        otherwise: "A derivative is \(ours.prefix { $0 != "(" })(…)"
      )
    case .product(let ours):
      adviser.tell("For the product write ", .meant(ours), otherwise: "Nothing defines it.")
    case .entry(let ours):
      adviser.tell("Write ", .meant(ours), otherwise: "Nothing defines it.")
    case .transposed(let ours): "Write \(ours)"
    case .figure(let running):
      adviser.tell(ForeignWords.value(name) ?? Hint("To let it run: ", .line(running)))
    case .indexed: adviser.tell(ForeignWords.value(name) ?? ForeignWords.list(name))
    case .anywhere:
      ForeignWords.value(name).map { adviser.tell($0) }
        ?? adviser.tell(
          "To make one: ",
          .line("\(name) = \(value(of: name))"),
          otherwise: "Nothing defines it."
        )
        + (ForeignWords.function(name).map { ". What stands near: \($0)" } ?? "")
    }
  }

  /// A number that is usual for a name: L, l and n count.
  private func value(of name: String) -> String {
    switch name {
    case "L", "depth": "20"
    case "l", "n", "i", "j", "k": "2"
    default: "1.5"
    }
  }

  private func notCalled(_ name: String?, _ kind: String) -> String {
    guard let name = name?.shortened else { return "For the product write * between the two." }
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

  private func didYouMean(
    _ meant: String?,
    for name: String,
    _ adviser: inout Adviser
  ) -> String? {
    guard let meant else { return nil }
    let question = adviser.tell(" Did you mean ", .meant(meant, of: name), end: "?")
    return question.isEmpty ? nil : question
  }
}

extension ValueProblem {
  func message(_ adviser: inout Adviser) -> String {
    switch self {
    case .operands(let symbol, let left, let right, let advice):
      "\(symbol) does not go with \(left) and \(right)." + adviser.tellBehind(advice)
    case .operand(let what, let kind, let advice):
      "\(what) does not go with \(kind)." + adviser.tellBehind(advice)
    case .product(let left, let rows, let columns, let right, let size):
      "\(left.shortened) is \(rows) × \(columns), so it takes \(right) of \(columns); this one has \(size)."
    case .matrixProduct(let left, let right, let needed):
      "The left matrix is \(left), so the right one needs \(needed) \(needed == 1 ? "row" : "rows"); "
        + "it is \(right)."
    case .sizes(let symbol, let left, let right):
      "\(symbol) takes two of the same size; here are \(left) and \(right)."
    case .misalignedLayers(let left, let right):
      "These run over different layers: \(left), and \(right). Take one layer of each"
        + adviser.tell(", such as ", .line("a[2]"), otherwise: ".")
    case .divisionByZero:
      "This divides by zero. Float formats come to infinity, as in: "
        + adviser.tell("", .line("plot rms(a) in float16"), .line(ForeignWords.overflow))
    case .domain(let function, let expected, let got):
      "\(function) takes \(expected); this is \(got)."
    case .noLayer(let name, let index, let kind):
      "There is no \(name.shortened)[\(index)]: this is \(kind)."
    case .noEntry(let index, let kind, let ours):
      "There is no entry \(index): this is \(kind), counted from 1."
        + (ours.map { adviser.tell($0) } ?? "")
    case .indexNotWhole(let index): "An index is a whole number; this is \(index)."
    case .entryOfMatrix(let name):
      "An entry of a matrix has a row and a column: "
        + adviser.tell("", .line("\(name)[1, 2]"), otherwise: "\(name.shortened)[…, …]")
        + ". For the weights of layer i: weights(net)[i]"
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
      "The condition is \(kind), neither true nor false. Compare it"
        + adviser.tell(
          ": ",
          .clause("rms(a[l]) >= 10", of: "first l where"),
          otherwise: " with a number."
        )
    case .firstWithoutList(let name):
      "Nothing says over which layers \(name.shortened) runs: index a list with it, as in "
        + "first \(name.shortened) where rms(a[\(name.shortened)]) >= 10"
    case .noField(let name, let kind, let ours):
      "\(kind.capitalizedFirst) has no \"\(name.shortened)\"."
        + (ours.map { adviser.tell($0) } ?? "")
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
      "With these biases no weight variance gives \(activation) χ = 1 and a variance that "
        + "stays."
        + (activation.hasSuffix("relu")
          ? adviser.tell(" Without biases it has one: ", .line("edge_of_chaos(\(activation))"))
          : "")
    case .noTheory(.givenWeights):
      "The weights of this network were given, not drawn, and theory is of drawn ones, as in "
        + adviser.tell("", .line("network(gaussian(), width: 64, depth: 20)"))
        + ". Of given ones it knows linear layers s*I alone, as in "
        + adviser.tell("", .line("network(1.5*identity(2), depth: 20)")) + "."
    case .noTheory(.fewUniformWeights):
      "Of so few inputs, a sum of uniform weights is not normal, as theory of curved activations takes "
        + "it to be. Draw normal ones, as "
        + adviser.tell("", .line("gaussian()")) + " does, or take an input of more entries."
    case .noTheory(.blocks):
      "The theory here is of layers one by one, and has no skips past several layers and no norms "
        + "before or after blocks. activations(net, x) and dJ_da(net, x) say what this network does."
    case .noTheory(.batchNorm):
      "The theory here is of one input at a time, and a batch norm of several: dJ_da(net, X) says what "
        + "this network does to samples as the rows of a matrix X."
    case .sampleRows(let columns, let inputs):
      "Each row of a matrix is a sample: these have \(columns) \(columns == 1 ? "entry" : "entries"), "
        + "and the network takes \(inputs). Where samples stand as columns, write a prime behind the "
        + "matrix."
    case .insideBlock(let layer, let block):
      "Layer \(layer) is inside a block: the skip past it begins behind layer \(block.lowerBound - 1) "
        + "and ends in layer \(block.upperBound). Take \(block.upperBound) for the factor of the block."
    case .taskShape(let inputs, let outputs, let network, let activation):
      "This task has \(inputs) \(inputs == 1 ? "input" : "inputs") and \(outputs) "
        + "\(outputs == 1 ? "output" : "outputs"), the network \(network). Make one that fits: "
        + adviser.tell("", .line("network(he(), widths: [\(inputs), 16, \(outputs)]\(activation))"))
    case .sequenceShape(let inputs, let outputs, let steps, let taken, let given):
      "A row of this task has \(inputs) \(inputs == 1 ? "number" : "numbers") and a target of \(outputs); "
        + "the network takes \(steps) \(steps == 1 ? "step" : "steps") of \(taken) and gives \(given). Make "
        + "one that fits: "
        + adviser.tell("", .line(sequenceNetwork(inputs, outputs, steps)))
    case .noConvergence(let what, let advice):
      "\(what) did not settle: values close to each other keep it from telling them apart. "
        + advice
    case .noAngle(let name, let input):
      "\(name) is 0 for \(input), and what is 0 has no direction and no angle. Take another input, or an "
        + "activation that lets something through."
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
        + "rounding an entry in its last place changes it by as much as itself. Entries that are no "
        + "results but decimals, as 0.1 or 3, settle it."
    case .conditionUndetermined(let bound):
      "The condition number is above \(bound): the smallest singular value is not determined by these "
        + "entries. singular_values(J) shows all."
    case .neverReached(let text):
      ["diverged", "overflowed", "stopped"].contains(where: { text.hasPrefix($0) })
        ? "The training \(text), so there is no number to compute with."
        : "No layer fulfils the condition (\"\(text)\"), so there is no number to compute with."
    }
  }
}

/// A recurrent network that fits a task, of so many steps if its rows can be of them.
private func sequenceNetwork(_ inputs: Int, _ outputs: Int, _ steps: Int) -> String {
  let steps = inputs % steps == 0 ? steps : inputs
  return "recurrent(gaussian(), width: 16, inputs: \(inputs / steps), outputs: \(outputs), "
    + "steps: \(steps), activation: tanh)"
}

extension BoundProblem {
  var message: String {
    switch self {
    case .beyondRange:
      "The result is beyond 2^±1 099 511 627 776, the range of numbers here. "
        + "Its logarithm is not: L*log10(s) in place of s^L"
    case .exponentBeyond:
      "Exponents of 2^62 and more are for matrices whose powers stay short, as [[1, 1], [0, 1]]; with "
        + "this one rounding would leave no digit. Take a smaller exponent."
    case .tooDear(let operations, let limit, let less):
      "This would take about \(operations) operations; the limit is \(limit). Take \(less)."
    case .tooLarge(let bytes, let limit, let less):
      "This would bring the memory in use to about \(bytes); the limit is \(limit). Take \(less)."
    case .cancelled: "Cancelled."
    case .locked(let function, let until): "\(function) is locked \(until)"
    }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
