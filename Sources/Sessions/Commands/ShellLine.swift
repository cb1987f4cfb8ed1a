/// A line that a shell acts on by itself: the session never sees it.
package enum ShellLine: Sendable, Hashable {
  case request(ShellRequest)
  /// One of the shell's commands without what it needs, or help on one.
  case remark(String)

  /// nil for a line that is the session's.
  package init?(_ line: String) {
    let text = line.trimmingBlanks
    guard text.hasPrefix(":") else { return nil }
    do throws(CommandRefusal) {
      if let request = try Command.request(String(text.dropFirst())) {
        self = .request(request)
        return
      }
    } catch {
      self = .remark(error.words)
      return
    }
    guard let command = Self.explained(text) else { return nil }
    self = .remark(command.explanation)
  }

  /// The command of the shell that `:help` is asked about.
  private static func explained(_ text: String) -> Command? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, words[0] == ":" + Command.help.name else { return nil }
    let name = words[1].hasPrefix(":") ? words[1].dropFirst() : words[1]
    return Command.ofShell.first { $0.name == name }
  }
}
