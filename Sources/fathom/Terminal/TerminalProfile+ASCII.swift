import LineEditing

extension TerminalProfile {
  /// Whether nothing but ASCII can be shown.
  var isASCII: Bool { isTerminal && !isUTF8 }
}
