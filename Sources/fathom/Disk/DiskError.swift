import Glibc
import TerminalText

/// A file that cannot be written.
struct DiskError: Error, CustomStringConvertible {
  let path: String
  let code: Int32

  var reason: String { String(cString: strerror(code)) }
  var description: String { "\"\(neutralised(path))\" cannot be written: \(reason)." }
}
