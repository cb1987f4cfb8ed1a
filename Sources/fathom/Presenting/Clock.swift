import Glibc

/// How long a talk has gone on.
struct Clock {
  private let began = Clock.now

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }

  /// Minutes and seconds, `3:20`.
  var text: String {
    let seconds = Self.now - began
    return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
  }
}
