import Lessons
import Notebooks

// The notebook's definitions.
extension Command {
  static let undo = Command(
    "undo",
    "take back your last definition",
    .session(.none { $0.undo() })
  )

  static let mine = Command(
    "mine",
    "bring back definitions that the lesson replaced",
    needsLesson: true,
    .session(.none { $0.bringBackMine() })
  )

  static let reset = Command(
    "reset",
    "restore the beginning of the step",
    needsLesson: true,
    .session(.none { $0.reset() })
  )

  static let why = Command(
    "why",
    "what a name depends on",
    offers: { session, _ in session.nameCandidates },
    .session(.required("NAME") { name in { _ in [.show { [.message($0.why(name))] }] } })
  )

  static let notebook = Command(
    "notebook",
    "all definitions",
    .session(.none { _ in [.show { [.message($0.notebookListing)] }] })
  )
}

extension Session {
  fileprivate mutating func undo() -> [Request] {
    let before = notebook
    guard let last = notebooks.undo() else { return [.say(.nothingToUndo)] }
    let now = last.before?.statement.text
    let undone = Request.say(.undone(last.name, now: now))
    guard now != before.definitions[last.name]?.statement.text else { return [undone] }
    return [undone, refresh(Change([last.name], before: before))]
  }

  /// Brings back the learner's definitions that the lesson replaced.
  fileprivate mutating func bringBackMine() -> [Request] {
    let before = notebook
    let (brought, kept) = notebooks.bringBack()
    if brought.isEmpty, kept.isEmpty { return [.say(.nothingReplaced)] }
    let remaining: [Request] = kept.isEmpty ? [] : [.say(.notBroughtBack(kept))]
    guard !brought.isEmpty else { return remaining }
    return [.say(.broughtBack(brought))] + remaining
      + [refresh(Change(brought, before: before))]
  }

  /// Restores the beginning of the step, then runs again what of it was revealed.
  fileprivate mutating func reset() -> [Request] {
    guard case .step(let index, let revealed) = place else { return [.say(.nothingToReset)] }
    watches.clear(in: notebook)
    notebooks.returnToBeginning()
    lastChange = nil
    // Only the definitions matter here; what they showed stands above.
    if index == 0 { for block in opening { _ = show(block, guess: nil) } }
    for unit in units[index].prefix(revealed) {
      switch unit.content {
      case .blocks(let blocks), .question(_, introduction: let blocks):
        for block in blocks { _ = show(block, guess: nil) }
      }
    }
    return [.say(.wasReset)]
  }
}
