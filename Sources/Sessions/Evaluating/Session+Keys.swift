import Lessons

extension Session {
  /// What can be typed here, the most useful first: a narrow terminal shows only some.
  ///
  /// `behind` says what Enter does where the lesson has nothing more.
  package func keys(behind: String?) -> [String] {
    if case .answer(let id) = prompt, told != .right, let question = question(id) {
      return keys(at: question)
    }
    if isNotebook { return ["help", ":notebook", ":save FILE", ":quit"] }
    if place == .after { return ending(behind) + [":score", ":back", ":open LESSON", ":quit"] }
    return ["Enter: go on"] + (inviting.map { ["\($0.statement) changes \($0.name)"] } ?? [])
      + (notebooks.hasUndoables ? [":undo"] : []) + [":steps", ":help"]
  }

  /// What Enter does at the end of a lesson; nothing where nothing comes behind it.
  private func ending(_ behind: String?) -> [String] {
    let next: String? =
      switch nextOfEnd {
      case .sum, .takeaways: "what to take along"
      case .marks: "the marks"
      case nil: behind
      }
    return next.map { ["Enter: \($0)"] } ?? []
  }

  private func keys(at question: Question) -> [String] {
    let hint = answers.hints(question.id.value) < question.hints.count ? [":hint"] : []
    let isTask = question.kind.answerable.isHandedIn
    let tries = isTask ? [] : ["? to try things"]
    let skip = isWithheld(question) ? [] : [":skip"]
    switch told {
    case nil where awaitsAnswer:
      return [isTask ? "change the notebook, then type done" : "type an answer"] + tries
        + ["Enter: later"] + hint + skip
    case .notYet(let left):
      let again =
        left.map { $0 == 1 ? "1 more answer counts" : "\($0) more answers count" }
        ?? (isTask ? "go on changing, then type done" : "type another answer")
      return [again] + tries + ["Enter: go on"] + hint + skip
    case .over: return ["Enter: go on"] + tries
    case nil, .kept, .right: return ["Enter: go on", "or answer again"] + tries + hint
    }
  }
}
