import TerminalText

extension Command {
  static let set = Command(
    "set",
    "columns, rows, figures, charset",
    offers: { _, _ in
      Settings.Name.allCases.map {
        Completion.Candidate(text: "\($0.rawValue) ", summary: $0.allowed)
      }
    },
    .session(
      .optional("NAME VALUE") { rest in
        guard let rest else { return { _ in [.show { [.message($0.settings.listing)] }] } }
        let name = String(rest.prefix { !$0.isWhitespace })
        let value = String(rest.dropFirst(name.count)).trimmingBlanks
        return { value.isEmpty ? $0.tell(name) : $0.set(name, value) }
      }
    )
  )
}

extension Settings {
  /// All settings, what they are and what they take.
  fileprivate var listing: StyledText {
    let rows = Name.allCases.map { name in
      [name.rawValue, self[name], name.allowed].map { StyledText($0) }
    }
    let table = TextTable(rows: rows, alignments: [.left, .left, .left])
    var text = table.rendered(columns: columns)
    text.append("\n:set NAME VALUE changes one.")
    return text
  }
}

extension Session {
  fileprivate mutating func tell(_ name: String) -> [Request] {
    do throws(Settings.Refusal) {
      let name = try Settings.name(name)
      return [.say(.isNow(name, settings[name]))]
    } catch {
      return [.say(.setting(error))]
    }
  }

  fileprivate mutating func set(_ name: String, _ value: String) -> [Request] {
    do throws(Settings.Refusal) {
      try settings.set(name, value)
      return [.say(.isSet(name, value))]
    } catch {
      return [.say(.setting(error))]
    }
  }
}
