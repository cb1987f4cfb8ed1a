import TerminalText

/// Names of files that are called after people; no two are the same.
struct FileNames {
  private var taken: Set<String> = []

  /// A name for the next one.
  mutating func unused(_ text: String) -> String {
    let name = Self.clean(text)
    var (file, number) = (name, 1)
    // Some disks hold capitals and small letters for the same.
    while !taken.insert(file.lowercased()).inserted {
      number += 1
      file = "\(name)-\(number)"
    }
    return file
  }

  /// A name without what means something in a path, and never empty.
  private static func clean(_ name: String) -> String {
    let clean = neutralised(name).map { character in
      character.isLetter || character.isNumber || " -_,'".contains(character) ? character : "_"
    }
    let text = String(clean).tidied.prefix(100)
    return text.isEmpty ? "_" : String(text)
  }
}
