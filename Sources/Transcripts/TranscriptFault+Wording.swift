import TerminalText

extension TranscriptFault {
  /// One line: `path:line:column: error: message`.
  package var text: String {
    "\(neutralised(path)):\(line):\(column): \(severity.rawValue): \(problem.message)"
  }
}

extension TranscriptFault.Problem {
  /// What is wrong, in a sentence.
  package var message: String {
    switch self {
    case .empty: "The file is empty. `fathom play LESSON --transcript FILE` begins one."
    case .notATranscript:
      "This is no transcript: its first line is not \"# fathom transcript 1\"."
    case .unknownFormat(let format):
      "This fathom reads format 1; the file is of format \"\(neutralised(format))\"."
    case .noLesson:
      "A line \"# lesson: ID VERSION DIGEST\" or \"# notebook: NAME\" is missing: nothing says what was "
        + "played."
    case .tooLarge(let bytes):
      "The file has \(bytes) bytes; a transcript has at most \(TranscriptParser.mostBytes)."
    case .notUTF8: "These bytes are not UTF-8; they are read as U+FFFD."
    case .controlCharacter: "A control character stands here; it is read as it is shown."
    case .carriageReturns: "Lines end in carriage returns, which are left out."
    case .badHeaderLine(let line):
      "\"\(neutralised(line))\" says nothing that this fathom knows; it is left out."
    case .missing(let field): "The header has no \(field.rawValue); the default is taken."
    case .strayContinuation: "\"…>\" continues an input, but no input stands above; it is left out."
    case .torn: "The last line was cut off while it was written; it is left out."
    case .tornAnswer:
      "The last line has no line end: a grade counts its answer as it stands, a session leaves it out."
    case .longInput(let bytes): "This input has \(bytes) bytes."
    }
  }
}
