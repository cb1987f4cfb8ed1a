/// Why a name cannot be turned.
package enum KnobRefusal: Error, Sendable, Hashable {
  case unknown(String, meant: String?)
  case noNumber(String, kind: String)
}
