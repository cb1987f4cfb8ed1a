import TerminalText

/// Points in words: how many, where, and how much they lie on a line.
struct ScatterDescription {
  let content: LineContent
  let domain: Domain
  let scale: Scale?

  init(_ content: LineContent, shared: Domain?) {
    self.content = content
    domain = Domain(content.series)
    scale = Scale(plain: content.around.axis, for: content.domain.sharing(shared))
  }

  private var series: [Series] { content.series }

  var sentences: [String] {
    let words = AxisWords(content.around)
    let count = series.reduce(0) { $0 + $1.x.count }
    let points = count == 1 ? "1 point" : "\(count) points"
    guard let range = domain.x else {
      return ["Empty scatter plot.", "There is nothing to show."]
    }
    let kinds = series.count > 1 ? " of \(series.count) kinds" : ""
    var sentences = ["Scatter plot, \(points)\(kinds), \(words.range(range))\(axis)."]
    sentences += content.pointings
    sentences += series.indices.prefix(3).map { sentence($0) }
    return Array(sentences.prefix(5))
  }

  /// "Before (s = 1.5) they lay between 1 and 4.": where their values have another extent.
  var comparison: String? {
    guard let before = content.around.before, let then = Domain(before.changedSeries).finite,
      domain.finite != then
    else { return nil }
    let who = content.series.count == 1 ? "they" : "those that have changed"
    return "Before (\(neutralised(before.cause))) \(who) lay between \(then.least.text()) and "
      + "\(then.greatest.text())."
  }

  private var axis: String {
    content.around.xIsLogarithmic
      ? ", two log axes" : scale?.kind == .logarithmic ? ", log axis" : ""
  }

  private func sentence(_ index: Int) -> String {
    let one = series[index]
    let name =
      one.name.isEmpty
      ? series.count == 1 ? "They" : "Points \(index + 1)" : neutralised(one.name)
    var parts: [String] = []
    if let finite = Domain([one]).finite {
      let verb = one.name.isEmpty ? "lie" : "lies"
      parts.append("\(verb) between \(finite.least.text()) and \(finite.greatest.text())")
    } else {
      parts.append(one.name.isEmpty ? "have no finite value" : "has no finite value")
    }
    if let correlation {
      parts.append("correlation \(NumberText.short(correlation(one) ?? 0, digits: 2))")
      if correlation(one) == nil { parts.removeLast() }
    }
    for (kind, words) in Sample.peculiarities {
      let count = one.y.count { $0.kind == kind }
      if count > 0 { parts.append("\(count) \(count == 1 ? "is" : "are") \(words)") }
    }
    return "\(name) \(parts.joined(separator: "; "))."
  }

  /// Pearson's, of x and the height on this axis; nil when it has no meaning.
  private var correlation: ((Series) -> Double?)? {
    let isLogarithmic = content.around.xIsLogarithmic
    guard let scale, let range = content.onItsAxis.domain.x else { return nil }
    return { one in
      let one = isLogarithmic ? one.overLogarithms : one
      let points = zip(one.x, one.y).compactMap { x, y -> (Double, Double)? in
        guard x.isFinite, case .at(let height) = scale.place(y) else { return nil }
        return (place(x, in: range), height)
      }
      guard points.count > 2 else { return nil }
      let n = Double(points.count)
      let meanX = points.reduce(0) { $0 + $1.0 } / n
      let meanY = points.reduce(0) { $0 + $1.1 } / n
      var (xx, yy, xy) = (0.0, 0.0, 0.0)
      for (x, y) in points {
        xx += (x - meanX) * (x - meanX)
        yy += (y - meanY) * (y - meanY)
        xy += (x - meanX) * (y - meanY)
      }
      guard xx > 1e-18, yy > 1e-18 else { return nil }
      return min(max(xy / powerOfTen(commonLogarithm(xx * yy) / 2), -1), 1)
    }
  }
}
