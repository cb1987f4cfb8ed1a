import Glibc

extension Disk {
  /// Makes a system call, again wherever a signal has interrupted it; -1 and errno where it fails.
  static func uninterrupted<Count: SignedInteger>(_ call: () -> Count) -> Count {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}
