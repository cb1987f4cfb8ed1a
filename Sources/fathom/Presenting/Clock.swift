import Glibc

/// How long a talk has gone on.
struct Clock {
  private let began = Clock.now

  /// In thousandths of a second.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  var thousandths: Int { Self.now - began }

  /// Minutes and seconds, `3:20`.
  var text: String {
    let seconds = thousandths / 1000
    return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
  }
}
