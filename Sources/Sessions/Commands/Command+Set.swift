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
    let names = Name.allCases
    func width(_ texts: [String]) -> Int { texts.map(\.count).max() ?? 0 }
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: width - text.count + 2)
    }
    let (first, second) = (width(names.map(\.rawValue)), width(names.map { self[$0] }))
    let rows = names.map { padded($0.rawValue, first) + padded(self[$0], second) + $0.allowed }
    return StyledText((rows + [":set NAME VALUE changes one."]).joined(separator: "\n"))
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
