import Glibc

/// Files and folders.
enum Disk {
  /// The folder of the running program.
  static var programFolder: String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return parent(of: path)
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The names in a folder, sorted by their bytes; none where there is no such folder.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// When a file was last written, in nanoseconds since 1970; nil where there is none.
  static func lastWritten(_ path: String) -> Int64? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
  }

  /// Who may read and write what stands at a path; nil where nothing does.
  static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What stands at a path, without opening it.
  enum Occupant: Hashable {
    case nothing
    /// An ordinary file, by what all of its names share.
    case file(device: UInt64, number: UInt64)
    /// A folder, a pipe, a socket, a device, or a link to nothing.
    case special
  }

  static func occupant(of path: String) -> Occupant {
    var (link, status) = (stat(), stat())
    guard lstat(path, &link) == 0 else { return .nothing }
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .special }
    return .file(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  /// Opens what is closed of the standard streams.
  ///
  /// Their numbers would go to the next files opened, a transcript say. Reading or writing them fails as it did.
  static func occupyStandardStreams() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes a folder and those above it; unless said otherwise for nobody else to look into.
  static func makeFolder(_ path: String, mode: mode_t = 0o700) throws {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      guard mkdir(made, mode) == 0 || errno == EEXIST || exists(made) else {
        throw DiskError(path: made, code: errno)
      }
    }
  }

  /// Gives a file another name, the first that is free, and says which.
  static func setAside(_ path: String) throws -> String {
    var number = 1
    while exists("\(path).\(number)") { number += 1 }
    guard rename(path, "\(path).\(number)") == 0 else { throw DiskError(path: path, code: errno) }
    return "\(path).\(number)"
  }

  /// Puts text in the place of a file, whole or not at all.
  static func replace(_ path: String, with text: String, mode: mode_t = 0o644) throws {
    try replace(path, with: Array(text.utf8), mode: mode)
  }

  /// The same with bytes.
  static func replace(_ path: String, with bytes: [UInt8], mode: mode_t = 0o644) throws {
    try replace(path, mode: mode) { try write(bytes[...], to: $0, path) }
  }

  /// The same with what is written to a descriptor.
  static func replace(
    _ path: String,
    mode: mode_t = 0o644,
    _ fill: (_ descriptor: Int32) throws -> Void
  ) throws {
    let temporary = "\(path).\(getpid()).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw DiskError(path: path, code: errno) }
    defer { unlink(temporary) }
    do {
      defer { close(descriptor) }
      try fill(descriptor)
      guard fsync(descriptor) == 0 else { throw DiskError(path: path, code: errno) }
    }
    guard rename(temporary, path) == 0 else { throw DiskError(path: path, code: errno) }
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32, _ path: String) throws
  {
    var rest = bytes
    while !rest.isEmpty {
      let count = uninterrupted {
        rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      }
      guard count > 0 else { throw DiskError(path: path, code: errno) }
      rest = rest.dropFirst(count)
    }
  }
}
