import DeepNetworks
import Plotting
import TerminalText

/// Makes a figure of evaluated lines: title, axis, rows of a table, remarks.
struct FigureAssembly {
  let figure: FigureStatement
  let courses: FigureCourses
  let shape: FigureBuilder.Shape
  let lines: [FigureBuilder.Line]
  let builder: FigureBuilder

  func output(_ evaluator: inout Evaluator) throws(Failure) -> FigureOutput {
    let chosen = try chosenLayers(&evaluator)
    let shown = lines.map { line in chosen.map { restricted(line, to: $0) } ?? line }
    let (rows, hidden) = isListed && chosen == nil ? condensed(shown) : (shown, 0)
    let result = Figure(
      title: title,
      kind: kind(rows),
      xLabel: xLabel,
      xIsInteger: xIsInteger,
      axis: figure.axis
    )
    var notes = lines.contains { $0.format != nil } ? formatNotes : []
    if isListed, let band = bands(lines).first { notes.append(band.words) }
    notes += shape.thinned.map(\.words)
    if hidden > 0 {
      notes.append("\(hidden) rows are left out; at chooses rows: at 1...4, 24...28")
    }
    return FigureOutput(figure: result, notes: notes)
  }

  private var isListed: Bool { courses.manner == .listed }

  private func kind(_ lines: [FigureBuilder.Line]) -> Figure.Kind {
    if band != nil, let make = courses.ofBands { return make(bands(lines)) }
    return courses.make(
      lines.map { line in
        Course(
          Series(name: line.name, x: line.x.map(\.double), y: worded(samples(line.y, line), line)),
          places: shape.axis == .nothing
            ? [] : line.x.map { "\(xLabel) \(Rendering.number($0, digits: 6))" }
        )
      }
    )
  }

  /// The bands that the lines are; none where they are lines.
  private func bands(_ lines: [FigureBuilder.Line]) -> [Band] {
    guard let band else { return [] }
    return lines.map { line in
      Band(
        // The title says already what the only one is.
        name: lines.count == 1 && figure.title == nil ? "" : line.name,
        x: line.x.map(\.double),
        runs: line.runs.map { samples($0, line) },
        parameter: band.name
      )
    }
  }

  /// The parameter whose values are the runs of a band.
  private var band: FigureBuilder.Parameter? { shape.bandParameter.map { shape.parameters[$0] } }

  private func samples(_ numbers: [Extended], _ line: FigureBuilder.Line) -> [Sample] {
    numbers.map { Sample($0, in: line.stored) }
  }

  /// With the words that a table says in place of numbers.
  private func worded(_ samples: [Sample], _ line: FigureBuilder.Line) -> [Sample] {
    guard !line.words.isEmpty else { return samples }
    return samples.enumerated().map { index, sample in
      var sample = sample
      sample.word = line.words[index]
      return sample
    }
  }

  private var title: String {
    if let title = figure.title { return neutralised(title) }
    // A table of one column has that column's name already.
    if isListed, lines.count == 1, figure.formats.isEmpty, band == nil { return "" }
    let expressions = figure.expressions.map(builder.caption)
    let format = figure.formats.count == 1 ? " in \(figure.formats[0].name)" : ""
    return neutralised(expressions.joined(separator: ", ") + format)
  }

  private var xLabel: String {
    switch shape.axis {
    case .list(let axis): axis.word
    case .entries: "entry"
    case .parameter(let index): shape.parameters[index].name
    case .nothing: ""
    }
  }

  private var xIsInteger: Bool {
    switch shape.axis {
    case .list, .entries, .nothing: true
    case .parameter(let index): shape.parameters[index].isWhole
    }
  }

  // MARK: - Layers

  /// The layers that `at` asks for; nil without the clause.
  private func chosenLayers(_ evaluator: inout Evaluator) throws(Failure) -> [Int]? {
    guard !figure.layers.isEmpty else { return nil }
    var layers: Set<Int> = []
    let first = lines.compactMap { $0.x.first?.integer }.min() ?? 0
    let last = lines.compactMap { $0.x.last?.integer }.max() ?? 0
    for expression in figure.layers {
      var scope = Scope()
      let value = try evaluator.evaluate(expression, of: builder.statement.source, in: &scope)
      let numbers: [Extended]
      switch value.rangeAsVector {
      case .number(let number): numbers = [number]
      case .vector(let vector): numbers = vector.elements
      case .truth, .text, .range, .matrix, .network, .layers, .never, .function, .builtIn,
        .format, .initialization, .loss, .document, .record:
        throw builder.failure(.layersNeedNumbers(kind: value.kind), expression.range)
      }
      for number in numbers {
        guard let layer = number.integer, layer >= first, layer <= last else {
          throw builder.failure(
            .noSuchLayers(Rendering.number(number), kind: kind(first, last)),
            expression.range
          )
        }
        layers.insert(layer)
      }
    }
    return layers.sorted()
  }

