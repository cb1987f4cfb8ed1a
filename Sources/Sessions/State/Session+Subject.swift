import Lessons

// What is played.
extension Session {
  /// What a session is about.
  package enum Subject: Sendable {
    /// The name of the notebook in which one is without having named any.
    package static let home = "home"

    /// Behind a reference: a session is asked for it at every line.
    indirect case lesson(Lesson)
    /// A notebook of one's own, by its name: a session without steps.
    case notebook(String)
  }

  /// The lesson that is played; nil in a notebook of one's own.
  package var lesson: Lesson? {
    switch subject {
    case .lesson(let lesson): lesson
    case .notebook: nil
    }
  }

  package var isNotebook: Bool {
    switch subject {
    case .lesson: false
    case .notebook: true
    }
  }

  var stretch: Sentence.Stretch { isNotebook ? .notebook : .step }

  /// The lesson's id, or the notebook's name.
  package var name: String {
    switch subject {
    case .lesson(let lesson): lesson.header.id.value
    case .notebook(let name): name
    }
  }

  /// The lesson's steps in order; a notebook has none.
  var steps: [Step] { lesson?.steps ?? [] }

  /// The lesson's questions in order; a notebook has none.
  package var questions: [Question] { lesson?.questions ?? [] }

  /// What the lesson has before its first step.
  var opening: [Block] { lesson?.opening ?? [] }
}
