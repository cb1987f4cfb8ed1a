/// The axis of values that was asked for.
package enum AxisRequest: Sendable, Hashable {
  /// Logarithmic when the positive values span more than three decades, else linear; a note says so.
  case automatic
  case linear
  case logarithmic
  /// Logarithmic on both sides of zero, linear close to it.
  case symmetricLogarithmic
}
