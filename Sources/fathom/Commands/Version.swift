/// What this program is called by.
enum Version {
  static let program = "0.1.0"
}
