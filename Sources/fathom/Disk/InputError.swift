/// A file that cannot be read.
enum InputError: Error {
  case unreadable(path: String, code: Int32)
  case endless(path: String)
}
