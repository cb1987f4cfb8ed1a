import Lessons
import Notebooks
import TerminalText

/// A lesson being played, or a notebook of one's own: a pure function of its inputs.
///
/// `handle` turns an input into effects. Where nobody looks, `replay` makes the same transition and
/// evaluates nothing: no transition depends on a value or on whether an answer was right.
package struct Session: Sendable {
  /// The lesson, or a notebook of one's own.
  let subject: Subject
  /// Who plays: decides the variants of questions and the order of choices.
  package let learner: Learner
  /// The modes in which the inputs may have been typed: they decide what the learner had been shown.
  ///
  /// Several where a transcript doesn't say; then an answer counts where it counts in each.
  let played: Set<Mode>
  /// Guesses that stay open though their cell runs: at another text of the lesson their answers come
  /// later than the cell, and came before it where they were typed.
  package var awaited: Set<String> = []
  /// Those among them that would be closed by now.
  package internal(set) var keptOpen: Set<String> = []
  /// What each step reveals bit by bit; asked for at every input, so cut once.
  let units: [[Unit]]
  /// The lesson's cells, which every way through it runs again.
  let cells: LessonCells
  let taskPlaces: TaskPlaces
  let stepDefinitions: StepDefinitions
  var locks: Locks
  private let questionsByID: [String: Question]
  /// The questions' own parameters for this learner, of those that were shown or are the same for everybody.
  var variants: [String: Frozen] = [:]
  /// How outputs are laid out; the only place where that is kept.
  package internal(set) var settings: Settings
  var position = Whereabouts()
  var notebooks = LayeredNotebook()
  var watches = Watches()
  var answers = Answers()
  /// How a class has voted, by question; the last vote stands last.
  var votes: [String: [Tally]] = [:]
  /// Whether it is shown to a class: then nothing closes a question, and who goes on alone finds all of them open.
  package var isTalk = false
  /// The last change of the step, which `:describe` and `:data` compare with.
  var lastChange: Change?
  /// What was told of the last answer, for the footer alone.
  var lastTold: (question: String, told: Told)?
  /// What the best of so many first answers to a question has earned, worked out for what is told alone.
  var earned: [String: (attempts: Int, most: Int)] = [:]
  /// What questions are worth, and after how many changes of their records: it follows from those alone.
  var worths: [String: (changes: Int, worth: Score.Worth?)] = [:]
  /// What the task that was handed in last came to: it follows from the question and the basis alone.
  var lastHandedIn: (question: String, basis: Marker.Basis, result: Marker.Result)?
  /// Asked between pieces of a long computation, where true stops it; nil where nobody stops anything.
  package var isCancelled: (@Sendable () -> Bool)?
  /// Told which share of a long computation is done.
  package var progress: @Sendable (Double) -> Void = { _ in }

  package init(
    _ subject: Subject,
    learner: Learner = Learner(),
    settings: Settings = Settings(),
    played: Set<Mode>? = nil
  ) {
    self.learner = learner
    self.settings = settings
    self.subject = subject
    switch subject {
    case .lesson(let lesson):
      self.played = played ?? [lesson.header.mode]
      let plan = LessonPlan(lesson)
      (units, cells, taskPlaces) = (plan.units, plan.cells, plan.taskPlaces)
      (stepDefinitions, questionsByID) = (plan.stepDefinitions, plan.questionsByID)
      locks = plan.locks
    case .notebook:
      locks = Locks()
      self.played = [.practice]
      (units, cells, taskPlaces) = ([], LessonCells(), TaskPlaces())
      (stepDefinitions, questionsByID) = (StepDefinitions(), [:])
    }
  }

  /// A session of a lesson that was read before.
  package init(_ plan: LessonPlan, learner: Learner, settings: Settings, played: Set<Mode>) {
    self.learner = learner
    self.settings = settings
    self.played = played
    subject = .lesson(plan.lesson)
    variants = plan.prepared
    (units, cells, taskPlaces) = (plan.units, plan.cells, plan.taskPlaces)
    (stepDefinitions, questionsByID) = (plan.stepDefinitions, plan.questionsByID)
    locks = plan.locks
  }

  package init(_ lesson: Lesson, learner: Learner = Learner(), settings: Settings = Settings()) {
    self.init(.lesson(lesson), learner: learner, settings: settings)
  }

  /// How far the lesson is.
  package enum Place: Sendable, Hashable {
    case before
    /// A step, and how many of its units are revealed.
    case step(Int, revealed: Int)
    case after
  }

  package var place: Place { position.place }

  /// Whether the lesson's end was reached, wherever one has gone back to.
  package var hasFinished: Bool { position.hasFinished }
  /// Where the next line is read.
  package var prompt: Prompt { position.prompt }
  /// The definitions as they hold, the lesson's and the learner's.
  package var notebook: Notebook { notebooks.whole }

  var step: Step? { position.step.map { steps[$0] } }

  func question(_ id: String) -> Question? { questionsByID[id] }

  func frozen(_ question: Question) -> Frozen {
    variants[question.id.value] ?? Frozen(question, lesson: name, learner: learner)
  }

  /// Makes once what reading any answer to a question needs.
  package mutating func prepare(_ id: String) {
    guard let question = question(id), variants[id]?.isPrepared != true else { return }
    variants[id] = question.kind.answerable.prepared(frozen(question))
  }

  // MARK: - Inputs

  /// Acts on an input and says what is to be shown.
  ///
  /// With a `limit` so many statements of a block are run, as many as had run when it was stopped.
  package mutating func handle(_ input: Input, limit: Int? = nil) -> [Effect] {
    var viewer = Viewer(looks: true, limit: limit)
    viewer.show(transition(input), of: &self)
    return viewer.effects
  }

  /// Acts on an input as `handle` does, with nobody looking: nothing is evaluated.
  package mutating func replay(_ input: Input, limit: Int? = nil) {
    var viewer = Viewer(looks: false, limit: limit)
    viewer.show(transition(input), of: &self)
  }

  /// What the session begins with, before any input: the first step.
  package mutating func begin() -> [Effect] {
    let requests = advance()
    settleLocks()
    return requests.flatMap { effects(of: $0) }
  }

  /// Begins as `begin` does, with nobody looking.
  package mutating func replayBeginning() {
    _ = advance()
    settleLocks()
  }

  private mutating func transition(_ input: Input) -> [Request] {
    defer { settleLocks() }
    switch input {
    case .cancelled: return [.say(.cancelled)]
    case .line(let line): return transition(line)
    }
  }

  private mutating func transition(_ line: String) -> [Request] {
    var text = line.trimmingBlanks
    if case .answer = prompt { text = prompt.withoutPastedPrompt(text) }
    if text.hasPrefix(":") {
      do throws(CommandRefusal) {
        return try Command.transition(String(text.dropFirst()))(&self)
      } catch {
        return [.say(answerBehindColon(text) ?? .command(error))]
      }
    }
    switch prompt {
    case .answer(let id):
      guard let question = question(id) else { return [.enter(text)] }
      if !question.takesWords, !question.kind.answerable.isHandedIn, let said = doneElsewhere(text)
      {
        return [.say(said)]
      }
      return answer(text, question)
    case .notebook:
      if text.isEmpty { return advance() }
      if let command = bareCommand(text) { return command(&self) }
      if let line = commandWithoutColon(text) { return [.say(.colonMissing(line))] }
      if let said = doneElsewhere(text) { return [.say(said)] }
      // Trying something needs no mark here, but who has learned it at a question will type it.
      if text.hasPrefix("?") {
        let trial = String(text.dropFirst()).trimmingBlanks
        return trial.isEmpty ? emptyTrial : [.enter(trial)]
      }
      guard let meant = questionMeant(by: text) else { return [.enter(line)] }
      return [.enter(line), .say(.answerElsewhere(meant.id.value))]
    }
  }

  /// What to say of `:b` where b would be an answer; nil for another line.
  private func answerBehindColon(_ text: String) -> Sentence? {
    guard case .answer(let id) = prompt, let question = question(id), !question.takesWords else {
      return nil
    }
    let line = String(text.dropFirst()).trimmingBlanks
    guard case .answer = AnswerLine(line, for: question, frozen: frozen(question)) else {
      return nil
    }
    return .answerHasNoColon(line)
  }

  /// A `?` alone asks for help where nothing else is asked.
  private var emptyTrial: [Request] { isNotebook ? [Command.overview] : [.say(.emptyTrial)] }

  /// What to say of a `done` that hands in nothing where it is typed; nil for another line, or where
  /// there is no task.
  private func doneElsewhere(_ text: String) -> Sentence? {
    guard text.utf8.count == 4, text.lowercased() == "done", !notebook.definitions.contains(text)
    else { return nil }
    let shown = shownQuestions.filter(\.kind.answerable.isHandedIn)
    if let task = shown.last(where: { answers.isWaiting($0.id.value) }) {
      return .doneElsewhere(task.id.value)
    }
    let tasks = questions.filter(\.kind.answerable.isHandedIn)
    // One that is still to come is more likely meant than one that has been handed in.
    if tasks.count > shown.count { return .doneTooEarly(isFirst: shown.isEmpty) }
    return shown.last.map { .doneElsewhere($0.id.value) }
  }

  /// The line with the colon that its command lacks, where it means nothing else: the name alone, or
  /// followed by a word, which no statement could be.
  func commandWithoutColon(_ text: String) -> String? {
    guard Command.mayBegin(text) else { return nil }
    let (word, rest) = Command.parts(text)
    // help with a word is a statement.
    guard Command.names.contains(word), word != Command.help.name || rest.isEmpty,
      !notebook.definitions.contains(word),
      !BuiltIns.names.contains(word),
      rest.first.map({ $0.isLetter || $0.isNumber || $0 == "\"" }) ?? true,
      // `set s = 2` and `let s = 2` are how others write a definition.
      !rest.contains("=")
    else { return nil }
    return text
  }

  /// The command that a word means without a colon, while no such name is defined.
  func bareCommand(_ text: String) -> Command.Transition? {
    guard let command = Command.bare(text), !notebook.definitions.contains(text) else { return nil }
    return command
  }
}
