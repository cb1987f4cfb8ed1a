import Glibc
import Lessons

/// A process of our own program that marks one file after another.
///
/// What a file makes of it, a crash, too much memory, time without end, is that file's outcome.
struct Worker {
  let process: pid_t
  /// Requests go in.
  let requests: Int32
  /// Records come out, a line each.
  let records: Int32
  /// The file that it is marking.
  var handIn: HandedIn?
  var received: [UInt8] = []

  /// The subcommand that is started.
  static let command = "grade-worker"

  /// What a worker may use for a file, and how it marks.
  struct Bounds {
    /// Seconds of processor time.
    let seconds: Int
    /// Megabytes of memory.
    let megabytes: Int
    /// With which variants are drawn.
    let classSeed: ClassSeed?
  }

  init(lessons: [String], _ bounds: Bounds, _ spool: Spool?) throws {
    var (input, output): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&input) == 0, pipe(&output) == 0 else {
      throw GradingError.noWorker(status: errno)
    }
    // The ends are nobody else's: another worker that had them would keep this one from ending.
    for end in input + output { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer {
      close(input[0])
      close(output[1])
    }
    let arguments = [
      Self.command, "--seconds", "\(bounds.seconds)", "--megabytes", "\(bounds.megabytes)",
    ]
    let seed = bounds.classSeed.map { ["--class=\($0.text)"] } ?? []
    let pid = try OwnProcess.start(
      arguments + seed + ["--"] + lessons,
      input: input[0],
      output: output[1],
      spool: spool
    )
    (process, requests, records) = (pid, input[1], output[0])
  }

  /// Gives it a file.
  mutating func begin(_ handIn: HandedIn) {
    self.handIn = handIn
    // Where it has gone, the end of its output says so.
    try? Terminal.send(handIn.request, to: requests)
  }

  /// Ends it, and says how it ended by itself: the signal, or the status where there was none.
  func end() -> (signal: Int32, status: Int32) {
    close(requests)
    close(records)
    return OwnProcess.end(process)
  }
}
