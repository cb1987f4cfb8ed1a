import Lessons

extension TextQuestion: Answerable {
  var outcome: AnswerOutcome { .kept }

  var terms: String { "in your own words; your instructor reads it" }

  func read(_ text: String, _ frozen: Frozen) -> AnswerLine { .answer(.words(text)) }

  func result(of answer: Answer, _ marker: Marker, _ notebook: TaskNotebook) -> Marker.Result? {
    marker.result(.toBeRead)
  }
}
