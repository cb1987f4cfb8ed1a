import TerminalText

/// A function of one number, and ways on which it is applied again and again to its own values.
package struct Cobweb: Sendable, Hashable {
  /// The function at places of its range, from left to right.
  package var curve: Series
  /// For each start the numbers that come one after the other, the start first.
  package var ways: [[Sample]]

  package init(curve: Series, ways: [[Sample]]) {
    self.curve = curve
    self.ways = ways
  }

  /// Up or down to the curve, across to the diagonal, and so on.
  func steps(_ way: [Sample]) -> Series {
    var (x, y): ([Double], [Sample]) = ([], [])
    for (index, value) in way.enumerated() where value.isFinite {
      if index == 0 {
        x.append(value.double)
        y.append(value)
        continue
      }
      x += [way[index - 1].double, value.double]
      y += [value, value]
    }
    return Series(name: name(way), x: x, y: y)
  }

  private func name(_ way: [Sample]) -> String { "from \(way.first?.text(digits: 3) ?? "nowhere")" }

  /// Where the value is the number itself, from end to end of the range.
  var diagonal: Series {
    let range = curve.x.finiteRange.map { [$0.lowerBound, $0.upperBound] } ?? []
    return Series(name: "diagonal", x: range, y: range.map { Sample($0) })
  }

  /// What is drawn: the curve, the diagonal, and the ways.
  var series: [Series] { [curve, diagonal] + ways.map { steps($0) } }

  /// Where the curve meets the diagonal, and whether numbers nearby come nearer.
  var meetings: [(at: Double, attracts: Bool)] {
    var found: [(at: Double, attracts: Bool)] = []
    let points = zip(curve.x, curve.y).compactMap { x, y in
      x.isFinite && y.isFinite ? (x: x, over: y.double - x) : nil
    }
    for (one, next) in zip(points, points.dropFirst()) {
      let isHere = one.over == 0
      guard isHere || one.over * next.over < 0, next.x > one.x else { continue }
      let at = isHere ? one.x : one.x + (next.x - one.x) * one.over / (one.over - next.over)
      let slope = 1 + (next.over - one.over) / (next.x - one.x)
      found.append((at, abs(slope) < 1))
    }
    if let last = points.last, last.over == 0, points.count > 1 {
      let before = points[points.count - 2]
      let slope = 1 + (last.over - before.over) / (last.x - before.x)
      found.append((last.x, abs(slope) < 1))
    }
    return found
  }
}
