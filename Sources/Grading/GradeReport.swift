import Lessons
import Sessions
import Transcripts

/// What one file was worth.
package struct GradeReport: Sendable, Hashable {
  package let path: String
  package let outcome: Outcome
  package let remarks: [GradeRemark]
  /// Which copy of the lesson it was played on, as its header claims; older files don't say.
  package let copy: LessonCopy?

  /// The modes in which it may have been played; several where it doesn't say.
  let modes: Set<Mode>

  init(
    path: String,
    outcome: Outcome,
    remarks: [GradeRemark],
    copy: LessonCopy? = nil,
    modes: Set<Mode> = []
  ) {
    (self.path, self.outcome, self.remarks) = (path, outcome, remarks)
    (self.copy, self.modes) = (copy, modes)
  }

  /// Whether there are marks, and for whom.
  package enum Outcome: Sendable, Hashable {
    case graded(Identity, [QuestionGrade])
    /// Nobody knows whose it is: it has no marks.
    case identity(Identity.Mismatch, claimed: String?)
    case refused(Refusal)
  }

  /// Why a file has no marks, whoever's it is.
  package enum Refusal: Sendable, Hashable {
    /// It cannot be read, in the words of who tried.
    case unreadable(String)
    case noTranscript(TranscriptFault.Problem)
    case otherLesson(String, expected: String)
    /// It is a notebook of one's own, of this name.
    case notebook(String)
  }

  /// The points of all questions.
  package var score: Score { Score(grades.map(\.worth)) }

  /// What was earned by guessing, in hundredths: it is credited for being done.
  package var participation: Int {
    grades.reduce(0) { $0 + ($1.isParticipation ? $1.worth.earned : 0) }
  }

  /// A grade for each question that counts; none where there are no marks.
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
