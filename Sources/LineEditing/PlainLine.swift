/// A line from a pipe or file, made safe to work with.
enum PlainLine {
  /// The text of `bytes`: invalid UTF-8 and NUL become U+FFFD, a carriage return at the end goes.
  static func text(_ bytes: some BidirectionalCollection<UInt8>) -> String {
    let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes[...]
    let text = String(decoding: line, as: UTF8.self)
    guard line.contains(0) else { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.lazy.map { $0 == "\0" ? "\u{FFFD}" : $0 })
    return String(scalars)
  }
}
