import Sessions
import TerminalText

/// An input in the form in which a transcript holds it, and a session acts on it.
///
/// What is typed is made fit for the file first, so that the session acts on what the file says: no
/// control characters, no blanks at the ends of lines, Enter at `fathom>` as `:next`.
package struct RecordedInput: Sendable, Hashable {
  /// Lines without their prompt; never none.
  package let lines: [String]

  private static let cancelled = ":cancelled"

  /// What somebody typed at a prompt.
  package init(typed text: String, at prompt: Prompt) {
    var lines = Self.cleaned(text)
    // Enter is worth a word; and nobody cancels by typing what stands for Ctrl-C.
    if prompt == .notebook, lines == [""] { lines = [":next"] }
    if Self.cancellation(lines) != nil { lines[0] = " " + lines[0] }
    self.lines = lines
  }

  /// How much of the input before Ctrl-C leaves.
  package enum Cancellation: Sendable, Hashable {
    /// What it defines; nothing is evaluated.
    case definitions
    /// So many statements of a block, with what they show; the others were not entered.
    case statements(Int)
  }

  /// Ctrl-C stopped the input before.
  package init(_ cancellation: Cancellation) {
    switch cancellation {
    case .definitions: lines = [Self.cancelled]
    case .statements(let count): lines = ["\(Self.cancelled) \(count)"]
    }
  }

  init(lines: [String]) { self.lines = lines.isEmpty ? [""] : lines }

  /// What it stands for, where it stands for Ctrl-C.
  package var cancellation: Cancellation? { Self.cancellation(lines) }

  private static func cancellation(_ lines: [String]) -> Cancellation? {
    guard lines.count == 1, lines[0].hasPrefix(cancelled) else { return nil }
    if lines[0] == cancelled { return .definitions }
    let rest = lines[0].dropFirst(cancelled.count)
    guard rest.first == " ", let count = Int(rest.dropFirst()), count >= 0 else { return nil }
    return .statements(count)
  }

  /// What the session is given.
  package var input: Input {
    cancellation == nil ? .line(lines.joined(separator: "\n")) : .cancelled
  }

  /// The lines of the file: the prompt, then further lines of a pasted block.
  package func echo(at prompt: Prompt) -> [String] {
    lines.enumerated().map { index, line in
      let mark = index == 0 ? prompt.text : InputMark.continuation
      return line.isEmpty ? mark : mark + " " + line
    }
  }

  private static func cleaned(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      neutralised(String(line)).droppingBlanksAtEnd
    }
    while lines.count > 1, lines.last == "" { lines.removeLast() }
    return lines
  }
}

/// What an input line begins with.
enum InputMark {
  static let notebook = Prompt.notebook.text
  static let continuation = "…>"
  static let lesson = "lesson>"
  private static let answer = "answer["

  private static let beginnings = [notebook, continuation, lesson, answer].compactMap(\.utf8.first)

  /// The prompt that a line begins with, and what is typed behind it.
  static func input(of line: String) -> (prompt: Prompt, text: String)? {
    if let text = text(of: line, behind: notebook) { return (.notebook, text) }
    guard line.utf8.starts(with: answer.utf8) else { return nil }
    let rest = line.utf8.dropFirst(answer.utf8.count)
    guard let close = rest.firstIndex(of: UInt8(ascii: "]")),
      rest[close...].dropFirst().first == UInt8(ascii: ">")
    else { return nil }
    let id = String(decoding: rest[..<close], as: UTF8.self)
    let prompt = Prompt.answer(id)
    return text(of: line, behind: prompt.text).map { (prompt, $0) }
  }

  static func continuation(of line: String) -> String? { text(of: line, behind: continuation) }

  private static func text(of line: String, behind mark: String) -> String? {
    guard line.utf8.starts(with: mark.utf8) else { return nil }
    let rest = line.utf8.dropFirst(mark.utf8.count)
    let text = rest.first == UInt8(ascii: " ") ? rest.dropFirst() : rest
    return String(decoding: text, as: UTF8.self).droppingBlanksAtEnd
  }

  /// Whether an output line would be taken for an input, or for a line of the lesson.
  static func isMistakable(_ line: String, isCell: Bool) -> Bool {
    guard let first = line.utf8.first, beginnings.contains(first) else { return false }
    return input(of: line) != nil || continuation(of: line) != nil
      || (!isCell && line.utf8.starts(with: lesson.utf8))
  }
}

extension String {
  var droppingBlanksAtEnd: String {
    guard utf8.last == UInt8(ascii: " ") else { return self }
    var kept = utf8[...]
    while kept.last == UInt8(ascii: " ") { kept.removeLast() }
    return String(decoding: kept, as: UTF8.self)
  }
}
