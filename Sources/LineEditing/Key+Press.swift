import CLibEdit

extension Key {
  /// The key that a press is.
  ///
  /// Modifiers that mean nothing here make it unknown, rather than another key.
  init(_ press: fe_press) {
    let isShifted = Int(press.modifiers) == FE_SHIFT
    let isModified = press.modifiers != 0
    func only(_ key: Key, shifted: Key = .unknown) -> Key {
      isShifted ? shifted : isModified ? .unknown : key
    }
    let scalar = Unicode.Scalar(press.scalar) ?? "\u{FFFD}"
    self =
      switch press.key {
      case FE_KEY_CHARACTER: only(.character(Character(scalar)))
      case FE_KEY_UP: only(.up, shifted: .shiftUp)
      case FE_KEY_DOWN: only(.down, shifted: .shiftDown)
      case FE_KEY_LEFT: only(.left, shifted: .shiftLeft)
      case FE_KEY_RIGHT: only(.right, shifted: .shiftRight)
      case FE_KEY_HOME: only(.home)
      case FE_KEY_END: only(.end)
      case FE_KEY_PAGE_UP: only(.pageUp)
      case FE_KEY_PAGE_DOWN: only(.pageDown)
      case FE_KEY_ENTER: only(.enter)
      case FE_KEY_ESCAPE: only(.escape)
      case FE_KEY_TAB: only(.tab, shifted: .backTab)
      case FE_KEY_BACKSPACE: only(.backspace)
      case FE_KEY_DELETE: only(.delete)
      case FE_KEY_CONTROL: only(.control(Character(scalar)))
      case FE_KEY_INTERRUPT: .interrupt
      case FE_KEY_RESIZED: .resized
      case FE_KEY_RESUMED: .resumed
      case FE_KEY_TIMEOUT: .timeout
      case FE_KEY_NO_MORE: .endOfInput
      case FE_KEY_TERMINATED: .terminated(signal: press.detail)
      case FE_KEY_FAILED: .failed(.readFailed(code: press.detail))
      default: .unknown
      }
  }
}
