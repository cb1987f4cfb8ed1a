/// A place that someone points at; the figure marks it and says in a sentence what stands there.
package enum Mark: Sendable, Hashable {
  /// A layer, a step, a value of the parameter on the x axis; of bars the number of one, from 1.
  case x(Double)
  /// A level of the values.
  case value(Sample)
  /// One cell of a heatmap.
  case cell(x: Double, y: Double)
}
