import Lessons

/// Something that running a lesson has shown, and where its author must act.
package struct AuditFinding: Sendable, Hashable {
  package let path: String
  package let position: Position
  package let problem: Problem

  /// `FL100` and so on; a code keeps its meaning for ever.
  package var code: String { "FL\(problem.number)" }

  package var severity: Diagnostic.Severity {
    switch problem {
    case .onlyZeroIsRight, .choiceIDIsLetter: .warning
    case .tooFewPoints, .misconceptionsOverlap, .keyShows, .keyWorkedOut, .choiceNamed,
      .hintSolves, .keyPrinted:
      .error
    case .cellUnreadable, .cellFails, .cellSucceeds, .parameterFails, .placeholderUnknown,
      .keyFails, .keyNotFinite, .keyWithoutValues, .absoluteTooWide, .notAnAnswer,
      .acceptIsWrong, .rejectIsRight, .rejectTooNear, .misconceptionFails,
      .misconceptionTooNear, .guessShowsNothing, .holdsAtStart, .conditionIsNoTruth,
      .acceptDoesNotSolve, .rejectSolves, .statementUnreadable, .nothingPlausibleRejected,
      .lockUnknown, .cellCallsLocked:
      .error
    }
  }

  /// Whether a learners' copy would show a key, so that none is written.
  package var isTrace: Bool {
    switch problem {
    case .keyShows, .keyWorkedOut, .choiceNamed, .hintSolves, .keyPrinted: true
    default: false
    }
  }

  /// What shows a number to a learner.
  package enum Source: Sendable, Hashable {
    case cell
    /// A guess of this name, which is compared with it.
    case guess(String)
  }

  package enum Problem: Sendable, Hashable {
    // Cells and prose
    case cellUnreadable(String)
    case cellFails(String)
    case cellSucceeds
    case parameterFails(String, reason: String)
    case placeholderUnknown(String)

    // Keys; a draw is the values of the question's parameters, as in `s = 1.5, L = 20`
    case keyFails(String, reason: String, draw: String)
    case keyNotFinite(String, draw: String)
    case keyWithoutValues(String)
    case absoluteTooWide(String, draw: String)
    case onlyZeroIsRight(draw: String)
    case notAnAnswer(String, reason: String)
    case acceptIsWrong(String, draw: String)
    case rejectIsRight(String, draw: String)
    case rejectTooNear(String, draw: String)
    case misconceptionFails(String, reason: String, draw: String)
    case misconceptionTooNear(String, draw: String)
    case nothingPlausibleRejected
    case choiceIDIsLetter(String)

    // Predictions and tasks
    case guessShowsNothing(String, reason: String)
    case holdsAtStart
    case conditionIsNoTruth(String, reason: String)
    case acceptDoesNotSolve(String)
    case rejectSolves(String)
    case statementUnreadable(String, reason: String)

    // Later ones
    case tooFewPoints(String, Int)
    case misconceptionsOverlap(String, String, draw: String)
    /// What is in the learners' copy though it is the key, in the same words or by value.
    case keyShows(part: String, of: String?)
    case keyWorkedOut(String, question: String)
    case choiceNamed(String, question: String)
    case hintSolves(String, question: String)
    case keyPrinted(String, by: Source, question: String)
    /// A name to be locked that no function has, and the nearest that one has.
    case lockUnknown(String, nearest: String?)
    case cellCallsLocked(String, question: String)

    /// New ones go to the end; a number is never used again.
    var number: Int {
      switch self {
      case .cellUnreadable: 100
      case .cellFails: 101
      case .cellSucceeds: 102
      case .parameterFails: 103
      case .placeholderUnknown: 104
      case .keyFails: 105
      case .keyNotFinite: 106
      case .keyWithoutValues: 107
      case .absoluteTooWide: 108
      case .onlyZeroIsRight: 109
      case .notAnAnswer: 110
      case .acceptIsWrong: 111
      case .rejectIsRight: 112
      case .rejectTooNear: 113
      case .misconceptionFails: 114
      case .misconceptionTooNear: 115
      case .nothingPlausibleRejected: 116
      case .choiceIDIsLetter: 117
      case .guessShowsNothing: 118
      case .holdsAtStart: 119
      case .conditionIsNoTruth: 120
      case .acceptDoesNotSolve: 121
      case .rejectSolves: 122
      case .statementUnreadable: 123
      case .tooFewPoints: 124
      case .misconceptionsOverlap: 125
      case .keyShows: 126
      case .keyWorkedOut: 127
      case .choiceNamed: 128
      case .hintSolves: 129
      case .keyPrinted: 130
      case .lockUnknown: 133
      case .cellCallsLocked: 134
      }
    }
  }
}
