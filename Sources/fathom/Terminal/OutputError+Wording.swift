import Glibc

extension OutputError: CustomStringConvertible {
  var description: String {
    switch self {
    case .refused(let code): "The output cannot be written: \(String(cString: strerror(code)))."
    }
  }
}
