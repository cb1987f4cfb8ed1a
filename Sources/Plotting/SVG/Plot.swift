/// Where on a page values are drawn.
struct Plot: Sendable, Hashable {
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }

  func across(_ place: Double) -> Double { left + place * width }
  func up(_ place: Double) -> Double { bottom - place * height }
}
