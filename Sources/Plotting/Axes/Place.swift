/// The place of x between the ends; the middle when there is only one x.
func place(_ x: Double, in range: ClosedRange<Double>) -> Double {
  // Halves, so that the widest range does not overflow.
  let width = range.upperBound / 2 - range.lowerBound / 2
  return width > 0 ? (x / 2 - range.lowerBound / 2) / width : 0.5
}

/// The cell of a place among `count` cells, the first and the last included; a place outside is moved to its end.
///
/// Rounded to nearest with a margin of 1e-9, so that the last bit of a logarithm cannot move a picture.
func cell(_ place: Double, count: Int) -> Int {
  let inside = place > 0 ? min(place, 1) : 0
  return min(Int(inside * Double(count - 1) + 0.5 + 1e-9), count - 1)
}
