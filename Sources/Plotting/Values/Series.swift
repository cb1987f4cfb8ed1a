import TerminalText

/// A named row of samples: `y[i]` stands at `x[i]`; an empty name is not mentioned in a legend.
package struct Series: Sendable, Hashable {
  package var name: String
  package var x: [Double]
  package var y: [Sample]

  /// A series of as many points as both `x` and `y` have.
  package init(name: String, x: [Double], y: [Sample]) {
    let count = min(x.count, y.count)
    self.name = name
    self.x = Array(x.prefix(count))
    self.y = Array(y.prefix(count))
  }

  /// A series of one sample per layer, the first at layer `first`.
  package init(name: String, first: Int, y: [Sample]) {
    self.init(name: name, x: y.indices.map { Double(first + $0) }, y: y)
  }
}

extension Series {
  /// The points that are wanted.
  func filtered(_ isWanted: (Double, Sample) -> Bool) -> Series {
    let points = zip(x, y).filter { isWanted($0.0, $0.1) }
    return Series(name: name, x: points.map(\.0), y: points.map(\.1))
  }

  /// The same with its name spelt in ASCII.
  var spelledInASCII: Series { Series(name: TerminalText.spelledInASCII(name), x: x, y: y) }
}
