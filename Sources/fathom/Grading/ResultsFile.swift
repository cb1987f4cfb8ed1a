import Glibc
import Grading

/// The records of a run, a line each, so that one that was interrupted goes on where it stopped.
///
/// Lines are only ever added behind what stands; one that was cut off is left out.
struct ResultsFile {
  let path: String
  /// The head line, which says which files these are.
  private let head: Head
  private(set) var records: [String: String] = [:]
  private var descriptor: Int32 = -1

  /// Which share of how many files the lines are about.
  struct Head: Hashable {
    let shard: Shard
    let files: Int

    var line: String { "fathom results 1, shard \(shard), \(files) files" }

    init(shard: Shard, files: Int) { (self.shard, self.files) = (shard, files) }

    init?(_ line: Substring) {
      guard let match = line.wholeMatch(of: /fathom results 1, shard (\d+)\/(\d+), (\d+) files/),
        let shard = Shard("\(match.1)/\(match.2)"), let files = Int(match.3)
      else { return nil }
      self.init(shard: shard, files: files)
    }
  }

  /// Opens or makes the file of a run.
  init(_ path: String, _ head: Head, _ task: GradingTask) throws {
    (self.path, self.head) = (path, head)
    if Disk.exists(path) {
      let (found, records, cut) = try Self.read(path)
      guard found == head else { throw GradingError.otherResults(path) }
      self.records = records.filter {
        GradedFile.reading(record: $0.value).map { task.isOurs($0.stamp) } ?? false
      }
      descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
      guard descriptor >= 0 else { throw DiskError(path: path, code: errno) }
      if cut { try add("") }
    } else {
      descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw DiskError(path: path, code: errno) }
      try add(head.line)
    }
  }

  /// The head and the records of a file, by the paths that they are about.
  static func read(_ path: String) throws -> (head: Head, records: [String: String], isCut: Bool) {
    let text = try InputFile.text(at: path)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true)[...]
    guard let first = lines.popFirst(), let head = Head(first) else {
      throw GradingError.notOurs(path)
    }
    var records: [String: String] = [:]
    for line in lines {
      guard let (file, _) = GradedFile.reading(record: String(line)) else { continue }
      records[file.path] = String(line)
    }
    return (head, records, !text.hasSuffix("\n"))
  }

  /// Adds a line, whole.
  func add(_ line: String) throws { try Terminal.send(line + "\n", to: descriptor) }

  /// Sees to it that what was added is on the disk.
  func finish() {
    fsync(descriptor)
    close(descriptor)
  }

  /// Puts the results of all shards together, in the order of the files' names.
  static func merged(_ paths: [String], _ task: GradingTask) throws -> [GradedFile] {
    var files: [String: GradedFile] = [:]
    var shards: Set<Shard> = []
    for path in paths {
      let (head, records, _) = try read(path)
      guard records.count == head.files else {
        throw GradingError.incomplete(path, found: records.count, of: head.files)
      }
      shards.insert(head.shard)
      for record in records.values {
        guard let (file, stamp) = GradedFile.reading(record: record), task.isOurs(stamp) else {
          throw GradingError.notOurs(path)
        }
        files[file.path] = file
      }
    }
    let count = shards.map(\.count).max() ?? 1
    let missing = (1...count).filter { number in
      !shards.contains { $0.number == number && $0.count == count }
    }
    guard missing.isEmpty else { throw GradingError.missingShards(missing, of: count) }
    return files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
