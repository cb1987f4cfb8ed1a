/// What a person did at a prompt.
enum Keystrokes {
  case line(String)
  case interrupted
  case endOfInput
  case terminated(signal: Int32)
}
