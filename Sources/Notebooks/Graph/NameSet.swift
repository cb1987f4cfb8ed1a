/// Some names; a copy takes no time, and shares what it has in common with the original.
package struct NameSet: Sendable {
  private var names = SharedMap<String, Void>()

  package init() {}

  package func contains(_ name: String) -> Bool { names[name] != nil }

  /// - Returns: whether the name was not there before.
  @discardableResult
  package mutating func insert(_ name: String) -> Bool {
    var isNew = false
    names.change(name) { known in
      isNew = known == nil
      known = ()
    }
    return isNew
  }

  package mutating func remove(_ name: String) { names[name] = nil }
}
