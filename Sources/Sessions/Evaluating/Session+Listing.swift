import Notebooks
import TerminalText

extension Session {
  /// All definitions, with whose they are.
  var notebookListing: StyledText {
    let all = notebook.definitions.all
    guard !all.isEmpty else { return Sentence.nothingDefined.styled }
    var text = StyledText()
    for definition in all {
      if !text.isEmpty { text.append("\n") }
      text.append(neutralised(definition.statement.text), .code)
      text.append(owner(definition), .faint)
    }
    return text
  }

  /// Whose a definition is, where it could be somebody else's.
  private func owner(_ definition: Definition) -> String {
    isNotebook ? "" : definition.isOwn ? "   (yours)" : "   (lesson)"
  }

  private static let deepest = 6
  private static let longest = 40

  /// What a name is and what it depends on, as a tree.
  func why(_ name: String) -> StyledText {
    guard let definition = notebook.definitions[name] else {
      let known = notebook.definitions.order
      if BuiltIns.function(name) != nil { return Help.text(name) }
      let meant = Spelling.nearest(to: name, among: known)
      return Sentence.notDefined(name, meant: meant).styled
    }
    var text = StyledText()
    var seen: Set<String> = []
    var lines = 0
    /// What is still to be written: a name and how deep it stands; the next one last.
    var pending = [(definition, 0)]
    while let (current, depth) = pending.popLast(), lines < Self.longest {
      if lines > 0 { text.append("\n") }
      lines += 1
      text.append(String(repeating: "  ", count: depth))
      text.append(neutralised(current.statement.text), .code)
      text.append(owner(current), .faint)
      guard depth < Self.deepest, seen.insert(current.name).inserted else { continue }
      for read in current.names.reversed() {
        if let next = notebook.definitions[read] { pending.append((next, depth + 1)) }
      }
    }
    if let readers = notebook.definitions.readersSentence(of: name) { text.append("\n" + readers) }
    return text
  }
}
