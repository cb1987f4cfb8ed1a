import Grading
import Lessons

/// Marks the files that were found, several at a time, and goes on where an earlier run stopped.
struct Marking {
  let task: GradingTask
  let jobs: Int
  let bounds: Worker.Bounds
  let shard: Shard
  /// The file that keeps the records; nil where they are kept nowhere.
  let results: String?

  /// A record for each file, in the order of their names.
  func records(of found: HandInFolder) throws -> [String] {
    var records = Dictionary(
      found.refused.map { ($0.path, GradingTask.refusal($0.path, .unreadable("\($0.why)"))) }
    ) { first, _ in first }
    let files = Dictionary(found.files.map { ($0.path, $0) }) { first, _ in first }
    let all = (found.files.map(\.path) + found.refused.map(\.path))
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let mine = shard.share(of: all)
    let head = ResultsFile.Head(shard: shard, files: mine.count)
    let file = try Usage.checked { try results.map { try ResultsFile($0, head, task) } }
    for (path, record) in file?.records ?? [:] where stands(record, files[path], found.spool) {
      records[path] = record
    }
    let waiting = mine.filter { records[$0] == nil }.compactMap { files[$0] }
    for path in mine where file?.records[path] == nil {
      if let refused = records[path] { try file?.add(refused) }
    }
    var pool = try WorkerPool(
      waiting,
      in: found.spool,
      lessons: task.grader.lessons.map(\.path),
      jobs: jobs,
      bounds
    )
    try pool.run { record in
      try file?.add(record)
      if let path = GradedFile.path(ofRecord: record) { records[path] = record }
    }
    file?.finish()
    return mine.compactMap { records[$0] }
  }

  /// Whether a record is about the bytes that the file still has.
  private func stands(_ record: String, _ handIn: HandedIn?, _ spool: Spool?) -> Bool {
    guard let (_, stamp) = GradedFile.reading(record: record), !stamp.isEmpty,
      let bytes = try? handIn?.bytes(spool)
    else { return false }
    return stamp == task.stamp(of: bytes)
  }
}
