import TerminalText

/// What one look at the values tells: their extent, and how many are not ordinary numbers.
struct Domain: Sendable, Hashable {
  /// The least and the greatest of some values.
  struct Extent: Sendable, Hashable {
    var least: Sample
    var greatest: Sample

    mutating func include(_ sample: Sample) {
      if sample < least { least = sample }
      if greatest < sample { greatest = sample }
    }
  }

  /// Of the finite values; nil without any.
  private(set) var finite: Extent?
  /// Of the positive ones.
  private(set) var positive: Extent?
  /// Of the magnitudes of those that are not zero.
  private(set) var nonzero: Extent?
  private(set) var hasNegative = false
  /// Of x, where it is finite; nil without a point.
  private(set) var x: ClosedRange<Double>?
  /// Whether a linear axis is to be chosen for them however many decades they span: as none of what they are put
  /// together from asks for another.
  var isNarrow = false

  init(_ series: [Series]) {
    for one in series {
      for (x, y) in zip(one.x, one.y) where x.isFinite {
        let before = self.x ?? x...x
        self.x = min(before.lowerBound, x)...max(before.upperBound, x)
        include(y)
      }
    }
  }

  /// Of values without an x.
  init(_ values: some Sequence<Sample>) {
    for value in values { include(value) }
  }

  /// Of the values of a heatmap, or of all its classes.
  init(_ map: Heatmap) {
    if let classes = map.classes {
      for end in [1, classes] { include(Sample(Double(end))) }
    }
    for row in map.values.prefix(map.y.count) {
      for value in row.prefix(map.x.count) { include(value) }
    }
  }

  /// The same points on an axis that reaches over the values of `other` too.
  func sharing(_ other: Domain?) -> Domain {
    guard let other else { return self }
    var both = self
    both.isNarrow = other.isNarrow
    for extent in [other.finite].compactMap({ $0 }) {
      both.include(extent.least)
      both.include(extent.greatest)
    }
    for extent in [other.positive, other.nonzero].compactMap({ $0 }) {
      // Magnitudes of negative values too: only the extents of positive ones and of sizes may grow by them.
      Domain.include(extent.least, in: &both.nonzero)
      Domain.include(extent.greatest, in: &both.nonzero)
    }
    if let positive = other.positive {
      Domain.include(positive.least, in: &both.positive)
      Domain.include(positive.greatest, in: &both.positive)
    }
    return both
  }

  /// The same on axes that reach over the points of `other` too.
  func joined(with other: Domain?) -> Domain { sharing(other).along(other) }

  /// The same on an x axis that reaches as far as that of `other` too.
  func along(_ other: Domain?) -> Domain {
    var both = self
    guard let range = other?.x else { return both }
    let own = x ?? range
    both.x = min(own.lowerBound, range.lowerBound)...max(own.upperBound, range.upperBound)
    return both
  }

  /// The same with zero among the values.
  var withZero: Domain {
    var both = self
    if both.finite != nil { both.include(.zero) }
    return both
  }

  private mutating func include(_ sample: Sample) {
    guard sample.isFinite else { return }
    Domain.include(sample, in: &finite)
    if sample.kind == .positive { Domain.include(sample, in: &positive) }
    if sample.kind == .negative { hasNegative = true }
    if sample.kind != .zero { Domain.include(sample.magnitude, in: &nonzero) }
  }

  private static func include(_ sample: Sample, in extent: inout Extent?) {
    if extent == nil {
      extent = Extent(least: sample, greatest: sample)
    } else {
      extent?.include(sample)
    }
  }

  /// A few points of the same extents: an axis that reaches over them reaches over all.
  var corners: Series {
    var values = [finite, positive].compactMap { $0 }.flatMap { [$0.least, $0.greatest] }
    if hasNegative, let least = nonzero?.least, positive.map({ least < $0.least }) ?? true {
      // The smallest magnitude is that of a negative value.
      values.append(least.negated)
    }
    let ends = x ?? 0...0
    // Twice, so that each end of x has all values.
    let at = values.map { _ in ends.lowerBound } + values.map { _ in ends.upperBound }
    return Series(name: "", x: at, y: values + values)
  }

  /// How many powers of ten the positive values span.
  var decades: Double {
    positive.map { $0.greatest.log10Magnitude - $0.least.log10Magnitude } ?? 0
  }

  /// The same for a sentence: `3.5`, `72`.
  var decadesText: String { NumberText.short(decades, digits: decades < 10 ? 2 : 3) }
}
