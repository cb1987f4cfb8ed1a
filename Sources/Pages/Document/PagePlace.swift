/// Where a page stands among the others.
package struct PagePlace: Sendable {
  let index: String
  let previous: (name: String, title: String)?
  let next: (name: String, title: String)?

  /// The ways from here: their words and where they lead.
  func ways(_ ending: String) -> [(words: String, link: String)] {
    [(index, ending == "html" ? "index.html" : "README.md")]
      + (previous.map { [("Before: \($0.title)", "\($0.name).\(ending)")] } ?? [])
      + (next.map { [("Next: \($0.title)", "\($0.name).\(ending)")] } ?? [])
  }
}
