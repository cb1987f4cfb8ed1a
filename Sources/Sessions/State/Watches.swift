import Notebooks

/// What of the step is printed anew when it changes, in the order in which it was shown last.
///
/// One is found by its text, its number and the names that it reads, so that no input looks at them all.
struct Watches: Sendable {
  /// By their numbers, from 1.
  private var numbered: [Watch] = []
  /// For each number, where in `shown` it stands last.
  private var places: [Int] = []
  /// The numbers, each as often as it was shown.
  private var shown: [Int] = []
  private var numbers: [String: Int] = [:]
  /// For each name the numbers of those that read it.
  private var readers: [String: [Int]] = [:]
  /// Where in `shown` the last figure stands.
  private var figurePlace: Int?
  /// The figure asked for last in any step.
  private var askedFigure: FigureShown?
  /// What was changed since then: a figure that was drawn anew with it was shown later.
  private var changes: [(names: [String], done: [String])] = []

  /// Forgets those of a step that is left or begun again, but for the figure that was shown last.
  mutating func clear(in notebook: Notebook) {
    var figure = latestFigure(in: notebook, isNotebook: false)
    figure?.leave(notebook)
    self = Watches()
    askedFigure = figure
  }

  /// Takes a figure or an expression; what is asked for again moves to its new place.
  ///
  /// One that reads what nobody has defined draws nothing, and is not the figure that was shown last.
  mutating func add(
    _ statement: Statement,
    inStep step: Int,
    isOwn: Bool,
    guess: Guessed? = nil,
    draws: Bool = true
  ) {
    switch statement.kind {
    case .figure: figurePlace = shown.count
    case .expression: break
    case .definition, .function, .explain, .help: return
    }
    // One per source text.
    let text = statement.text
    let number = numbers[text] ?? numbered.count + 1
    if number > numbered.count {
      numbers[text] = number
      numbered.append(
        Watch(id: "\(step + 1).\(number)", statement: statement, isOwn: isOwn, guess: guess)
      )
      places.append(shown.count)
      for name in statement.affecting { readers[name, default: []].append(number) }
    } else {
      numbered[number - 1].statement = statement
      numbered[number - 1].guess = guess ?? numbered[number - 1].guess
      places[number - 1] = shown.count
    }
    if statement.isFigure, draws { ask(for: numbered[number - 1]) }
    shown.append(number)
    if shown.count > 2 * numbered.count + 8 { tidy() }
  }

  /// Takes a figure that is shown again where it stands, by its number.
  mutating func ask(for figure: Watch) {
    askedFigure = FigureShown(figure)
    changes = []
  }

  /// Takes a change of some names, behind which stand these texts already.
  mutating func change(_ names: [String], done: [String]) {
    if figurePlace != nil { changes.append((names, done)) }
  }

  /// The figure that was shown last in any step, for `:point`, `:describe`, `:data` and `:save`.
  ///
  /// Looked for where it is asked for: no input works out what a change has drawn anew.
  func latestFigure(in notebook: Notebook, isNotebook: Bool) -> FigureShown? {
    // The same again affects the same.
    var seen: Set<[[String]]> = []
    for change in changes.reversed() where seen.insert([change.names, change.done]).inserted {
      let all = affected(by: change.names, done: change.done, in: notebook)
      let affected = isNotebook ? all : Watches.following(all)
      if let figure = affected.last(where: \.isFigure) { return FigureShown(figure) }
    }
    return askedFigure
  }

  /// What a change may print anew, in order: what reads it, but for what stands behind it already.
  func affected(by names: [String], done: [String], in notebook: Notebook) -> [Watch] {
    let dependents = notebook.definitions.dependents(of: names)
    let reading = dependents.isEmpty ? reading(names) : reading(dependents.union(names))
    let done = Set(done)
    return reading.filter {
      !done.contains($0.statement.text)
        && (!$0.isFigure || notebook.depends($0.statement, on: names))
    }
  }

  /// Drops what stands further behind again; half of it does.
  private mutating func tidy() {
    let figure = figurePlace.map { shown[$0] }
    shown = shown.indices.filter { places[shown[$0] - 1] == $0 }.map { shown[$0] }
    for (place, number) in shown.enumerated() { places[number - 1] = place }
    figurePlace = figure.map { places[$0 - 1] }
  }

  /// All of them, in order.
  var all: [Watch] { shown.indices.compactMap { at($0) } }

  /// The last ones, in order.
  func latest(_ count: Int) -> [Watch] {
    Array(shown.indices.reversed().lazy.compactMap { at($0) }.prefix(count)).reversed()
  }

  /// The last figure of the step; where it has none, what was shown last.
  var latestOfStep: Watch? { figurePlace.flatMap { at($0) } ?? latest(1).first }

  /// Those that read one of the names, in order.
  ///
  /// Cost: as of sorting them; the others don't count.
  func reading(_ names: some Sequence<String>) -> [Watch] {
    if readers.isEmpty { return [] }
    let found = Set(names.flatMap { readers[$0] ?? [] })
    if found.isEmpty { return [] }
    return found.sorted { places[$0 - 1] < places[$1 - 1] }.map { numbered[$0 - 1] }
  }

  /// Whether one of them, or the figure that was asked for last, reads a name itself.
  func isRead(_ name: String) -> Bool {
    readers[name] != nil || askedFigure?.watch.statement.affecting.contains(name) == true
  }

  /// Those that follow a change: of the learner's own lines the last one.
  static func following(_ watches: [Watch]) -> [Watch] {
    let last = watches.last { $0.isOwn }?.id
    return watches.filter { !$0.isOwn || $0.id == last }
  }

  var isEmpty: Bool { numbered.isEmpty }
  /// Whether nothing was shown, in another step neither.
  var isBare: Bool { isEmpty && askedFigure == nil }

  /// nil where it stands further behind again.
  private func at(_ place: Int) -> Watch? {
    let number = shown[place]
    return places[number - 1] == place ? numbered[number - 1] : nil
  }

  subscript(id id: String) -> Watch? {
    guard let number = id.split(separator: ".").last.flatMap({ Int($0) }),
      numbered.indices.contains(number - 1), numbered[number - 1].id == id
    else { return nil }
    return numbered[number - 1]
  }

  var figures: [Watch] { all.filter(\.isFigure) }
}
