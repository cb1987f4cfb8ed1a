import TerminalText

extension Identity {
  /// Who it is, and who says so.
  var words: String {
    switch self {
    case .claim(nil): "no name"
    case .claim(let name?): "\(neutralised(name)) (a claim)"
    case .roster(let person): "\(neutralised(person.name)) (in the roster)"
    case .file(let person): "\(neutralised(person.name)) (by the file's name)"
    case .mismatch(let mismatch): mismatch.message
    }
  }

  /// Who says so, in a word for other programs.
  var source: String {
    switch self {
    case .claim: "claim"
    case .roster: "roster"
    case .file: "file"
    case .mismatch: "mismatch"
    }
  }
}

extension Identity.Mismatch {
  /// Why nobody knows, in a sentence.
  package var message: String {
    switch self {
    case .nobody: "The transcript names nobody."
    case .notInRoster(let name): "\"\(neutralised(name))\" is not in the roster."
    case .ambiguous(let name): "\"\(neutralised(name))\" could be several people of the roster."
    case .otherName(let claimed, let file):
      "The transcript is \"\(neutralised(claimed))\"'s, the file is \"\(neutralised(file))\"'s."
    case .handedInBefore(let name, let file):
      "\"\(neutralised(name))\" has handed in \(neutralised(file)) already."
        + " --attempt best counts the better of the two."
    case .noTime(let name):
      "\"\(neutralised(name))\" has handed in several files, and --times does not say when this one came."
    }
  }
}
