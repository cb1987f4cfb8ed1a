/// Why not everybody of a roster can have a copy of their own.
package enum RosterFault: Error, Sendable, Hashable {
  /// Several people have this name, and no ids that tell them apart.
  case sameName(String)
  /// No header can bear this name.
  case unfitName(String)
}
