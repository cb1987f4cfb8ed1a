import Glibc

/// Where the notes of a talk are told: a Unix-domain socket in the folder of the person's sessions.
enum NotesSocket {
  /// Why there are no notes in a second terminal.
  enum Problem: Error {
    case noPlace
    case pathTooLong(String)
    case taken
    case refused(code: Int32)
  }

  static var path: String? { SavePlace.notes }

  /// Calls the body with the socket's address.
  static func withAddress<Result>(
    _ path: String,
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) throws(Problem) -> Result {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard bytes.count < room else { throw .pathTooLong(path) }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }

  static func open() throws(Problem) -> Int32 {
    let flags =
      Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
    let descriptor = socket(AF_UNIX, flags, 0)
    guard descriptor >= 0 else { throw .refused(code: errno) }
    return descriptor
  }

  /// A connection to the talk that is given now; nil where there is none.
  static func connection(_ path: String) throws(Problem) -> Int32? {
    let descriptor = try open()
    let result = try withAddress(path) { connect(descriptor, $0, $1) }
    guard result == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}

extension NotesSocket.Problem: CustomStringConvertible {
  var description: String {
    switch self {
    case .noPlace:
      "There is no folder for notes: neither XDG_STATE_HOME nor HOME says where that is."
    case .pathTooLong(let path):
      "\"\(path)\" is too long for a socket: notes can be seen with n, on the stage."
    case .taken: "Another talk is given here already; notes in a second terminal follow that one."
    case .refused(let code):
      "Notes can't be told to a second terminal: \(String(cString: strerror(code))). They can be seen with n."
    }
  }
}
