/// What somebody has set for every session: it changes the screen alone, and no transcript.
///
/// Its text has a line for each setting, `charset braille`; lines of another version stay as they are.
package struct Preferences: Sendable, Hashable {
  private var lines: [String]

  package init(_ text: String) {
    lines = text.split(whereSeparator: \.isNewline).map(String.init)
  }

  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// Takes over what a line sets; false where it sets nothing.
  package mutating func take(_ line: String) -> Bool {
    let text = line.trimmingBlanks
    guard text.hasPrefix(":") else { return false }
    let (word, rest) = Command.parts(String(text.dropFirst()))
    guard word == Command.set.name else { return false }
    let (name, value) = Command.parts(rest)
    var settings = Settings()
    do throws(Settings.Refusal) { try settings.set(name, value) } catch { return false }
    lines.removeAll { Command.parts($0).word == name }
    lines.append("\(name) \(value)")
    return true
  }

  /// Whether something was chosen for a setting.
  package func has(_ name: String) -> Bool { lines.contains { Command.parts($0).word == name } }

  /// Settings of a session as the screen has them.
  package func applied(to settings: Settings) -> Settings {
    var settings = settings
    for line in lines {
      let (name, value) = Command.parts(line)
      // What isn't known here was set by another version.
      do throws(Settings.Refusal) { try settings.set(name, value) } catch { continue }
    }
    return settings
  }
}
