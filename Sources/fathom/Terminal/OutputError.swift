/// Standard output that takes nothing more.
enum OutputError: Error {
  case refused(code: Int32)
}
