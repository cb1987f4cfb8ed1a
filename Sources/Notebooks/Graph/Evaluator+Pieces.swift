import DeepNetworks
import Synchronization

// Many pieces of one statement: the samples of a figure, the seeds of an ensemble.
extension Evaluator {
  /// What a piece comes to, and where its numbers come from in a float format.
  struct Worked: Sendable {
    var value: Value
    var origin: Origin
  }

  /// Works out `count` pieces in order and hands over the value of each.
  ///
  /// Where what is left takes long, pieces run ahead on the machine's other threads, each with its own
  /// copy of the evaluator as it is then; their values are taken in order. One that failed, that the
  /// meter cannot afford or that added to what is known runs again here in its turn. So values,
  /// failures and the account are those of one after the other, for any number of threads.
  ///
  /// Without an estimate the first piece says what one takes, and what the others are going to take is
  /// refused at once if it is too much; pieces that differ come with one. `take` is told what was held
  /// before the piece, and counts what is held after it.
  mutating func eachPiece<E: Error>(
    _ count: Int,
    estimate: Meter.Piece? = nil,
    in scope: inout Scope,
    failing: (Problem) -> E,
    work: @escaping @Sendable (Int, inout Evaluator, inout Scope) throws(E) -> Value,
    take: (Int, Worked, _ before: Double, inout Meter) throws(E) -> Void
  ) throws(E) {
    let whole = meter.stage
    var outer = whole
    defer { meter.stage = whole }
    var ahead: Ahead?
    var isWalked = false
    if let estimate {
      ahead = try worthwhile(0..<count, like: estimate, of: count, in: scope, outer, failing, work)
    }
    for index in 0..<count {
      let before = meter.bytes
      let found: Worked
      let spent: Meter.Piece
      if let piece = ahead?[index], let taken = meter.take(piece.spent) {
        (found, spent) = (piece.found, taken)
      } else {
        // What ran ahead has shown its progress already.
        if ahead == nil { meter.begin(part: index, of: count, in: outer) }
        let value: Value
        (value, spent) = try measured { evaluator throws(E) in
          try work(index, &evaluator, &scope)
        }
        found = Worked(value: value, origin: origin)
      }
      try take(index, found, before, &meter)
      if index < 2, estimate == nil {
        // The first tells what the others will take, before they take it; the second, what they will
        // take of what is shared.
        let each = index == 0 ? spent.operations - spent.shared : spent.operations
        do throws(Problem) {
          if index == 0 || spent.shared > 0 {
            try meter.foresee(operations: each * Double(count - 1 - index))
          }
        } catch {
          throw failing(error)
        }
      }
      // Where work is shared the first may find all of its own done: only the second says what the
      // others take, and before it nothing runs ahead that may be refused.
      let isTold = index > 0 || estimate != nil || meter.shared == nil
      if ahead == nil, isTold {
        let rest = index + 1..<count
        if !isWalked {
          isWalked = true
          let share = Double(index + 1) / Double(count)
          meter.stage = (outer.start + outer.width * share, outer.width * (0.9 - share))
          if try walkTogether(rest, like: spent, in: scope, failing, work) {
            outer = (outer.start + 0.9 * outer.width, 0.1 * outer.width)
          }
        }
        ahead = try worthwhile(rest, like: spent, of: count, in: scope, outer, failing, work)
      }
    }
  }

  /// What the body gives, and what the meter counted for it.
  mutating func measured<Result, E: Error>(
    _ body: (inout Evaluator) throws(E) -> Result
  ) throws(E) -> (Result, Meter.Piece) {
    let (operations, bytes, peak) = (meter.operations, meter.bytes, meter.peak)
    let shared = meter.shared?.operations ?? 0
    let waiting = meter.shared?.waiting?.count ?? 0
    meter.peak = bytes
    defer { meter.peak = max(meter.peak, peak) }
    let result = try body(&self)
    let spent = Meter.Piece(
      operations: meter.operations - operations,
      bytes: meter.bytes - bytes,
      peak: meter.peak - bytes,
      shared: (meter.shared?.operations ?? 0) - shared,
      passes: meter.shared?.waiting.map { Array($0[waiting...]) } ?? []
    )
    return (result, spent)
  }

  // MARK: - Together

  /// So many pieces are looked at whether they walk through the same layers.
  private static let mostTogether = 2000

