import Sessions
import Transcripts

/// What one file was worth.
package struct GradeReport: Sendable, Hashable {
  package let path: String
  package let outcome: Outcome
  package let remarks: [String]

  package enum Outcome: Sendable, Hashable {
    case graded(Identity, [QuestionGrade])
    /// Nobody knows whose it is: it has no marks.
    case identity(Identity.Mismatch, claimed: String?)
    /// It is no transcript of this lesson.
    case refused(String)
  }

  /// The points of all questions, in hundredths.
  package var earned: Int { grades.reduce(0) { $0 + $1.earned } }
  package var maximum: Int { grades.reduce(0) { $0 + $1.maximum } }

  package var grades: [QuestionGrade] {
    switch outcome {
    case .graded(_, let grades): grades
    case .identity, .refused: []
    }
  }

  /// Whether somebody has to look at it.
  package var needsAction: Bool {
    switch outcome {
    case .graded(_, let grades): grades.contains { $0.isFault }
    case .identity, .refused: true
    }
  }
}

/// What one question was worth.
package struct QuestionGrade: Sendable, Hashable {
  package let id: String
  package let result: Result

  package enum Result: Sendable, Hashable {
    case marked(Verdict)
    /// Words for the instructor to read, the last attempt last.
    case toRead([String])
  }

  package var earned: Int {
    switch result {
    case .marked(let verdict): verdict.earned
    case .toRead: 0
    }
  }

  package var maximum: Int {
    switch result {
    case .marked(let verdict): verdict.maximum
    case .toRead: 0
    }
  }

  package var isFault: Bool {
    switch result {
    case .marked(let verdict): verdict.mark == .lessonFault
    case .toRead: false
    }
  }

  /// The mark in words.
  package var mark: String {
    switch result {
    case .marked(let verdict): verdict.mark.rawValue
    case .toRead(let answers): answers.isEmpty ? Mark.unanswered.rawValue : "to be read"
    }
  }
}
