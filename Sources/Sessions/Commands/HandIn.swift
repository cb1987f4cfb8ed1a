/// A line that hands the session in: the shell writes the file before the session acts on the line.
package struct HandIn: Sendable, Hashable {
  /// The file that it names; nil leaves the name to the shell.
  package let file: String?

  /// nil for any other line.
  package init?(_ line: String) {
    let text = line.trimmingBlanks
    guard text.hasPrefix(":") else { return nil }
    let (word, rest) = Command.parts(String(text.dropFirst()))
    guard word == Command.submit.name else { return nil }
    file = rest.isEmpty ? nil : rest
  }
}
