import TerminalText

extension Command {
  /// Reads what follows the colon as a command of the session.
  static func transition(_ text: String) throws(CommandRefusal) -> Transition {
    let (word, rest) = parts(text)
    for command in ofSession where command.name == word {
      if case .session(let operand) = command.work {
        return command.inLesson(try operand.act(word, rest))
      }
    }
    throw .unknown(word, meant: nearest(word))
  }

  /// Reads what follows the colon as a command of the shell; nil where it is none.
  static func request(_ text: String) throws(CommandRefusal) -> ShellRequest? {
    let (word, rest) = parts(text)
    for command in ofShell where command.name == word {
      if case .shell(let operand) = command.work { return try operand.act(word, rest) }
    }
    return nil
  }

  /// The command of the session that a word means without a colon.
  static func bare(_ word: String) -> Transition? {
    guard let command = byBareWord[word],
      case .session(let operand) = command.work
    else { return nil }
    do { return command.inLesson(try operand.act(command.name, "")) } catch { return nil }
  }

  /// The same, where there is a lesson if it needs one.
  private func inLesson(_ act: @escaping Transition) -> Transition {
    guard needsLesson else { return act }
    return { [name] session in
      session.isNotebook ? [.say(.needsLesson(name))] : act(&session)
    }
  }

  /// Whether a line says that somebody wants to leave, with a colon or without.
  package static func leaves(_ line: String) -> Bool {
    quit.bareWords.contains(line) || line == ":" + quit.name
  }

  /// Whether the first word of a line, of small letters alone, is as long as a command's name; most are not.
  static func mayBegin(_ line: String) -> Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    var length = 0
    for byte in line.utf8 {
      guard letters.contains(byte) else { return length > 0 && !String.graphic.contains(byte) }
      length += 1
      if length > longestName { return false }
    }
    return length > 0
  }

  private static let longestName = all.map(\.name.utf8.count).max() ?? 0

  static func parts(_ text: String) -> (word: String, rest: String) {
    let trimmed = text.trimmingBlanks
    let bytes = trimmed.utf8
    let end = bytes.firstIndex { !String.graphic.contains($0) } ?? bytes.endIndex
    if end == bytes.endIndex { return (trimmed, "") }
    if bytes[end] == 0x20 {
      return (String(trimmed[..<end]), String(trimmed[end...]).trimmingBlanks)
    }
    let word = String(trimmed.prefix { !$0.isWhitespace })
    return (word, String(trimmed.dropFirst(word.count)).trimmingBlanks)
  }

  private static func nearest(_ word: String) -> String? {
    switch word {
    case "exit", "q", "q!", "wq", "x", "bye", "leave", "close": return quit.name
    case "h", "?", "man", "commands": return help.name
    case "previous", "prev", "up": return back.name
    case "continue", "forward": return next.name
    default: break
    }
    let names = ofSession.map(\.name)
    // A beginning that only one command has is that command's.
    let begun = names.filter { $0.hasPrefix(word) }
    return begun.count == 1 && !word.isEmpty ? begun[0] : Spelling.nearest(to: word, among: names)
  }
}
