import Lessons
import Transcripts

extension LessonShelf {
  /// The lesson of a transcript; nil for a notebook of one's own.
  ///
  /// `named` is another text of it; `takesCopy` says that the one that it was recorded with, which
  /// stands beside a learner's transcript, serves where it is none of these.
  func lesson(
    of transcript: Transcript,
    named: String?,
    takesCopy: Bool = true
  ) throws -> Lesson? {
    let id: String
    switch transcript.header.subject {
    case .lesson(let name): id = name.id
    case .notebook(let name):
      guard named == nil else { throw ReplayError.isNotebook(name) }
      return nil
    }
    let found = try lesson(named ?? id)
    guard found.header.id.value == id else {
      throw ReplayError.otherLesson(id, found: found.header.id.value)
    }
    let digest = transcript.header.lesson?.digest
    if digest == found.digest { return found }
    // A copy without hints is another text, and known by the lesson that it was made of.
    let hintless = found.withoutHints
    if digest == hintless.digest { return hintless }
    if named != nil || !takesCopy { return found }
    let copy = SavePlace.lessonCopy(beside: transcript.path).flatMap { try? Self.read($0) }
    return copy?.digest == digest ? copy ?? found : found
  }

  /// The lesson as who has the learners' copy sees it, where the header says that it was played there.
  func shown(_ lesson: Lesson?, in transcript: Transcript) -> Lesson? {
    guard let lesson, transcript.header.copy == .released, !lesson.isReleased,
      let text = try? lesson.released()
    else { return lesson }
    return Lesson.parse(text, path: lesson.path).lesson ?? lesson
  }
}
