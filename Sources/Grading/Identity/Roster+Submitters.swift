extension Roster {
  /// Who handed in, by the `submission_metadata.json` that Gradescope lays beside a submission; nil for
  /// another text.
  static func submitters(_ text: String) -> [Person]? {
    guard text.first == "{", let users = JSON(reading: text)?["users"]?.items else { return nil }
    return users.compactMap { user in
      guard let name = user["name"]?.text else { return nil }
      let id = user["id"]?.integer.map { "\($0)" }
      return Person(name: name, id: id, others: [user["email"]?.text].compactMap { $0 })
    }
  }
}
