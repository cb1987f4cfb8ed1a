/// A quantity over one or two parameters and over seeds.
///
/// Pieces are ordered by the first parameter, then the second, then the seed, and run on any number
/// of threads with the same results. The same seed at every parameter means the same normals: with
/// two gaussian gains the weights differ by their factor only, so curves are smooth and paired.
package struct Sweep: Sendable, Hashable {
  package let first: [Extended]
  /// Empty in a sweep over one parameter.
  package let second: [Extended]
  /// At least one; a quantity without randomness takes [0].
  package let seeds: [UInt64]

  /// Where a piece is.
  package struct Point: Sendable, Hashable {
    package let first: Extended
    /// Nil in a sweep over one parameter.
    package let second: Extended?
    package let seed: UInt64
  }

  package init(_ first: [Extended], _ second: [Extended] = [], seeds: [UInt64] = [0]) {
    self.first = first
    self.second = second
    self.seeds = seeds
  }

  /// The number of pieces.
  package var count: Int { first.count * max(second.count, 1) * seeds.count }

  package func point(_ index: Int) -> Point {
    let seed = seeds[index % seeds.count]
    let cell = index / seeds.count
    guard !second.isEmpty else { return Point(first: first[cell], second: nil, seed: seed) }
    return Point(
      first: first[cell / second.count],
      second: second[cell % second.count],
      seed: seed
    )
  }

  /// What all pieces take, from what one takes at a point.
  package func cost(_ piece: (Point) throws -> Cost) rethrows -> Cost {
    var total = Cost.none
    for index in 0..<count {
      let cost = try piece(point(index))
      total = Cost(
        operations: total.operations + cost.operations,
        bytes: max(total.bytes, cost.bytes)
      )
    }
    return total
  }

  /// The ensemble at each cell, the first parameter's values in the outer order.
  ///
  /// `quantity` gives one number per layer or just one; all seeds of a cell must give as many.
  /// *Throws*: what `quantity` or `checkpoint` throws, `.lengths` for seeds of different length.
  package func run(
    threads: Int,
    checkpoint: (Double) throws -> Void = { _ in },
    quantity: @escaping @Sendable (Point, (Double) throws -> Void) throws -> [Extended]
  ) throws -> [Ensemble] {
    let values = try Parallel.map(count, threads: threads, checkpoint: checkpoint) {
      try quantity(point($0), $1)
    }
    return try stride(from: 0, to: count, by: max(seeds.count, 1)).map { start in
      try Ensemble(Array(values[start..<start + seeds.count]))
    }
  }
}
