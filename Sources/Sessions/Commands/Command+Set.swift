extension Command {
  private static let operand = "NAME VALUE"

  static let set = Command(
    "set",
    "columns, rows, figures, charset",
    offers: { _, _ in
      ["columns ", "rows ", "figures ", "charset "].map {
        Completion.Candidate(text: $0, summary: "a setting")
      }
    },
    .session(
      .required(operand) { rest throws(CommandRefusal) in
        let name = String(rest.prefix { !$0.isWhitespace })
        let value = String(rest.dropFirst(name.count)).trimmingBlanks
        guard !value.isEmpty else { throw .needs("set", operand: operand) }
        return { $0.set(name, value) }
      }
    )
  )
}

extension Session {
  fileprivate mutating func set(_ name: String, _ value: String) -> [Request] {
    do throws(Settings.Refusal) {
      try settings.set(name, value)
      return [.say(.isSet(name, value))]
    } catch {
      return [.say(.setting(error))]
    }
  }
}
