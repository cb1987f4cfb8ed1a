import Lessons
import Notebooks
import Plotting
import Sessions

/// A session and the page that it is written on.
package struct Player: Sendable {
  package private(set) var session: Session
  private var page: Page
  /// Whether anybody looks at what is shown.
  private let looks: Bool

  package init(_ lesson: Lesson, learner: String?, settings: Settings = Settings()) {
    let learner = Learner(name: learner, classSeed: lesson.header.classSeed)
    self.init(Session(lesson, learner: learner, settings: settings), Page())
  }

  /// A lesson in front of a class.
  package init(presenting lesson: Lesson) {
    var session = Session(lesson)
    session.isTalk = true
    self.init(session, Page())
  }

  /// A notebook of one's own.
  package init(notebook name: String, learner: String?, settings: Settings = Settings()) {
    let subject = Session.Subject.notebook(name)
    self.init(Session(subject, learner: Learner(name: learner), settings: settings), Page())
  }

  /// A session that goes on below what stands in its transcript.
  init(_ session: Session, pageIsOpen: Bool) {
    self.init(session, Page(isOpen: pageIsOpen))
  }

  init(_ session: Session, _ page: Page, looks: Bool = true) {
    self.session = session
    self.page = page
    self.looks = looks
  }

  /// What an input has shown.
  package struct Turn: Sendable {
    package var effects: [Effect]
    /// The effects as lines of the transcript.
    package var output: [String]

    package init(effects: [Effect], output: [String]) {
      self.effects = effects
      self.output = output
    }

    fileprivate init(effects: [Effect], output: [String], overlong: [String]) {
      self.init(effects: effects, output: output)
      self.overlong = overlong
    }

    /// One turn and the one that followed it.
    package static func + (first: Turn, second: Turn) -> Turn {
      Turn(effects: first.effects + second.effects, output: first.output + second.output)
    }

    /// Lines that don't fit a page whose width is forced.
    var overlong: [String] = []

    /// Whether the session is left.
    package var leaves: Bool { effects.contains(.leave) }

    /// How many statements of a block had run when it was stopped; nil where it was not.
    package var stoppedAfter: Int? {
      if case .stopped(let count) = effects.last { count } else { nil }
    }
  }

  package var prompt: Prompt { session.prompt }

  /// Asked between pieces of a long computation; true stops it.
  package var isCancelled: (@Sendable () -> Bool)? {
    get { session.isCancelled }
    set { session.isCancelled = newValue }
  }

  /// Told which share of a long computation is done, from 0 to 1.
  package var progress: @Sendable (Double) -> Void {
    get { session.progress }
    set { session.progress = newValue }
  }

  /// What stands before any input.
  package mutating func begin() -> Turn {
    if looks { return turn(session.begin()) }
    session.replayBeginning()
    return Turn(effects: [], output: [])
  }

  /// Acts on an input that is in the transcript, as far as Ctrl-C has left it.
  package mutating func act(
    on input: RecordedInput,
    leaving cancellation: RecordedInput.Cancellation? = nil
  ) -> Turn {
    page.note(echo: input.lines)
    if cancellation == .definitions {
      session.replay(input.input)
      return Turn(effects: [], output: [])
    }
    guard looks else {
      session.replay(input.input, limit: cancellation.limit)
      return Turn(effects: [], output: [])
    }
    return turn(session.handle(input.input, limit: cancellation.limit))
  }

  /// Where the session is, for somebody who comes back; not part of the transcript.
  package mutating func orientation() -> Turn {
    var page = Page()
    let effects = session.orientation()
    return Turn(effects: effects, output: page.lines(of: effects, session.settings))
  }

  /// The figure that was shown last, worked out as the notebook is now; nil where there is none.
  package mutating func lastFigure() throws(Failure) -> Figure? { try session.lastFigure() }

  private mutating func turn(_ effects: [Effect]) -> Turn {
    let overlong = page.isForced ? page.overlong(in: effects, session.settings) : []
    return Turn(
      effects: effects,
      output: page.lines(of: effects, session.settings),
      overlong: overlong
    )
  }
}
