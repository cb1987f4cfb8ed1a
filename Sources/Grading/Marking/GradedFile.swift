import Lessons
import Transcripts

/// What replaying one file gave, before anybody says whose it is.
package struct GradedFile: Sendable, Hashable {
  package let path: String
  package let outcome: Outcome
  package let remarks: [GradeRemark]

  init(path: String, outcome: Outcome, remarks: [GradeRemark]) {
    (self.path, self.outcome, self.remarks) = (path, outcome, remarks)
  }

  /// A file that was not even looked at.
  package init(path: String, refused why: Refusal) {
    self.init(path: path, outcome: .refused(why), remarks: [])
  }

  /// Whether there are marks.
  package enum Outcome: Sendable, Hashable {
    case marked(Work)
    case refused(Refusal)
  }

  /// What somebody did.
  package struct Work: Sendable, Hashable {
    /// The id of the lesson.
    package let lesson: String
    /// The name in the header, which anybody can write there.
    package let claimed: String?
    /// The version on which it was played, as the header says.
    let version: String?
    /// Which copy of the lesson it was played on, as the header says; older files don't.
    package let copy: LessonCopy?
    /// The modes in which it may have been played; several where the header doesn't say.
    let modes: Set<Mode>
    /// What all files with the same inputs share; nil where nothing was answered.
    let fingerprint: String?
    package let grades: [QuestionGrade]
  }

  /// Why a file has no marks, whoever's it is.
  package enum Refusal: Sendable, Hashable {
    /// It cannot be read, in the words of who tried.
    case unreadable(String)
    case noTranscript(TranscriptFault.Problem)
    case otherLesson(String, expected: String)
    /// No lesson at hand has this id.
    case unknownLesson(String)
    /// It is a notebook of one's own, of this name.
    case notebook(String)
    /// More inputs than anybody types.
    case tooManyInputs(Int, most: Int)
    /// Marking it was stopped after so many seconds of processor time.
    case tooLong(seconds: Int)
    /// The process that marked it ended, by this signal.
    case crashed(signal: Int)
    /// What another process found, in its words.
    case said(String)
  }
}
