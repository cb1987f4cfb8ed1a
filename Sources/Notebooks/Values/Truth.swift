/// The outcome of a comparison, and by how much it fails.
package struct Truth: Sendable, Hashable {
  package var holds: Bool
  var difference: String?

  init(holds: Bool, difference: String? = nil) {
    self.holds = holds
    self.difference = difference
  }
}
