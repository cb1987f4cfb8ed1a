/// Whether two nearby inputs become alike with depth, or drift apart.
package enum Phase: Sendable, Hashable {
  /// χ < 1: gradients vanish.
  case ordered
  /// χ = 1 to the digits that are known: neither.
  case critical
  /// χ > 1: gradients explode.
  case chaotic
}
