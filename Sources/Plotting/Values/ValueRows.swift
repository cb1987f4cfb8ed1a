/// Several series side by side: a row per x, in rising order, with a sample per series where it has one.
struct ValueRows: Sendable, Hashable {
  struct Row: Sendable, Hashable {
    let x: Double
    var samples: [Sample?]
  }

  private(set) var rows: [Row] = []

  /// An x that a series has twice gets two rows; points without a finite x are left out.
  init(_ series: [Series]) {
    var rest = series.map { one in
      zip(one.x, one.y).enumerated().filter { $0.element.0.isFinite }
        .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element)[...]
    }
    while let x = rest.compactMap({ $0.first?.0 }).min() {
      var row = Row(x: x, samples: [])
      for index in rest.indices {
        let isHere = rest[index].first?.0 == x
        row.samples.append(isHere ? rest[index].removeFirst().1 : nil)
      }
      rows.append(row)
    }
  }
}
