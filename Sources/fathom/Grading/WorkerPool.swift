import Glibc
import Grading

/// Several workers, and the files that they share.
struct WorkerPool {
  private let lessons: [String]
  private let bounds: Worker.Bounds
  private let spool: Spool?
  private var workers: [Worker] = []
  private var waiting: ArraySlice<HandedIn>
  private let total: Int
  private var done = 0

  init(
    _ files: [HandedIn],
    in spool: Spool?,
    lessons: [String],
    jobs: Int,
    _ bounds: Worker.Bounds
  ) throws {
    (self.lessons, self.bounds, self.spool) = (lessons, bounds, spool)
    waiting = files[...]
    total = files.count
    for _ in 0..<min(jobs, files.count) { try start() }
  }

  /// Marks all files; each record is told as soon as it is there.
  mutating func run(_ told: (String) throws -> Void) throws {
    ProgressLine.begin(label: "Marking ")
    defer { ProgressLine.end() }
    while !workers.isEmpty {
      var ready = workers.map { pollfd(fd: $0.records, events: Int16(POLLIN), revents: 0) }
      guard Disk.uninterrupted({ poll(&ready, nfds_t(ready.count), -1) }) >= 0 else {
        throw GradingError.noWorker(status: errno)
      }
      for index in ready.indices.reversed() where ready[index].revents != 0 {
        try take(from: index, told)
      }
      ProgressLine.report(Double(done) / Double(max(1, total)))
    }
  }

  private mutating func start() throws {
    guard let handIn = waiting.popFirst() else { return }
    var worker = try Worker(lessons: lessons, bounds, spool)
    worker.begin(handIn)
    workers.append(worker)
  }

  private mutating func take(from index: Int, _ told: (String) throws -> Void) throws {
    guard let chunk = try InputFile.chunk(of: workers[index].records, "worker") else {
      return try bury(index, told)
    }
    workers[index].received += chunk
    guard let end = workers[index].received.firstIndex(of: 0x0A) else { return }
    let line = String(decoding: workers[index].received[..<end], as: UTF8.self)
    workers[index].received.removeSubrange(...end)
    workers[index].handIn = nil
    done += 1
    try told(line)
    if let next = waiting.popFirst() {
      workers[index].begin(next)
    } else {
      _ = workers.remove(at: index).end()
    }
  }

  /// A worker has gone: that is the outcome of its file, and another takes its place.
  private mutating func bury(_ index: Int, _ told: (String) throws -> Void) throws {
    let worker = workers.remove(at: index)
    let (signal, status) = worker.end()
    guard signal != 0 else { throw GradingError.noWorker(status: status) }
    if let path = worker.handIn?.path {
      done += 1
      let why: GradedFile.Refusal =
        signal == SIGPROF ? .tooLong(seconds: bounds.seconds) : .crashed(signal: Int(signal))
      try told(GradingTask.refusal(path, why))
    }
    try start()
  }
}
