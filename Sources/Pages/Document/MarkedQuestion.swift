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

  /// A question with the answer as a report has it: of choices their ids.
  package init(_ question: Question, answer: String?, mark: String, comment: String?) {
    (self.question, self.mark, self.comment) = (question, mark, comment)
    self.answer = (answer ?? "").split(separator: "\n").flatMap { Self.lines(of: $0, question) }
  }

  /// An answer as it is read: a choice with its letter and its words.
  private static func lines(of answer: Substring, _ question: Question) -> [String] {
    let ids = answer.split(separator: ", ").map(String.init)
    let known = question.choices.map(\.id.value)
    guard !ids.isEmpty, ids.allSatisfy(known.contains) else { return [String(answer)] }
    let choices = QuestionText(unshuffled: question, terms: "").choices
    return zip(known, choices).filter { ids.contains($0.0) }.map { _, choice in
      "\(choice.letter)) \(choice.text.plain)"
    }
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
