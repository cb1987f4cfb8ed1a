/// What the contents of a figure between two axes are drawn on: cells of text, or pixels.
///
/// Places and heights are shares of the axes, from 0 to 1.
protocol LineSurface {
  mutating func drawThreshold(_ index: Int, at height: Double)
  /// An x that someone points at.
  mutating func drawMark(across place: Double)
  /// A level that someone points at.
  mutating func drawLevel(at height: Double)
  mutating func drawBand(_ band: Quantiles, index: Int, x: ClosedRange<Double>, scale: Scale)
  /// A line or points of before a change, faint and under the lines of now.
  mutating func drawGhost(_ ghost: Ghost, x: ClosedRange<Double>, scale: Scale)
  mutating func drawLine(_ series: Series, index: Int, x: ClosedRange<Double>, scale: Scale)
  mutating func drawPoints(_ series: Series, index: Int, x: ClosedRange<Double>, scale: Scale)
  /// What a threshold is called, where the surface has its name beside it.
  mutating func drawName(of threshold: Threshold, at height: Double)
  mutating func drawGuess(across place: Double, at height: Double)
}
