import Lessons
import Sessions

/// The lessons as TAB offers them, read when they are first asked for: the prompt comes sooner so.
@MainActor
final class OfferedLessons {
  private let shelf: LessonShelf

  private(set) lazy var candidates = shelf.lessons.map {
    Completion.Candidate(text: $0.header.id.value, summary: $0.header.title.value)
  }

  init(_ shelf: LessonShelf) { self.shelf = shelf }
}