  private func kind(_ first: Int, _ last: Int) -> String { "a list for layers \(first) to \(last)" }

  private func restricted(_ line: FigureBuilder.Line, to layers: [Int]) -> FigureBuilder.Line {
    let wanted = Set(layers)
    return line.at(line.x.indices.filter { wanted.contains(line.x[$0].integer ?? -1) })
  }

  private static let longestTable = 24

  /// The rows of a long table that say most: the ends, and where a format gives out.
  private func condensed(_ lines: [FigureBuilder.Line]) -> ([FigureBuilder.Line], Int) {
    let count = lines.map(\.x.count).max() ?? 0
    guard count > Self.longestTable else { return (lines, 0) }
    var kept = Set(0..<6).union(count - 4..<count)
    for line in lines {
      for index in turns(line) {
        kept.formUnion((max(0, index - 2)...min(count - 1, index + 1)))
      }
    }
    let rows = kept.sorted()
    let shown = lines.map { $0.at(rows) }
    return (shown, count - rows.count)
  }

  /// Where a line first becomes subnormal, zero, infinite or NaN.
  private func turns(_ line: FigureBuilder.Line) -> [Int] {
    [
      line.first { $0.isInfinite }, line.first { $0.isNaN }, line.first { $0.isZero },
      firstSubnormal(line), line.still?.layer.flatMap(line.x.firstIndex),
    ].compactMap { $0 }
  }

  private func firstSubnormal(_ line: FigureBuilder.Line) -> Int? {
    guard let bound = line.stored?.smallestNormal else { return nil }
    return line.first { !$0.isZero && $0.abs() < bound }
  }

  /// What each format made of the line, in a sentence.
  private var formatNotes: [String] {
    lines.compactMap { line in
      guard let format = line.format else { return nil }
      let name =
        (lines.count == 1 || line.name == format.name ? format.name : line.name)
        + (line.stored?.words ?? "")
      var parts: [String] = []
      func note(_ word: String, _ first: (Extended) -> Bool, or worse: (Extended) -> Bool) {
        guard let place = place(in: line, first, or: worse) else { return }
        parts.append("\(word) \(place)")
      }
      if let bound = line.stored?.smallestNormal {
        note("subnormal", { !$0.isZero && $0.abs() < bound }, or: \.isZero)
      }
      note("zero", \.isZero, or: { _ in false })
      note("infinite", \.isInfinite, or: \.isNaN)
      note("nan", \.isNaN, or: { _ in false })
      if let still = line.still { parts.append(still.words) }
      switch line.origin {
      case .exact, .rounded:
        guard parts.isEmpty else { return "\(name): \(parts.joined(separator: ", "))." }
        // Of single numbers it isn't known what happens on the way to them.
        if case .list(.layer) = shape.axis { return "\(name): no limit is met." }
        return "\(name): no number shown is subnormal, zero, infinite or nan."
      case .mixed:
        parts.append("the passes of networks are rounded, and what is computed with them is not")
        return "\(name): \(parts.joined(separator: "; "))."
      }
    }
  }

  /// Where samples are so: from a place on where they stay so or come to worse, down from one where
  /// they are so before it (gradients are computed from the last layer down), else how many are.
  private func place(
    in line: FigureBuilder.Line,
    _ isSo: (Extended) -> Bool,
    or isWorse: (Extended) -> Bool
  ) -> String? {
    let count = line.runs.map(\.count).max() ?? 0
    func any(_ index: Int, _ condition: (Extended) -> Bool) -> Bool {
      line.runs.contains { $0.indices.contains(index) && condition($0[index]) }
    }
    let places = (0..<count).filter { any($0, isSo) }
    guard let first = places.first, let last = places.last else { return nil }
    let whose = band.map { "for some \($0.name) " } ?? ""
    func named(_ index: Int) -> String { "\(xLabel) \(Rendering.number(line.x[index], digits: 6))" }
    let stays = (first..<count).allSatisfy { any($0, isSo) || any($0, isWorse) }
    if stays { return "\(whose)from \(named(first))" }
    if case .list = shape.axis, (0...last).allSatisfy({ any($0, isSo) || any($0, isWorse) }) {
      return "\(whose)from \(named(last)) down"
    }
    if places.count == 1 { return "\(whose)at \(named(first))" }
    // Passes go both ways through layers: which place is the first depends on the way.
    let range =
      if case .list = shape.axis { "from \(named(first)) to \(named(last))" } else {
        "the first \(named(first))"
      }
    return "\(whose)at \(places.count) of \(count) places, \(range)"
  }
}
