import TerminalText

extension BundleError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noLibrary:
      "libarchive, which writes the zip, is missing. On Debian: apt-get install libarchive13."
    case .notWritten(let path): "\"\(neutralised(path))\" cannot be written: is the disk full?"
    case .faulty(let lines): (lines + ["Nothing was written."]).joined(separator: "\n")
    }
  }
}
