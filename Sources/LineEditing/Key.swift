/// A key press, or what else may end the wait for one.
package enum Key: Sendable, Hashable {
  case character(Character)
  case up, down, left, right
  case shiftUp, shiftDown, shiftLeft, shiftRight
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete
  /// Another control character, by its letter: Ctrl-L is `.control("l")`.
  case control(Character)
  /// A key that means nothing here.
  case unknown
  /// Ctrl-C.
  case interrupt
  /// The window has another size.
  case resized
  /// The program was stopped and goes on: the screen must be drawn again.
  case resumed
  /// No key came in the time given.
  case timeout
  /// No key will come any more.
  case endOfInput
  /// SIGTERM, SIGHUP or SIGQUIT asked for the end.
  case terminated(signal: Int32)
  case failed(LineReadError)
}
