import Lessons
import Sessions
import TerminalText

/// What a learner made of a question, for the learner: no key.
package struct MarkedQuestion: Sendable {
  let question: Question
  /// What was answered last, a line for each; none where nothing was.
  let answer: [String]
  /// What it was worth, in words.
  let mark: String
  /// What a person has said to it.
  let comment: String?

  package init(_ question: Question, answer: [String], mark: String, comment: String?) {
    (self.question, self.answer, self.mark, self.comment) = (question, answer, mark, comment)
  }

  /// The question as its author wrote it, the answer below it, and what that was worth.
  var pieces: [Piece] {
    let asked = AskedQuestion(
      text: QuestionText(unshuffled: question, terms: mark),
      hints: [],
      key: nil,
      values: [:]
    )
    let said = comment.map { [Piece.message(StyledText($0))] } ?? []
    return [.question(asked)]
      + (answer.isEmpty ? [] : [.typed(answer, at: .answer(question.id.value))]) + said
  }
}

extension Document {
  /// The marks of one learner in several lessons, each with its questions; nothing is played again for it.
  package init(
    marksOf lessons: [(lesson: Lesson, points: String, questions: [MarkedQuestion])],
    facts: [String]
  ) {
    let first = lessons.first?.lesson
    name = "marks"
    title = lessons.count == 1 ? first?.header.title.value ?? "Marks" : "Marks"
    language = first?.header.lang ?? "en"
    self.facts = facts
    (summary, objectives, takeaways) = (nil, [], [])
    sections = lessons.map { lesson, points, questions in
      Section(
        id: "lesson-\(lesson.header.id.value)",
        title: "\(lesson.header.title.value): \(points)",
        pieces: questions.flatMap(\.pieces)
      )
    }
    command = "fathom play \(first?.header.id.value ?? "")"
    origin =
      "the marks of " + lessons.map { "\($0.lesson.header.id.value)" }.joined(separator: ", ")
  }
}
