import CArchive

/// A zip that is written: whole or not at all, and the same for the same members.
enum ZipFile {
  static func write(_ members: [BundleMember], to path: String) throws {
    guard farc_is_there() else { throw BundleError.noLibrary }
    try Disk.replace(path) { descriptor in
      guard let zip = farc_zip_begin(descriptor) else { throw BundleError.notWritten(path) }
      for member in members {
        _ = member.bytes.withUnsafeBytes {
          farc_zip_add(zip, member.path, $0.baseAddress, $0.count, member.isProgram)
        }
      }
      guard farc_zip_end(zip) else { throw BundleError.notWritten(path) }
    }
  }
}
