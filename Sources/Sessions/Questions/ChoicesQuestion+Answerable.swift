import Lessons
import Notebooks

extension ChoicesQuestion: Answerable {
  var terms: String { "letters, separated by commas, or none" }

  func read(_ text: String, _ frozen: Frozen) -> AnswerLine {
    .choices(text, choices, several: true)
  }

  func isMeant(by line: String, in notebook: Notebook) -> Bool {
    AnswerLine.isMeant(line, choices, in: notebook)
  }

  func rightAnswer(_ frozen: Frozen) -> String? {
    guard let ids = key.kept?.answers.map(\.value) else { return nil }
    return ids.isEmpty ? "none" : AnswerLine.letters(of: ids, choices)
  }

  func result(of answer: Answer, _ marker: Marker, _ notebook: TaskNotebook) -> Marker.Result? {
    guard let key = key.kept else { return nil }
    guard case .choices(let ids) = answer else { return marker.result(.incorrect) }
    let right = Set(key.answers.map(\.value))
    if Set(ids) == right { return marker.result(.correct) }
    var result = marker.result(
      .incorrect,
      key.misconceptions.meaning(of: ids.first { !right.contains($0) })
    )
    let named = ids.count { right.contains($0) }
    if named > 0 {
      result.miss = named == ids.count ? .incomplete : .mixed(right: named, of: ids.count)
    }
    return result
  }

  func problems(_ audit: QuestionAudit) -> [QuestionAudit.Found] { QuestionAudit.letters(choices) }
}
