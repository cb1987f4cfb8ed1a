/// Why a class cannot be marked as it was asked.
enum GradingError: Error {
  case noLessons
  /// A learners' copy, by its path.
  case noKeys(String)
  /// A process that marks does not start, or ended without a signal.
  case noWorker(status: Int32)
  case otherResults(String)
  case notOurs(String)
  case incomplete(String, found: Int, of: Int)
  case missingShards([Int], of: Int)
}
