import Lessons
import TerminalText

/// What comes behind the end of a lesson: the next one that isn't done.
struct LessonBehind {
  let id: String
  let title: String
  /// What Enter does, for the footer: `begin product (A product of matrices)`.
  let invitation: String

  /// nil where all other lessons are done.
  ///
  /// Cost: reads the transcripts of those that come before it.
  init?(_ lesson: String, on shelf: LessonShelf, learner: String?) {
    let lessons = shelf.lessons
    let place = lessons.firstIndex { $0.header.id.value == lesson }
    let behind = place.map { lessons[($0 + 1)...] + lessons[..<$0] } ?? lessons[...]
    for lesson in behind {
      let standing = Standing(lesson, learner: learner)
      guard !standing.isDone else { continue }
      id = lesson.header.id.value
      title = neutralised(lesson.header.title.value)
      invitation = "\(standing.invitation) (\(title))"
      return
    }
    return nil
  }
}
