import CArchive
import Glibc

/// The running program as it is sent to another machine, with the libraries that it needs there.
struct OwnProgram {
  /// Its file and the libraries, as they stand in a folder.
  let members: [BundleMember]
  /// The line of a shell's script that lets it find them, where `$here` is that folder.
  let environment: String

  /// What belongs to the C library, which must be that machine's own.
  private static let ofTheSystem: Set = [
    "libc", "libm", "libpthread", "libdl", "librt", "libresolv", "libutil", "libnsl",
    "ld-linux-x86-64", "ld-linux-aarch64",
  ]
  /// What may need a newer C library than that machine has, and which it may have itself.
  private static let ofTheCompiler: Set = ["libstdc++", "libgcc_s"]

  init() throws {
    var members = [
      BundleMember("fathom", try InputFile.bytes(at: "/proc/self/exe"), isProgram: true)
    ]
    // Before an archive is met, which brings libraries of its own.
    for path in Self.loaded {
      let file = path.split(separator: "/").last.map(String.init) ?? path
      let name = String(file.prefix { $0 != "." })
      guard !Self.ofTheSystem.contains(name) else { continue }
      let folder = Self.ofTheCompiler.contains(name) ? "lib/compiler" : "lib"
      members.append(BundleMember("\(folder)/\(file)", try InputFile.bytes(at: path)))
    }
    self.members = members
    environment = members.count == 1 ? "" : Self.finding
  }

  private static var loaded: [String] {
    var paths: [String] = []
    while let path = farc_library(paths.count) { paths.append(String(cString: path)) }
    return paths
  }

  private static let finding = #"""
    export LD_LIBRARY_PATH="$here/lib"
    # Where this machine has no library of the compiler that fits.
    _=$("$here/fathom" --version 2>&1) || LD_LIBRARY_PATH+=":$here/lib/compiler"

    """#
}
