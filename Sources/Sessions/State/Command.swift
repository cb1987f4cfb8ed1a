/// A command, a line that begins with a colon: a row of the table from which it is read, explained
/// and completed.
package struct Command: Sendable {
  package let name: String
  /// In a few words, what it does.
  package let summary: String
  /// What TAB offers behind its name.
  let offers: Offers
  /// Words that mean it without a colon, while no such name is defined.
  let bareWords: [String]
  /// Whether it means nothing in a notebook of one's own.
  let needsLesson: Bool
  let work: Work

  /// Who carries it out, and what it takes.
  enum Work: Sendable {
    case session(Operand<Transition>)
    case shell(Operand<ShellRequest>)
  }

  /// Turns the session into its next state, without evaluating anything.
  typealias Transition = @Sendable (inout Session) -> [Request]
  /// Candidates for a session and the lessons that could be opened.
  typealias Offers =
    @Sendable (_ session: Session, _ lessons: [Completion.Candidate]) -> [Completion.Candidate]

  init(
    _ name: String,
    _ summary: String,
    bareWords: [String] = [],
    needsLesson: Bool = false,
    offers: @escaping Offers = { _, _ in [] },
    _ work: Work
  ) {
    self.name = name
    self.summary = summary
    self.bareWords = bareWords
    self.needsLesson = needsLesson
    self.offers = offers
    self.work = work
  }

  /// What a command takes behind its name, and what it comes to with it.
  enum Operand<Act: Sendable>: Sendable {
    case none(Act)
    case optional(String, @Sendable (String?) -> Act)
    /// `missing` is what to say where there is nothing; without it what is needed is named.
    case required(
      String,
      missing: CommandRefusal? = nil,
      @Sendable (String) throws(CommandRefusal) -> Act
    )

    /// What the command is with the rest of its line.
    func act(_ name: String, _ rest: String) throws(CommandRefusal) -> Act {
      switch self {
      case .none(let act):
        guard rest.isEmpty else { throw .takesNothing(name) }
        return act
      case .optional(_, let make): return make(rest.isEmpty ? nil : rest)
      case .required(let what, let missing, let make):
        guard !rest.isEmpty else { throw missing ?? .needs(name, operand: what) }
        return try make(rest)
      }
    }

    var takes: Takes {
      switch self {
      case .none: .nothing
      case .optional(let what, _): .optional(what)
      case .required(let what, _, _): .required(what)
      }
    }
  }

  /// What a command takes behind its name, by the word that the help has for it.
  package enum Takes: Sendable, Hashable {
    case nothing
    case optional(String)
    case required(String)
  }

  /// What it takes behind its name.
  package var takes: Takes {
    switch work {
    case .session(let operand): operand.takes
    case .shell(let operand): operand.takes
    }
  }

  /// Whether the shell carries it out, and the session knows nothing of it.
  package var isOfShell: Bool {
    switch work {
    case .session: false
    case .shell: true
    }
  }
}
