/// Why no line could be read.
package enum LineReadError: Error, Sendable, Hashable {
  /// Another editor is open, this one is closed, or there is no memory.
  case noEditor
  /// The system refused to read; `code` is its errno.
  case readFailed(code: Int32)
}
