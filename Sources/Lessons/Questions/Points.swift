/// Points in whole hundredths.
package struct Points: Sendable, Hashable {
  /// At least 1.
  package let hundredths: Int
}
