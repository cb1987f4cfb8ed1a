import Lessons

/// The functions that a lesson locks, each until a question is answered or given up.
struct Locks: Sendable {
  /// A question that locks something, and its step.
  private struct Lock: Sendable {
    let step: Int
    let question: String
    let functions: [String]
  }

  private let locks: [Lock]
  /// The steps that were entered so far, of those in which something is locked.
  private var entered: Set<Int> = []

  init(_ lesson: Lesson? = nil) {
    locks = (lesson?.steps ?? []).enumerated().flatMap { step, content in
      content.questions.filter { !$0.locked.isEmpty }.map {
        Lock(step: step, question: $0.id.value, functions: $0.locked.map(\.value))
      }
    }
  }

  /// Whether the lesson locks nothing at all.
  var isEmpty: Bool { locks.isEmpty }

  /// Begins the locks of a step that one is in.
  mutating func enter(_ step: Int?) {
    guard let step, locks.contains(where: { $0.step == step }) else { return }
    entered.insert(step)
  }

  /// What is locked now, each with the question that it waits for.
  func held(_ isOpen: (String) -> Bool) -> [String: String] {
    var held: [String: String] = [:]
    for lock in locks where entered.contains(lock.step) && isOpen(lock.question) {
      for function in lock.functions where held[function] == nil {
        held[function] = Sentence.lockedUntil(lock.question)
      }
    }
    return held
  }
}

extension Session {
  /// Locks and unlocks what the place and the answers of now say, whoever looks.
  mutating func settleLocks() {
    guard !locks.isEmpty else { return }
    locks.enter(position.step)
    let (answers, passed, isTalk) = (answers, passedQuestions, isTalk)
    notebooks.lock(
      locks.held { id in
        // In front of a class nothing closes a question: it is done with where it has been passed.
        !answers.isAnswered(id) && !answers.isClosed(id) && !(isTalk && passed.contains(id))
      }
    )
  }

  /// The questions that are behind one, for a class.
  private var passedQuestions: Set<String> {
    guard isTalk else { return [] }
    switch place {
    case .before: return []
    case .after: return Set(questions.map(\.id.value))
    case .step(let index, let revealed):
      let open: String? = if case .answer(let id) = prompt { id } else { nil }
      let here = units[index].prefix(revealed).compactMap(\.question).map(\.id.value)
      let before = steps[..<index].flatMap(\.questions).map(\.id.value)
      return Set((before + here).filter { $0 != open })
    }
  }
}
