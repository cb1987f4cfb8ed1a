import Plotting
import TerminalText

extension FigureProblem {
  func message(_ adviser: inout Adviser) -> String {
    switch self {
    case .cannotShow(let verb, let kind):
      "\(verb.rawValue) shows numbers, one for each layer or value; this is \(kind). "
        + (kind.hasPrefix("a list") || kind.hasPrefix("a matrix")
          ? "Take its size: rms(…), norm(…) or an entry."
          : "For example: " + adviser.tell(Hint("", verb.examples)))
    case .nothingToShow(let verb): "\(verb.rawValue) has nothing to show: this vector is empty."
    case .tooManyLines(let verb, let count, let limit):
      surplus(verb, count, limit)
        + (verb.values.courses == nil
          ? " Give fewer values, as in: "
            + adviser.tell("", .clause("over s in [0.5, 1, 1.5]", of: "plot [s, 1]"))
          : " Give fewer expressions or formats, or write two figures.")
    case .mixedAxes(let first, let other):
      "One figure has one axis: the first part runs over \(first), this one over \(other)."
    case .overNeedsNumbers(let kind):
      "over takes a range or a list of numbers, such as 0.5...1.5 or [0.5, 1.5]; this is \(kind)."
    case .overWithoutEffect(let name, let ours):
      "Nothing in this figure depends on \(name.shortened), so it would be the same for each value. "
        + adviser.tell(ours)
    case .oneNumber(let verb), .oneText(let verb):
      "\(verb.rawValue) needs an axis, and this is one \(self == .oneText(verb) ? "text" : "number"). "
        + "Let a parameter run: "
        + adviser.tell(
          "",
          .line("\(verb.rawValue) rms(y) over s in 0.5...1.5"),
          .line("\(verb.rawValue) s^2 over s in 0.5...1.5"),
          otherwise: "over s in 0.5...1.5"
        )
    case .layersWithoutList:
      "at chooses layers, and nothing in this figure runs over layers. Leave it out."
    case .layersNeedNumbers(let kind): "at takes layers, such as 1...4, 20; this is \(kind)."
    case .noSuchLayers(let layers, let kind): "There is no layer \(layers): this is \(kind)."
    case .unknownFormat(let name, let known):
      "\"\(name.shortened)\" is no number format."
        + (formatName(meantBy: name, known).map {
          adviser.tell(" Did you mean ", .meant($0), end: "?")
        } ?? " There are \(known.joined(separator: ", ")).")
    case .notInFormat(let caption, let format, let rounded):
      "No network's pass computes \(caption.shortened), and \(format) rounds nothing else."
        + (rounded.map { adviser.tell(" To round what comes out write ", .line($0)) } ?? "")
    case .onlyOne:
      "A surface is one quantity in one format. For several write several figures, or lines: "
        + adviser.tell(
          "",
          .line("plot rms(y) over s in 0.5...1.5, L in [10, 50]"),
          .line("plot s^n over s in 0.5...1.5, n in [1, 2, 3]")
        )
    case .surfaceNeedsTwo(let count):
      "A heatmap has two directions, and this runs over \(count == 1 ? "one" : "none"): "
        + adviser.tell(
          "",
          .line("heatmap log10(rms(y)) over s in 0.5...1.5, L in 1...50"),
          .line("heatmap s*t over s in 0...1, t in 0...1")
        ) + ", or a list by layer over one parameter."
    case .regionsNeedTwo(let inputs):
      "What a network decides is shown over two inputs; this one has \(inputs)."
        + adviser.tell(
          " For example: ",
          .line("heatmap network(he(), widths: [2, 8, 2], activation: relu)")
        )
    case .cobwebNeedsRange:
      "A cobweb applies a function of one number again and again; say over which range: "
        + adviser.tell("", .line("cobweb tanh(2*t) over t in -1...1"))
    case .drawsOneNetwork:
      "draw takes a network, and beside it a number for each layer if you like"
        + adviser.tell(
          ": ",
          .line("draw net, rms(a)"),
          .line("draw network(identity(2), depth: 3)"),
          otherwise: "."
        )
    case .levelsNeedNumbers(let kind):
      "against takes numbers, and formats for their limits: "
        + adviser.tell("", .clause("against 1e-3, float16", of: "plot [1, 4, 9]"))
        + ". This is \(kind)."
    case .levelsWithoutAxis(let verb): noAxisForLevels(verb, &adviser)
    case .tableBeside:
      "A table stands alone, since its rows would be cut. One table takes several quantities: "
        + adviser.tell("", .line("table rms(a), norm(a)"), .line("table [1, 2, 3], [1, 4, 9]"))
    case .tooManyBeside(let count, let limit):
      "This would be \(count) figures; \(limit) fit beside each other."
    case .drawsOneList:
      "draw shows the size of one thing beside a network. For another make a second drawing"
        + adviser.tell(": ", .line("draw net, rms(a) beside draw net, norm(a)"), otherwise: ".")
    case .takesNoClause(let verb, let clause):
      "\(verb.rawValue) shows all there is and takes no \"\(clause)\". Leave it out, or write plot."
    case .listOfOtherNetwork(let layers, let depth):
      "This is \(layers), and the network drawn has layers 0 to \(depth)."
    case .loglogOfOther:
      "loglog is for lines and points over numbers, as in: "
        + adviser.tell("", .line("plot s^2 over s in 1...1000 on loglog"))
        + ". Other figures take on log."
    case .twoRanges:
      "Two ranges make a surface. For lines give one of them as a list: "
        + adviser.tell("", .clause("over s in 0.5...1.5, L in [10, 50]", of: "plot s^L"))
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

extension FigureVerb {
  /// Figures that it can show: one of the lecture's network, and one that needs no definition.
  var examples: [Advice] {
    switch values {
    case .courses, .samples: [.line("\(rawValue) rms(a)"), .line("\(rawValue) [1, 4, 9]")]
    case .surface:
      [
        .line("\(rawValue) rms(a) over s in [0.5, 1, 1.5]"),
        .line("\(rawValue) s*t over s in 0...1, t in 0...1"),
      ]
    case .iteration: [.line("\(rawValue) tanh(2*t) over t in -1...1")]
    case .network: [.line("\(rawValue) net"), .line("\(rawValue) network(identity(2), depth: 3)")]
    }
  }
}

private func noAxisForLevels(_ verb: FigureVerb, _ adviser: inout Adviser) -> String {
  switch verb.values {
  case .network:
    "Without sizes a drawing has nothing to compare"
      + adviser.tell(": ", .line("\(verb.rawValue) net, rms(a) against float16"), otherwise: ".")
  case .courses, .samples, .surface, .iteration:
    "A \(verb.rawValue) has no axis to mark a level on: "
      + adviser.tell(
        "",
        .line("plot rms(a) against float16"),
        .line("plot [1, 10, 1e6] against float16")
      )
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
  case .iteration: "This would be \(count) cobwebs; one is drawn."
  case .network: "This would be \(count) drawings; one network is drawn."
  }
}
