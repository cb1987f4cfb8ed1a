/// What went wrong with the history's file; `code` is the system's errno.
package enum HistoryError: Error, Sendable, Hashable {
  case unreadable(path: String, code: Int32)
  case unwritable(path: String, code: Int32)
}
