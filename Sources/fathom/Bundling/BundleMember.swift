/// A file of what is sent.
struct BundleMember {
  let path: String
  let bytes: [UInt8]
  /// Whether it is to be run.
  var isProgram = false

  init(_ path: String, _ bytes: [UInt8], isProgram: Bool = false) {
    (self.path, self.bytes, self.isProgram) = (path, bytes, isProgram)
  }

  /// A text, or a script.
  init(_ path: String, _ text: String, isProgram: Bool = false) {
    self.init(path, Array(text.utf8), isProgram: isProgram)
  }
}
