import CLibEdit

/// Reads keys one by one, inside `LineEditor.withKeys`.
@MainActor
package struct KeyReader: ~Copyable {
  private let editor: OpaquePointer?

  init(_ editor: OpaquePointer?) { self.editor = editor }

  /// Waits for a key, for ever or for some milliseconds.
  package func next(timeout milliseconds: Int32? = nil) -> Key {
    guard let editor else { return .failed(.noEditor) }
    return Key(fe_next_key(editor, milliseconds.map { max(0, $0) } ?? -1))
  }

  /// Whether the next key is there already; until it is read, any thread may ask.
  package var waits: @Sendable () -> Bool {
    guard let editor else { return { true } }
    // It only looks, and nothing reads while somebody computes.
    nonisolated(unsafe) let pointer = editor
    return { fe_key_waits(pointer) }
  }
}

extension LineEditor {
  /// Lets `body` read keys that come one by one and unechoed; the terminal is as before afterwards.
  ///
  /// While `body` computes, Ctrl-C sets `Interrupt`; it is the next key as well. From a pipe each
  /// character is a key.
  package func withKeys<Result>(
    _ body: @MainActor (borrowing KeyReader) throws -> Result
  ) rethrows -> Result {
    if let editor { fe_keys_begin(editor) }
    defer { if let editor { fe_keys_end(editor) } }
    return try body(KeyReader(editor))
  }
}
