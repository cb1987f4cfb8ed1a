import DeepNetworks
import Plotting

// Families of lines: which are a band, and of which too many to be told apart only some are drawn.
extension FigureBuilder {
  /// A parameter of whose values some are drawn.
  struct Thinned {
    var name: String
    var shown: Int
    var count: Int

    var words: String { "\(shown) of \(count) values of \(name)" }
  }

  /// Makes as many lines of a family as can be told apart: a band over its seeds, and some of its other values.
  func settleFamilies(
    _ shape: inout Shape,
    _ courses: FigureCourses,
    _ formats: [NumberFormat],
    in definitions: Definitions
  ) {
    let others = figure.expressions.count * max(1, formats.count)
    let most = Self.most(courses)
    if Self.lines(shape, others) > most {
      shape.bandParameter = bandParameter(courses, shape, in: definitions)
      shape.lineParameters.removeAll { $0 == shape.bandParameter }
    }
    // Fewer than two values are no family.
    guard others << shape.lineParameters.count <= most else { return }
    var counts = shape.lineParameters.map { shape.parameters[$0].values.count }
    for index in counts.indices { counts[index] = min(counts[index], most) }
    while counts.reduce(others, *) > most,
      let index = counts.indices.max(by: { counts[$0] < counts[$1] })
    {
      counts[index] -= 1
    }
    for (index, count) in zip(shape.lineParameters, counts) {
      let values = shape.parameters[index].values
      guard count < values.count else { continue }
      let kept = Self.spread(count, over: values.count).map { values[$0] }
      shape.parameters[index].values = kept
      shape.thinned.append(
        Thinned(name: shape.parameters[index].name, shown: kept.count, count: values.count)
      )
    }
  }

  private static func lines(_ shape: Shape, _ others: Int) -> Int {
    shape.lineParameters.reduce(others) {
      let (lines, overflows) = $0.multipliedReportingOverflow(by: shape.parameters[$1].values.count)
      return overflows ? .max : lines
    }
  }

  /// The longest of the seeds.
  private func bandParameter(
    _ courses: FigureCourses,
    _ shape: Shape,
    in definitions: Definitions
  ) -> Int? {
    guard courses.ofBands != nil else { return nil }
    let parameters = shape.parameters
    let seeds = shape.lineParameters.filter { index in
      var use = SeedUse(
        name: parameters[index].name,
        bound: Set(parameters.map(\.name)),
        affected: affected,
        definitions: definitions
      )
      return parameters[index].isWhole && use.holds(in: figure.expressions)
    }
    return seeds.max { parameters[$0].values.count <= parameters[$1].values.count }
  }

  /// Places from the first to the last of `count`, at most `most` of them, at least 2 and fewer than `count`.
  ///
  /// At one distance where that takes two thirds of `most` or more, else rounded to the nearest places.
  private static func spread(_ most: Int, over count: Int) -> [Int] {
    let last = count - 1
    let steps = (1..<most).reversed().first { last.isMultiple(of: $0) && 3 * ($0 + 1) >= 2 * most }
    let gaps = steps ?? most - 1
    return (0...gaps).map { ($0 * last * 2 + gaps) / (gaps * 2) }
  }
}
