import Glibc

/// Has an archive unpacked by a process of its own, which may come to harm.
enum Unpacking {
  /// The hidden subcommand that does it.
  static let command = "grade-unpack"

  /// What the archive holds, in the order of its members; what is wrong with all of it has the archive's path.
  static func members(of path: String, into spool: Spool) throws -> [Unpacked] {
    var end = stat()
    fstat(spool.descriptor, &end)
    let before = Disk.lastWritten(path)
    var output: [Int32] = [-1, -1]
    guard pipe(&output) == 0 else { throw GradingError.noWorker(status: errno) }
    for end in output { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { for descriptor in [nothing, output[0]] { close(descriptor) } }
    let process: pid_t
    do {
      defer { close(output[1]) }
      process = try OwnProcess.start(
        [command, "--start", "\(end.st_size)", "--", path],
        input: nothing,
        output: output[1],
        spool: spool
      )
    }
    var told: [UInt8] = []
    while let chunk = try InputFile.chunk(of: output[0], path) { told += chunk }
    let (signal, status) = OwnProcess.end(process)
    var found = records(told)
    func refused(_ fault: ArchiveFault, _ detail: String = "") -> Unpacked {
      Unpacked(path: path, outcome: .refused(fault, detail))
    }
    if signal != 0 {
      found.append(refused(signal == SIGPROF ? .slow : .crashed, "\(signal)"))
    } else if status != 0 {
      throw GradingError.noWorker(status: status)
    }
    return Disk.lastWritten(path) == before ? found : [refused(.growing)]
  }

  private static func records(_ told: [UInt8]) -> [Unpacked] {
    let fields = told.split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
    let count = Unpacked.fieldCount
    return stride(from: 0, to: fields.count, by: count)
      .compactMap { Unpacked(Array(fields[$0..<min($0 + count, fields.count)])) }
  }
}
