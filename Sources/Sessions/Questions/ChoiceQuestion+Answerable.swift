import Lessons
import Notebooks

extension ChoiceQuestion: Answerable {
  var terms: String { "one letter" }

  func read(_ text: String, _ frozen: Frozen) -> AnswerLine {
    .choices(text, choices, several: false)
  }

  func isMeant(by line: String, in notebook: Notebook) -> Bool {
    AnswerLine.isMeant(line, choices, in: notebook)
  }

  func rightAnswer(_ frozen: Frozen) -> String? {
    key.kept.map { AnswerLine.letters(of: [$0.answer.value], choices) }
  }

  func result(of answer: Answer, _ marker: Marker, _ notebook: TaskNotebook) -> Marker.Result? {
    guard let key = key.kept else { return nil }
    guard case .choices(let ids) = answer, let id = ids.first else {
      return marker.result(.incorrect)
    }
    if id == key.answer.value { return marker.result(.correct) }
    return marker.result(.incorrect, key.misconceptions.meaning(of: id))
  }

  func problems(_ audit: QuestionAudit) -> [QuestionAudit.Found] { QuestionAudit.letters(choices) }
}

extension [Misconception] {
  /// What the choice of a wrong id means.
  func meaning(of id: String?) -> Prose? { first { $0.answer.value == id }?.meaning }
}
