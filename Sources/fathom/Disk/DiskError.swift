import Glibc

/// A file that cannot be written.
struct DiskError: Error {
  let path: String
  let code: Int32

  var reason: String { String(cString: strerror(code)) }
}