  /// Walks side by side what the pieces are going to ask for first, if that is ŷ of networks whose
  /// weights differ by a factor; false if not.
  ///
  /// What is known of it makes the pieces faster, and changes nothing else: not what they spend.
  private mutating func walkTogether<E: Error>(
    _ pieces: Range<Int>,
    like piece: Meter.Piece,
    in scope: Scope,
    _ failing: (Problem) -> E,
    _ work: (Int, inout Evaluator, inout Scope) throws(E) -> Value
  ) throws(E) -> Bool {
    guard let shared = meter.shared, shared.waiting == nil, piece.operations >= Self.runOfPieces,
      pieces.count > 2
    else { return false }
    var passes: [SharedWork.Pass] = []
    var misses = 0
    for index in pieces.prefix(Self.mostTogether) {
      let notes = SharedWork(notingPasses: true)
      var evaluator = self
      evaluator.meter = meter.noting(notes)
      var own = scope
      _ = try? work(index, &evaluator, &own)
      if meter.isCancelled() { return false }
      guard let pass = notes.pass else {
        // One that is set to what is known already asks for nothing.
        misses += 1
        if misses > 2 { return false }
        continue
      }
      passes.append(pass)
      if passes.count == 2, !passes[0].differsByFactor(from: passes[1]) { return false }
    }
    do {
      try shared.work.walkTogether(passes, threads: meter.threads, checkpoint: meter.checkpoint)
      return true
    } catch {
      throw failing(EngineProblem.problem(of: error))
    }
  }

  // MARK: - Ahead

  /// A piece that is done before its turn.
  private struct Done: Sendable {
    var found: Worked
    var spent: Meter.Piece
  }

  /// What ran ahead, in runs of some pieces; nil for runs that were not finished.
  private struct Ahead {
    var start: Int
    var runLength: Int
    var runs: [[Done]?]

    subscript(index: Int) -> Done? {
      guard index >= start else { return nil }
      let (run, place) = (index - start).quotientAndRemainder(dividingBy: runLength)
      return runs[run]?[place]
    }
  }

  /// Work of less than some milliseconds is done before threads have begun.
  private static let worthThreads = 1e7
  /// A thread takes so much at a time, as many pieces as that may be.
  private static let runOfPieces = 1e6

  /// The pieces of a range, run ahead if that takes long enough; nil if not.
  private mutating func worthwhile<E: Error>(
    _ pieces: Range<Int>,
    like piece: Meter.Piece,
    of count: Int,
    in scope: Scope,
    _ outer: (start: Double, width: Double),
    _ failing: (Problem) -> E,
    _ work: @escaping @Sendable (Int, inout Evaluator, inout Scope) throws(E) -> Value
  ) throws(E) -> Ahead? {
    let operations = piece.operations * Double(pieces.count)
    let room = meter.freeBytes / max(1, piece.peak)
    let threads = min(meter.threads, pieces.count, Int(max(1, min(room, 64))))
    guard threads > 1, operations >= Self.worthThreads, operations <= meter.freeOperations else {
      return nil
    }
    let fair = max(1, pieces.count / (4 * threads))
    let runLength = max(1, min(fair, Int(Self.runOfPieces / max(1, piece.operations))))
    meter.stage = (
      outer.start + outer.width * Double(pieces.lowerBound) / Double(count),
      outer.width * Double(pieces.count) / Double(count)
    )
    let checkpoint = meter.checkpoint
    var reached = 0.0
    do {
      let runs = try run(pieces, by: runLength, threads, scope, work) { share in
        reached = share
        try checkpoint(share)
      }
      // Pieces that run again show no progress but this.
      meter.stage = (meter.stage.start + meter.stage.width * reached, 0)
      return Ahead(start: pieces.lowerBound, runLength: runLength, runs: runs)
    } catch {
      throw failing(EngineProblem.problem(of: error))
    }
  }

  private func run<E: Error>(
    _ pieces: Range<Int>,
    by runLength: Int,
    _ threads: Int,
    _ scope: Scope,
    _ work: @escaping @Sendable (Int, inout Evaluator, inout Scope) throws(E) -> Value,
    checkpoint: (Double) throws -> Void
  ) throws -> [[Done]?] {
    var start = self
    start.meter = meter.ahead
    let ready = start
    // What all pieces together may take; more says that they fail, so none goes on.
    let free = (operations: meter.freeOperations, bytes: meter.freeBytes)
    let operations = Atomic(0)
    let bytes = Atomic(0)
    let runs = (pieces.count + runLength - 1) / runLength
    return try Parallel.ahead(runs, threads: threads, checkpoint: checkpoint) { run in
      let first = pieces.lowerBound + run * runLength
      var done: [Done] = []
      for index in first..<min(first + runLength, pieces.upperBound) {
        var evaluator = ready
        var own = scope
        guard let (value, spent) = try? evaluator.measured({ try work(index, &$0, &own) }),
          evaluator.known.changes == ready.known.changes, own.memo.count == scope.memo.count
        else { return nil }
        let found = Worked(value: value, origin: evaluator.origin)
        done.append(Done(found: found, spent: spent))
        let sum = operations.add(Int(spent.operations), ordering: .relaxed).newValue
        let held = bytes.add(Int(value.extent.bytes), ordering: .relaxed).newValue
        guard Double(sum) <= free.operations, Double(held) <= free.bytes else { return nil }
      }
      return done
    }
  }
}
