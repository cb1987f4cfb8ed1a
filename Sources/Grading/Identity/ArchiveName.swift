/// Names of archives, in which learning systems and learners hand files out and in.
package enum ArchiveName {
  private static let endings = [
    ".zip", ".7z", ".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz",
    ".tar.lzma", ".tar.lz", ".tar.lz4", ".tar.zst", ".tar.z",
  ]

  /// Whether a file of this name is looked into.
  package static func isOne(_ name: String) -> Bool {
    let lower = name.lowercased()
    return endings.contains { lower.hasSuffix($0) }
  }
}
