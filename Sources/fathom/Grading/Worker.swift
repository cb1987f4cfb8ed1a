import Glibc

/// A process of our own program that marks one file after another.
///
/// What a file makes of it, a crash, too much memory, time without end, is that file's outcome.
struct Worker {
  let process: pid_t
  /// Paths go in, each behind a NUL.
  let requests: Int32
  /// Records come out, a line each.
  let records: Int32
  /// The file that it is marking.
  var path: String?
  var received: [UInt8] = []

  /// The subcommand that is started.
  static let command = "grade-worker"

  /// What a worker may use for a file.
  struct Bounds {
    /// Seconds of processor time.
    let seconds: Int
    /// Megabytes of memory.
    let megabytes: Int
  }

  init(lessons: [String], _ bounds: Bounds) throws {
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
    let arguments =
      [
        "fathom", Self.command, "--seconds", "\(bounds.seconds)", "--megabytes",
        "\(bounds.megabytes)", "--",
      ] + lessons
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
    var pid: pid_t = 0
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    // A crash is told by its signal; a trace of ours would be noise.
    setenv("SWIFT_BACKTRACE", "enable=no", 1)
    let code = posix_spawn(&pid, "/proc/self/exe", &actions, nil, &pointers, environ)
    guard code == 0 else { throw GradingError.noWorker(status: code) }
    (process, requests, records) = (pid, input[1], output[0])
  }

  /// Gives it a file.
  mutating func begin(_ path: String) {
    self.path = path
    // Where it has gone, the end of its output says so.
    try? Terminal.send(path + "\u{0}", to: requests)
  }

  /// Ends it, and says how it ended by itself: the signal, or the status where there was none.
  func end() -> (signal: Int32, status: Int32) {
    close(requests)
    close(records)
    var status: Int32 = 0
    _ = Disk.uninterrupted { waitpid(process, &status, 0) }
    return (status & 0x7F, (status >> 8) & 0xFF)
  }
}
