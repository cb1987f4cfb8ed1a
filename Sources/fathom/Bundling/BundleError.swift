/// Why nothing is sent.
enum BundleError: Error {
  /// The library that writes zips is missing.
  case noLibrary
  case notWritten(String)
  /// What `check` says of the lesson.
  case faulty([String])
}
