import DeepNetworks
import TerminalText

/// Counts what a statement is about to spend, and refuses what goes beyond its limits.
///
/// Every dear operation says its estimated cost before it runs, so that a refusal comes at once and
/// depends on operations, never on time.
package struct Meter: Sendable {
  package struct Limits: Sendable, Hashable {
    package var operations: Double
    package var bytes: Double

    /// What a statement may spend that somebody asked for: about half a minute.
    package static let asked = Limits(operations: 1e11, bytes: 4e9)
    /// What is evaluated anew by itself when a parameter changes: about half a second.
    package static let atOnce = Limits(operations: 2e9, bytes: 1e9)

    package init(operations: Double, bytes: Double) {
      self.operations = operations
      self.bytes = bytes
    }
  }

  /// What a notebook and the statement that runs may hold together.
  static let mostHeld = 8e9
  /// Looking at one node of an expression, with the calls and values about it, takes about as long as
  /// this many operations.
  static let perNode = 2500.0
  /// The same for the call of a built-in function: its arguments are put in their places and read.
  static let perCall = 1e4
  /// The same for finding that a definition has to be worked out, and keeping what it gives.
  static let perDefinition = 2e4
  /// An element of a list by layer, with all that stands about a value.
  static let perElement = 3000.0
  /// Operations for each entry of a vector or a dense matrix that is added, scaled or summed: the
  /// engine works in double-double.
  static let perEntry = 20.0
  /// The same where low parts come in or must be looked for.
  static let perWideEntry = 100.0
  /// Operations for each multiplication in a product of dense matrices, which runs by blocks.
  static let perProduct = 0.6

  package let limits: Limits
  /// On how many threads pieces of the statement may run.
  private(set) var threads: Int
  package internal(set) var operations = 0.0
  package internal(set) var bytes = 0.0
  /// The largest `bytes` since a piece began that is measured.
  var peak = 0.0
  /// What the notebook held before the statement.
  var held = 0.0
  /// What passes of networks share; nil where a statement makes each of them but once.
  var shared: Shared?
  /// Asked between pieces of a long computation; true stops it.
  let isCancelled: @Sendable () -> Bool
  /// Told from time to time which share of the statement is done, from 0 to 1.
  private(set) var progress: @Sendable (Double) -> Void
  /// The part of the statement that runs now: where it begins, and how much of the whole it is.
  var stage = (start: 0.0, width: 1.0)
  /// What the parts that are counted are parts of: the statement, or one of several figures.
  var whole = (start: 0.0, width: 1.0)

  package init(
    limits: Limits = .asked,
    threads: Int = Engine.threads,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) {
    self.limits = limits
    self.threads = threads
    self.isCancelled = isCancelled
    self.progress = progress
  }

  /// A meter of its own for a part that may be given up: it stops and tells as this one does.
  func limited(to limits: Limits) -> Meter {
    var part = Meter(
      limits: limits,
      threads: threads,
      isCancelled: isCancelled,
      progress: progress
    )
    part.held = held + bytes
    part.shared = shared
    return part
  }

  /// Begins one of several parts that take about the same time.
  mutating func begin(part: Int, of count: Int) { begin(part: part, of: count, in: whole) }

  /// Begins one of several parts of a part.
  mutating func begin(part: Int, of count: Int, in outer: (start: Double, width: Double)) {
    enter(part: part, of: count, in: outer)
    progress(stage.start)
  }

  /// Enters one of several parts, which tells of its own beginning itself.
  mutating func enter(part: Int, of count: Int) { enter(part: part, of: count, in: whole) }

  private mutating func enter(
    part: Int,
    of count: Int,
    in outer: (start: Double, width: Double)
  ) {
    let width = outer.width / Double(max(1, count))
    stage = (outer.start + width * Double(part), width)
  }

  /// What the engine is told of its own threads: one ahead of a turn, else as many as it likes.
  var engineThreads: Int? { threads == 1 ? 1 : nil }

  /// The meter of a piece that runs ahead of its turn: it shows no progress, takes no further threads.
  var ahead: Meter {
    var meter = self
    meter.threads = 1
    meter.progress = { _ in }
    meter.shared = meter.shared?.ahead
    return meter
  }

  /// What a long piece of the engine calls between its layers: tells the share, stops if asked to.
  var checkpoint: @Sendable (Double) throws -> Void {
    let isCancelled = isCancelled
    let progress = progress
    let stage = stage
    return { share in
      if isCancelled() { throw Problem.bound(.cancelled) }
      progress(stage.start + stage.width * share)
    }
  }

  /// Announces a cost; throws where the statement's sum would pass its limit.
  ///
  /// Whole numbers are counted, so that sums do not depend on the order in which pieces run.
  mutating func spend(operations more: Double, bytes room: Double = 0) throws(Problem) {
    operations += more.rounded(.up)
    bytes += room.rounded(.up)
    try checkOperations()
    try checkBytes()
    if isCancelled() { throw .bound(.cancelled) }
  }

  private func checkOperations() throws(Problem) {
    if operations > limits.operations || !operations.isFinite {
      throw .bound(
        .tooDear(
          operations: NumberText.short(operations, digits: 2),
          limit: NumberText.short(limits.operations, digits: 2),
          less: BoundProblem.fewer
        )
      )
    }
  }

  private mutating func checkBytes() throws(Problem) {
    peak = max(peak, bytes)
    if bytes > limits.bytes || !bytes.isFinite {
      throw .bound(tooLarge(bytes, limit: limits.bytes))
    }
    if bytes > 0, bytes + held > Self.mostHeld {
      throw .bound(tooLarge(bytes + held, limit: Self.mostHeld))
    }
  }

  private func tooLarge(_ bytes: Double, limit: Double) -> BoundProblem {
    .tooLarge(bytes: Self.size(bytes), limit: Self.size(limit), less: BoundProblem.fewer)
  }

  /// Announces work on so many stored entries, and that its result takes as many.
  mutating func spend(entries: Double) throws(Problem) {
    try spend(operations: Self.perEntry * entries, bytes: 16 * entries)
  }

  /// Announces a list by layer, whose elements say themselves what they take.
  mutating func spend(perLayer count: Int) throws(Problem) {
    try spend(operations: Self.perElement * Double(count), bytes: Extent.perValue * Double(count))
  }

  /// Refuses now what is going to pass the limit later.
  func foresee(operations more: Double, bytes room: Double = 0) throws(Problem) {
    var ahead = self
    try ahead.spend(operations: more, bytes: room)
  }

  /// Forgets memory that a finished part of the statement no longer holds.
  mutating func release(to earlier: Double) { bytes = min(bytes, earlier) }

  /// Counts what is held now that a part of the statement is done, in place of what that part
  /// announced while it ran.
  mutating func settle(_ held: Double) throws(Problem) {
    bytes = held
    try checkBytes()
  }

  mutating func spend(_ cost: Cost) throws(Problem) {
    try spend(operations: cost.operations, bytes: cost.bytes)
  }

  private static func size(_ bytes: Double) -> String {
    let units = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB"]
    var value = bytes
    var unit = 0
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    return "\(NumberText.short(value, digits: 2)) \(units[unit])"
  }
}
