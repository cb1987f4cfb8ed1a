/// Something about a transcript that somebody has to know, and where.
package struct TranscriptFault: Error, Sendable, Hashable {
  package let path: String
  package let line: Int
  package let column: Int
  package let problem: Problem

  /// An error leaves no transcript; a remark only says what was taken how.
  package enum Severity: String, Sendable, Hashable { case error, remark }

  /// What is wrong, with what its words need.
  package enum Problem: Sendable, Hashable {
    // Errors
    case empty
    case notATranscript
    case unknownFormat(String)
    case noLesson
    case tooLarge(bytes: Int)
    // Remarks
    case notUTF8
    case controlCharacter
    case carriageReturns
    case badHeaderLine(String)
    case missing(Field)
    case strayContinuation
    case torn
    /// An answer in a last line without a line end: nobody knows whether it is whole.
    case tornAnswer
    case longInput(bytes: Int)
  }

  /// A line of the header that has a default.
  package enum Field: String, Sendable, Hashable { case columns, engine }

  /// Whether it only says how much somebody typed at once.
  package var isOfSize: Bool { if case .longInput = problem { true } else { false } }

  /// Whether there is a transcript in spite of it.
  package var severity: Severity {
    switch problem {
    case .empty, .notATranscript, .unknownFormat, .noLesson, .tooLarge: .error
    case .notUTF8, .controlCharacter, .carriageReturns, .badHeaderLine, .missing,
      .strayContinuation, .torn, .tornAnswer, .longInput:
      .remark
    }
  }
}
