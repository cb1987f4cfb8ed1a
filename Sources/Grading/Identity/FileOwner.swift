/// Whose a file is by its place, as learning systems and people name what is handed in.
struct FileOwner: Sendable, Hashable {
  /// What the place says, the surest first: a number, then a name.
  let keys: [String]
  /// The name, as it stands there.
  let name: String
  /// The number of the learning system.
  let id: String?
  /// Whether the learning system says that it came late.
  let isLate: Bool

  /// Of the file's name, in which Canvas and Moodle put who it is from.
  ///
  /// `lovelaceada_LATE_4711_99_scaling.transcript` is Canvas's; Moodle's folders are
  /// `Ada Lovelace_4711_assignsubmission_file_`; ours are `scaling@Ada.transcript`, `Ada.transcript`.
  /// Of a file that was handed in in an archive, the archive's name says it as well.
  init(file path: String) {
    let parts = path.split(separator: "/").map(String.init)
    let file = parts.last ?? path
    let archives = parts.dropLast().filter(ArchiveName.isOne).reversed()
    let folder = parts.dropLast().last { !ArchiveName.isOne($0) }
    if let moodle = ([file, folder ?? ""] + archives).lazy.compactMap(Self.moodle).first {
      self = moodle
    } else if let canvas = ([file] + archives).lazy.compactMap(Self.canvas).first {
      self = canvas
    } else {
      self.init(name: Self.name(ofFile: file))
    }
  }

  /// Of the folder's name, which no archive is; nil where there is none above it.
  init?(folder path: String) {
    let above = path.split(separator: "/").dropLast().map(String.init)
    guard let folder = above.last(where: { !ArchiveName.isOne($0) }), folder != ".",
      folder != ".."
    else { return nil }
    self = Self.moodle(folder) ?? FileOwner(name: folder)
  }

  private init(name: String, id: String? = nil, keys: [String] = [], isLate: Bool = false) {
    (self.name, self.id, self.isLate) = (name, id, isLate)
    self.keys = keys + [name]
  }

  private static func moodle(_ text: String) -> FileOwner? {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    guard let mark = parts.firstIndex(of: "assignsubmission"), mark >= 2, isNumber(parts[mark - 1])
    else { return nil }
    let (number, name) = (parts[mark - 1], parts[..<(mark - 1)].joined(separator: "_"))
    let id = "Participant \(number)"
    return FileOwner(name: name, id: id, keys: [id, number])
  }

  private static func canvas(_ file: String) -> FileOwner? {
    var parts = file.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 4, !parts[0].isEmpty else { return nil }
    let isLate = parts[1] == "LATE"
    if isLate { parts.remove(at: 1) }
    guard parts.count >= 4, isNumber(parts[1]), isNumber(parts[2]) else { return nil }
    return FileOwner(name: parts[0], id: parts[1], keys: [parts[1]], isLate: isLate)
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 18 && text.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// `ada` of `scaling@ada.transcript` and of `ada.transcript`.
  private static func name(ofFile file: String) -> String {
    let ending = ".transcript"
    let stem = file.hasSuffix(ending) ? String(file.dropLast(ending.count)) : file
    guard let at = stem.firstIndex(of: "@") else { return stem }
    return String(stem[stem.index(after: at)...])
  }
}
