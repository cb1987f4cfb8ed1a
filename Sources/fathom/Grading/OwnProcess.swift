import Glibc

/// Our own program started anew, for what may come to harm.
enum OwnProcess {
  /// Where it finds the spool.
  static let spoolDescriptor: Int32 = 3

  /// Starts a hidden subcommand; descriptors that are not given are not its.
  static func start(
    _ arguments: [String],
    input: Int32,
    output: Int32,
    spool: Spool?
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    if let spool {
      posix_spawn_file_actions_adddup2(&actions, spool.descriptor, spoolDescriptor)
    }
    var pid: pid_t = 0
    var pointers = (["fathom"] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    // A crash is told by its signal; a trace of ours would be noise.
    setenv("SWIFT_BACKTRACE", "enable=no", 1)
    let code = posix_spawn(&pid, "/proc/self/exe", &actions, nil, &pointers, environ)
    guard code == 0 else { throw GradingError.noWorker(status: code) }
    return pid
  }

  /// How it ended: by a signal, or else with a status.
  static func end(_ process: pid_t) -> (signal: Int32, status: Int32) {
    var status: Int32 = 0
    _ = Disk.uninterrupted { waitpid(process, &status, 0) }
    return (status & 0x7F, (status >> 8) & 0xFF)
  }

  /// In such a process: what it may use of memory.
  static func limitMemory(megabytes: Int) {
    limit(RLIMIT_AS, to: megabytes << 20)
    limit(RLIMIT_CORE, to: 0)
  }

  private static func limit(_ resource: __rlimit_resource, to most: Int) {
    var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most))
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }

  /// Has the system end this process once it has used so much processor time from now on; 0 for never.
  static func alarm(after seconds: Int) {
    var timer = itimerval(
      it_interval: timeval(tv_sec: 0, tv_usec: 0),
      it_value: timeval(tv_sec: seconds, tv_usec: 0)
    )
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }
}
