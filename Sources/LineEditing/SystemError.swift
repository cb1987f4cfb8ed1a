#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The system's words for an errno.
enum SystemError {
  static func text(_ code: Int32) -> String {
    guard let words = strerror(code) else { return "error \(code)" }
    return String(cString: words)
  }
}
