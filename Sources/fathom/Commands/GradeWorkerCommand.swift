import ArgumentParser
import Glibc

/// What `grade` starts several times: marks the files whose paths it reads.
struct GradeWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Worker.command,
    abstract: "Mark the files whose paths are read from standard input.",
    shouldDisplay: false
  )

  @Argument(help: "The lessons' files.")
  var lessons: [String]

  @Option(help: "Seconds of processor time for a file.")
  var seconds: Int

  @Option(help: "Megabytes of memory.")
  var megabytes: Int

  mutating func run() throws {
    Self.limit(RLIMIT_AS, to: megabytes << 20)
    Self.limit(RLIMIT_CORE, to: 0)
    var task = try GradingTask(lessons: lessons)
    var pending: [UInt8] = []
    while let chunk = try InputFile.chunk(of: STDIN_FILENO, "stdin") {
      pending += chunk
      while let end = pending.firstIndex(of: 0) {
        let path = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        // Its signal ends the process: whoever started it knows which file it was.
        Self.alarm(after: seconds)
        let record = task.record(path)
        Self.alarm(after: 0)
        try Terminal.send(record + "\n", to: STDOUT_FILENO)
      }
    }
  }

  private static func limit(_ resource: __rlimit_resource, to most: Int) {
    var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most))
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }

  /// Has the system end the process once it has used so much processor time from now on; 0 for never.
  private static func alarm(after seconds: Int) {
    var timer = itimerval(
      it_interval: timeval(tv_sec: 0, tv_usec: 0),
      it_value: timeval(tv_sec: seconds, tv_usec: 0)
    )
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }
}
