extension NameProblem {
  var message: String {
    switch self {
    case .unknownName(let name, let meant):
      "There is no \"\(name.shortened)\"."
        + didYouMean(meant, otherwise: " To make one: \(name.shortened) = 1.5")
    case .unknownFunction(let name, let meant):
      "There is no function \"\(name.shortened)\"."
        + didYouMean(meant, otherwise: " help lists them.")
    case .verbAsFunction(let verb):
      "\(verb.rawValue) takes no brackets: \(verb.rawValue) rms(a)"
    case .notCallable(let name, let kind):
      "\(name ?? "This") is \(kind), and only networks and functions take an argument in brackets. "
        + "For the product write *."
    case .networkTakesOneVector(let count):
      "A network takes one vector, its input: net([1, 1]); here are \(count) arguments."
    case .missingArgument(let name, let function, let signature):
      "\(function) needs \(name): \(signature)"
    case .extraArgument(let function, let signature):
      "This is one argument too many for \(function): \(signature)"
    case .unknownLabel(let label, let function, let meant, let labels):
      "\(function) has no argument \"\(label.shortened)\"."
        + didYouMean(
          meant,
          otherwise: labels.isEmpty ? "" : " It has \(labels.joined(separator: ", "))."
        )
    case .repeatedLabel(let label, let function): "\(label) is given twice to \(function)."
    case .wrongArgument(let argument, let function, let expected, let got):
      "\(argument) of \(function) takes \(expected); this is \(got)."
    case .logAsks: "Which logarithm? Write ln for base e, or log10."
    case .callsTooDeep(let limit): "The functions call each other more than \(limit) deep."
    case .cycle(let names):
      names.count == 1
        ? "\(names[0]) would depend on itself."
        : "These would depend on each other in a circle: \((names + names.prefix(1)).joined(separator: " → "))."
    }
  }

  private func didYouMean(_ name: String?, otherwise: String) -> String {
    name.map { " Did you mean \($0)?" } ?? otherwise
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
      "\(left) is \(rows) × \(columns), so it takes \(right) of \(columns); this one has \(size)."
    case .sizes(let symbol, let left, let right):
      "\(symbol) takes two of the same size; here are \(left) and \(right)."
    case .misalignedLayers(let left, let right):
      "These run over different layers: \(left), and \(right). Take one layer of each, such as a[2]."
    case .divisionByZero: "This divides by zero."
    case .domain(let function, let expected, let got):
      "\(function) takes \(expected); this is \(got)."
    case .noLayer(let name, let index, let kind): "There is no \(name)[\(index)]: this is \(kind)."
    case .noEntry(let index, let kind):
      "There is no entry \(index): this is \(kind), counted from 1."
    case .entryOfMatrix(let name):
      "An entry of a matrix has a row and a column: \(name)[1, 2]. For the weights of layer i: weights(net)[i]"
    case .notIndexable(let kind): "This is \(kind), and has no entries to index."
    case .unevenRows: "The rows of this matrix have different lengths."
    case .mixedList(let kind):
      "A list in brackets holds numbers, or rows of numbers; here is \(kind)."
    case .rangeStep(let why): why
    case .rangeTooLong(let count): "This range has \(count) values; at most 1 000 000 are taken."
    case .notTrueOrFalse(let kind): "The condition is \(kind), neither true nor false."
    case .firstWithoutList(let name):
      "Nothing says over which layers \(name) runs: index a list with it, as in "
        + "first \(name) where rms(a[\(name)]) >= 10"
    case .noField(let name, let kind): "\(kind.capitalizedFirst) has no \"\(name)\"."
    case .network(let sentence): sentence
    case .neverReached(let text): "This is \"\(text)\", not a number."
    }
  }
}

extension FigureProblem {
  var message: String {
    switch self {
    case .cannotShow(let verb, let kind):
      "\(verb.rawValue) shows numbers, one for each layer or value; this is \(kind). "
        + "Take its size: rms(…), norm(…) or an entry."
    case .tooManyLines(let count, let limit):
      "This would be \(count) lines; \(limit) can be told apart. Give a list: over s in [0.5, 1, 1.5]"
    case .mixedAxes(let first, let other):
      "One figure has one axis: the first part runs over \(first), this one over \(other)."
    case .overNeedsNumbers(let kind):
      "over takes a range or a list of numbers, such as 0.5...1.5 or [0.5, 1.5]; this is \(kind)."
    case .overWithoutEffect(let name):
      "Nothing in this figure depends on \(name), so it would be the same for each value."
    case .oneNumber(let verb):
      "\(verb.rawValue) needs an axis, and this is one number. Let a parameter run: "
        + "\(verb.rawValue) rms(y) over s in 0.5...1.5"
    case .layersWithoutList: "at chooses layers, and nothing in this figure runs over layers."
    case .noSuchLayers(let layers, let kind): "There is no layer \(layers): this is \(kind)."
    case .unknownFormat(let name, let known):
      "\"\(name.shortened)\" is no number format. There are \(known.joined(separator: ", "))."
    case .notDrawn(let verb):
      "\(verb.rawValue) is not drawn by this version. plot and table show the same numbers."
    case .twoRanges:
      "Two ranges make a surface. For lines give one of them as a list: over s in 0.5...1.5, L in [10, 50]"
    }
  }
}

extension BoundProblem {
  var message: String {
    switch self {
    case .beyondRange:
      "The result is beyond 2^±1 099 511 627 776, the range of numbers here."
    case .tooDear(let operations, let limit):
      "This would take about \(operations) operations; the limit is \(limit). "
        + "Take fewer layers, smaller widths or fewer values."
    case .tooLarge(let bytes, let limit):
      "This would take about \(bytes) of memory; the limit is \(limit)."
    case .cancelled: "Cancelled."
    }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
