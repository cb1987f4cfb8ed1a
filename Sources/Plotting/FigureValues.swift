/// The values that a figure is asked for with, and how it is made of them.
///
/// The shape of the values decides what else can be said of the figure: which clauses it takes, how much it
/// can hold.
package enum FigureValues: Sendable {
  /// Values along an axis: layers, steps, entries or a parameter.
  case courses(FigureCourses)
  /// Values of which only the sizes count; several figures stand beside each other.
  case samples(@Sendable ([Sample]) -> Figure.Kind)
  /// A value for every pair of two parameters.
  case surface(@Sendable (Heatmap) -> Figure.Kind)
  /// A function of one number, applied to its own values.
  case iteration(@Sendable (Cobweb) -> Figure.Kind)
  /// A network, with the size of something in each layer.
  case network(@Sendable (NetworkDrawing) -> Figure.Kind)
}

/// Values along an axis: what a figure of them is, and what it can be made of besides.
package struct FigureCourses: Sendable {
  /// How a course is shown.
  package enum Manner: Sendable, Hashable {
    /// Between axes.
    case drawn
    /// As a column of numbers, which takes the rows that it needs and has no axis of values.
    case listed
  }

  package var manner = Manner.drawn
  /// The figure of so many courses.
  package let make: @Sendable ([Course]) -> Figure.Kind
  /// Of more whole numbers than lines can be told apart; nil where such a figure is not made.
  package var ofBands: (@Sendable ([Band]) -> Figure.Kind)?
  /// What shows a number over two ranges in its stead.
  package var ofSurface: FigureVerb?
  /// Whether numbers may stand alone, each a course of one.
  package var takesLoneNumbers = false
}
