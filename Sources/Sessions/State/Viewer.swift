/// Who looks at what a session shows: its requests are evaluated as they come, or not at all.
struct Viewer {
  /// Whether anybody looks.
  let looks: Bool
  /// So many statements of a block are run, for a block that was stopped; nil for all.
  let limit: Int?
  private(set) var effects: [Effect] = []

  init(looks: Bool, limit: Int?) {
    self.looks = looks
    self.limit = limit
  }

  /// Shows what is asked for; lines that are to be entered are, whether anybody looks or not.
  mutating func show(_ requests: [Request], of session: inout Session) {
    for request in requests {
      if case .enter(let text) = request {
        session.enter(text, &self)
        // What would come behind a block that was stopped doesn't.
        if hasStopped || limit != nil { return }
      } else if looks {
        effects += session.effects(of: request)
      }
    }
  }

  private var hasStopped: Bool { if case .stopped = effects.last { true } else { false } }

  /// Takes back what was shown behind so many effects: the person has stopped it.
  mutating func stop(after statements: Int, keeping count: Int) {
    effects.removeSubrange(count...)
    effects.append(.stopped(after: statements))
  }
}
