/// A half-open range of scalar offsets in a `Source`.
package struct SourceRange: Sendable, Hashable {
  package var lower: Int
  package var upper: Int

  package init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The smallest range that covers both.
  func joined(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower), max(upper, other.upper))
  }
}

/// A text that somebody typed, pasted or saved, as scalars with its lines known.
package struct Source: Sendable, Hashable {
  package let scalars: [Unicode.Scalar]
  /// The number that its first line has in the file or pipe that it is a part of.
  package let firstLine: Int
  /// Offsets at which the lines behind the first begin; most sources have one line.
  private let furtherStarts: [Int]

  package init(_ text: String, firstLine: Int = 1) {
    self.firstLine = firstLine
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    var starts: [Int] = []
    var previousWasReturn = false
    for scalar in text.unicodeScalars {
      // "\r\n" and a lone "\r" both end a line, so that a file from any editor reads the same.
      if scalar == "\n", previousWasReturn {
        previousWasReturn = false
        continue
      }
      previousWasReturn = scalar == "\r"
      let kept: Unicode.Scalar = previousWasReturn ? "\n" : scalar
      scalars.append(kept)
      if kept == "\n" { starts.append(scalars.count) }
    }
    self.scalars = scalars
    furtherStarts = starts
  }

  package var end: Int { scalars.count }

  package func text(_ range: SourceRange) -> String {
    let upper = min(range.upper, scalars.count)
    let part = scalars[min(range.lower, upper)..<upper]
    guard part.allSatisfy(\.isASCII) else {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return String(view)
    }
    return String(unsafeUninitializedCapacity: part.count) { buffer in
      for (index, scalar) in part.enumerated() {
        buffer[index] = UInt8(truncatingIfNeeded: scalar.value)
      }
      return part.count
    }
  }

  /// The line number of an offset, from 1.
  ///
  /// Cost: logarithmic in the number of lines.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = furtherStarts.count
    while low < high {
      let middle = (low + high) / 2
      if furtherStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }

  /// The column of an offset in scalars, from 1.
  package func column(at offset: Int) -> Int {
    offset - start(ofLine: line(at: offset)) + 1
  }

  /// The offsets of a line without its line end; lines count from 1.
  package func lineRange(_ line: Int) -> SourceRange {
    let upper = line <= furtherStarts.count ? furtherStarts[line - 1] - 1 : scalars.count
    return SourceRange(start(ofLine: line), upper)
  }

  private func start(ofLine line: Int) -> Int { line == 1 ? 0 : furtherStarts[line - 2] }
}
