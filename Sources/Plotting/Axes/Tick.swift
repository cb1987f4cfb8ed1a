/// A mark on an axis: in which cell, counted from the low end, and what is written beside it.
struct Tick: Sendable, Hashable {
  let cell: Int
  /// Where exactly, from 0 to 1.
  let place: Double
  /// Empty for a mark without words.
  let label: String
}
