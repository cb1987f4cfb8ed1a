import Sessions

/// The preferences as they stand on the disk, beside the transcripts.
enum PreferencesFile {
  /// What is kept; nothing where there is no such file, or no place for one.
  static var kept: Preferences {
    Preferences(SavePlace.preferences.flatMap { try? InputFile.text(at: $0) } ?? "")
  }

  /// Keeps what a line sets for later sessions too; no other line changes anything.
  static func take(_ line: String) throws {
    var preferences = kept
    guard preferences.take(line), let path = SavePlace.preferences else { return }
    try Disk.makeFolder(Disk.parent(of: path))
    try Disk.replace(path, with: preferences.text, mode: 0o600)
  }
}
