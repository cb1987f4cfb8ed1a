/// A search through the layers that found none.
package struct NeverReached: Sendable, Hashable {
  var last: Int

  var text: String { "never up to \(last)" }
}
