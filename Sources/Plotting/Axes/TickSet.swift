/// The marks of one axis, in order, each in its own cell, and what a reader must know of their labels.
struct TickSet: Sendable, Hashable {
  var ticks: [Tick]
  var note: String?

  static let none = TickSet(ticks: [], note: nil)

  /// Columns of the widest label.
  var labelWidth: Int { ticks.map(\.label.count).max() ?? 0 }

  /// The labels, or none when one is longer than `limit`.
  func limited(to limit: Int) -> TickSet {
    labelWidth > limit ? withoutLabels : self
  }

  /// Marks alone.
  var withoutLabels: TickSet {
    TickSet(ticks: ticks.map { Tick(cell: $0.cell, place: $0.place, label: "") }, note: nil)
  }
}
