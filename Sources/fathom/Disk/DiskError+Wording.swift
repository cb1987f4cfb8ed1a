import Glibc
import Lessons
import TerminalText

extension DiskError: CustomStringConvertible {
  var description: String { "\"\(neutralised(path))\" cannot be written: \(reason)." }
}

extension InputError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unreadable(let path, let code):
      "\"\(neutralised(path))\" cannot be read: \(String(cString: strerror(code)))."
    case .endless(let path): "\"\(neutralised(path))\" is too large to be read."
    case .special(let path):
      "\"\(neutralised(path))\" is a pipe or a device, and no file. To hand over what a command prints, write "
        + "<(COMMAND)."
    case .tooMuch(let path, let megabytes):
      "\"\(neutralised(path))\" holds more than \(megabytes) MB of statements: write what they define as functions, or "
        + "cut it in pieces."
    }
  }
}

extension ShelfError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noLessons(let folders):
      "There are no lessons in \(folders.map { neutralised($0) }.joined(separator: ", ")). "
        + "--lessons DIR names a folder with lessons."
    case .unknown(let name, let known, let meant):
      "There is no lesson \"\(neutralised(name))\". "
        + (meant.map { "Did you mean \(neutralised($0))?" }
          ?? "There are: \(known.map { neutralised($0) }.joined(separator: ", ")).")
    case .otherID(let name, let path, let id):
      "There is no lesson \"\(neutralised(name))\": \(neutralised(path)) holds \"\(neutralised(id))\". "
        + "A path with / or .md plays that file."
    case .faulty(let diagnostics):
      "This lesson cannot be played:\n"
        + diagnostics.prefix(10).map(\.text).joined(separator: "\n")
    }
  }
}
