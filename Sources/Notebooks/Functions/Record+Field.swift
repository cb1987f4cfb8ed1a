import TerminalText

extension Record {
  /// `h.loss`.
  static func field(_ name: String, of value: Value, named owner: String) throws(Problem) -> Value {
    guard case .record(let record) = value else {
      let ours = BuiltIns.function(name).map { Hint(" Write ", .meant("\($0.name)(\(owner))")) }
      throw .value(.noField(name, kind: value.kind, ours: ours))
    }
    if let field = record.fields.first(where: { $0.name == name }) { return field.value }
    // A long expression in front of the point says nothing that the line does not show.
    let owner = owner.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? owner : ""
    let names = record.fields.map(\.name)
    let ours =
      Spelling.nearest(to: name, among: names).map {
        Hint(" Write ", .meant(".\($0)", of: ".\(name)"))
      }
      ?? (names.isEmpty
        ? nil
        : Hint(stringLiteral: " Write " + names.map { "\(owner).\($0)" }.joined(separator: ", ")))
    throw .value(.noField(name, kind: record.kind, ours: ours))
  }
}
