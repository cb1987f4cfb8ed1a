import Sessions
import Transcripts

/// What one file was worth, and for whom.
package struct GradeReport: Sendable, Hashable {
  package let path: String
  package let outcome: Outcome
  package let remarks: [GradeRemark]
  /// When it came, as far as anybody says.
  let moment: Moment?
  /// Whether it came after the time at which it was due.
  let isLate: Bool

  /// Whether there are marks, and for whom.
  package enum Outcome: Sendable, Hashable {
    case graded(Identity, GradedFile.Work)
    /// Another file of the same learner counts.
    case superseded(Identity, by: String, GradedFile.Work)
    /// Nobody knows whose it is: it has no marks.
    case identity(Identity.Mismatch, claimed: String?)
    case refused(GradedFile.Refusal)
  }

  /// What was done, in a file that has marks.
  var work: GradedFile.Work? {
    switch outcome {
    case .graded(_, let work): work
    case .superseded, .identity, .refused: nil
    }
  }

  /// Whose it is, in a file that has marks.
  package var identity: Identity? {
    switch outcome {
    case .graded(let identity, _): identity
    case .superseded, .identity, .refused: nil
    }
  }

  /// The id of the lesson; nil where there are no marks.
  package var lesson: String? { work?.lesson }

  /// Which copy of the lesson it was played on.
  package var copy: LessonCopy? { work?.copy }

  /// The points of all questions.
  package var score: Score { Score(grades.map(\.worth)) }

  /// What was earned by guessing, in hundredths: it is credited for being done.
  package var participation: Int {
    grades.reduce(0) { $0 + ($1.isParticipation ? $1.worth.earned : 0) }
  }

  /// A grade for each question that counts; none where there are no marks.
  package var grades: [QuestionGrade] { work?.grades ?? [] }

  /// Whether somebody has to look at it.
  package var needsAction: Bool {
    switch outcome {
    case .graded: grades.contains { $0.isFault }
    case .superseded: false
    case .identity, .refused: true
    }
  }
}
