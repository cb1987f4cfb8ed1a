import Glibc
import LineEditing
import TestSupport
import Testing

@Suite struct WordingTests {
  @Test func readErrors() {
    #expect("\(LineReadError.noEditor)" == "The line editor is not open.")
    #expect(
      "\(LineReadError.readFailed(code: EISDIR))"
        == "The input cannot be read: Is a directory."
    )
  }

  @Test func historyErrors() {
    #expect(
      "\(HistoryError.unreadable(path: "/h", code: EISDIR))"
        == "The history '/h' cannot be read: Is a directory."
    )
    #expect(
      "\(HistoryError.unwritable(path: "/h", code: EACCES))"
        == "The history '/h' cannot be written: Permission denied. "
        + "What you type now is forgotten when you leave."
    )
  }
}
