import TerminalText

extension GradingError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noLessons: "There is no lesson to mark with."
    case .noKeys(let path):
      "\(neutralised(path)) is a learners' copy: it has no keys to mark with."
    case .noWorker(let status): "The processes that mark end at once (status \(status))."
    case .otherResults(let path):
      "\(neutralised(path)) holds the results of other files or another shard. Name another file, or delete it."
    case .notOurs(let path):
      "\(neutralised(path)) holds results that were made with another text of the lessons, or is no file of results. Grade anew."
    case .incomplete(let path, let found, let count):
      "\(neutralised(path)) holds \(found) of \(count) files. Run that shard again; it goes on where it stopped."
    case .missingShards(let numbers, let count):
      "Of \(count) shards these are missing: \(numbers.map { "\($0)" }.joined(separator: ", "))."
    }
  }
}
