import CLibEdit

extension TerminalProfile {
  /// The profile of an output.
  ///
  /// Colour, first that applies: `NO_COLOR` not empty: none (no-color.org). `FORCE_COLOR` set:
  /// none for 0 and false, palette for 2, full for 3, else sixteen, terminal or not. No terminal,
  /// or `TERM` dumb, empty or unset: none. Else by `COLORTERM` and `TERM`.
  package static func decide(
    environment: [String: String],
    isTerminal: Bool,
    size: TerminalSize?
  ) -> TerminalProfile {
    let term = environment["TERM"] ?? ""
    let isCapable = isTerminal && term != "" && term != "dumb"
    return TerminalProfile(
      isTerminal: isTerminal,
      color: color(environment, term: term, isCapable: isCapable),
      movesCursor: isCapable,
      isUTF8: localeIsUTF8(environment),
      size: TerminalSize.decide(reported: size, environment: environment)
    )
  }

  private static func color(
    _ environment: [String: String],
    term: String,
    isCapable: Bool
  ) -> Color {
    if environment["NO_COLOR", default: ""] != "" { return .none }
    if let forced = environment["FORCE_COLOR"] {
      switch forced {
      case "0", "false": return .none
      case "2": return .palette
      case "3": return .full
      default: return .sixteen
      }
    }
    guard isCapable else { return .none }
    if ["truecolor", "24bit"].contains(environment["COLORTERM"]) { return .full }
    return term.utf8.reversed().starts(with: "256color".utf8.reversed()) ? .palette : .sixteen
  }

  /// Whether the locale's characters are UTF-8: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that
  /// is not empty decides, by the codeset it names; one that names none is not.
  package static func localeIsUTF8(_ environment: [String: String]) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
    guard let locale = names.first(where: { !$0.isEmpty }) else { return false }
    let codeset =
      locale.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)[0]
      .split(separator: ".", maxSplits: 1).dropFirst().first ?? ""
    return ["utf-8", "utf8"].contains(codeset.lowercased())
  }

  /// Whether a file descriptor is a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool { fe_is_terminal(descriptor) }
}
