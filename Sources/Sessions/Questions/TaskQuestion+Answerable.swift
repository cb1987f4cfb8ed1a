import Lessons
import Notebooks

extension TaskQuestion: Answerable {
  var terms: String { "change the notebook, then type done" }

  var trying: Trying? { .changingTheNotebook }

  var isHandedIn: Bool { true }

  var usedNames: [String] { uses.map(\.value) }

  func prepared(_ frozen: Frozen) -> Frozen {
    key.kept.map { frozen.holding(TaskCondition.read($0, frozen)) } ?? frozen
  }

  func read(_ text: String, _ frozen: Frozen) -> AnswerLine {
    if text.lowercased() == "done" { return .answer(.handedIn) }
    // A slip while building is the notebook's to explain; only a comment is neither.
    let isComment = text.hasPrefix("#") && Parser.statements(of: text).isEmpty
    return isComment || text.isEmpty ? .refused(.handIn) : .trial(text)
  }

  func refusal(_ notebook: TaskNotebook) -> AnswerRefusal? {
    notebook.valueless(of: uses.map(\.value), given: given.map(\.value))
  }

  func own(_ notebook: TaskNotebook) -> [String] {
    notebook.own(of: uses.map(\.value), given: given.map(\.value))
  }

  func result(of answer: Answer, _ marker: Marker, _ notebook: TaskNotebook) -> Marker.Result? {
    key.kept.map {
      TaskMarker(self, $0, marker.maximum, notebook, marker.frozen, tells: marker.tells).result
    }
  }

  func isFaulty(_ frozen: Frozen) -> Bool { key.kept.map(TaskMarker.isFaulty) ?? false }

  func problems(_ audit: QuestionAudit) -> [QuestionAudit.Found] {
    guard let key = key.kept else { return [] }
    return audit.forDraws(upTo: TaskAudit.draws) {
      TaskAudit(audit.question, self, key, audit.notebook, $0).problems
    }
  }
}
