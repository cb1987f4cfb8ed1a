/// A file to be marked: on the disk, or out of an archive.
struct HandedIn {
  /// Where it is, to people; an archive stands in it like a folder.
  let path: String
  /// Where its bytes stand in the spool; nil where it is a file of its own.
  var spooled: Range<Int>?

  /// What it holds.
  func bytes(_ spool: Spool?) throws(HandInError) -> [UInt8] {
    guard let spooled, let spool else { return try HandInFile.bytes(at: path) }
    return try spool.bytes(in: spooled)
  }
}

extension HandedIn {
  /// As one process tells it to another: two texts, each with a NUL behind it.
  var request: String {
    "\(path)\u{0}\(spooled.map { "\($0.lowerBound) \($0.count)" } ?? "")\u{0}"
  }

  init(path: String, request place: String) {
    let numbers = place.split(separator: " ").compactMap { Int($0) }
    self.init(path: path, spooled: numbers.count == 2 ? numbers[0]..<numbers[0] + numbers[1] : nil)
  }
}
