/// A set of ASCII bytes as two words: looked up for each byte of a lesson.
struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The characters of an ASCII text.
  init(_ text: StaticString) {
    text.withUTF8Buffer { bytes in
      for byte in bytes {
        precondition(byte < 128, "only ASCII is looked for")
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
      }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    guard byte < 128 else { return false }
    return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte - 64)) & 1 == 1
  }
}
