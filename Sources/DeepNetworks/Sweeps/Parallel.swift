import CKernels
import Synchronization

/// Independent pieces of work on several threads: the same results for any number of them.
package enum Parallel {
  /// Ended because another piece failed or the caller's checkpoint threw.
  private struct Ended: Error {}

  /// The results of `body` for 0 ..< count, in that order.
  ///
  /// Each piece must depend on its index alone. `checkpoint` is called on the calling thread with
  /// the share of pieces that are done, at the beginning and every 20 ms or so; when it throws,
  /// pieces that run end at their own next checkpoint (each gets one) and none is begun. The first
  /// error by index, or the checkpoint's, is thrown. With one thread all runs on the calling thread.
  package static func map<Value: Sendable>(
    _ count: Int,
    threads: Int,
    checkpoint: (Double) throws -> Void = { _ in },
    body: @escaping @Sendable (Int, (Double) throws -> Void) throws -> Value
  ) throws -> [Value] {
    guard count > 0 else { return [] }
    guard threads > 1, count > 1 else {
      return try (0..<count).map { index in
        let value = try body(index) { try checkpoint((Double(index) + $0) / Double(count)) }
        try checkpoint(Double(index + 1) / Double(count))
        return value
      }
    }
    var results = [Result<Value, any Error>?](repeating: nil, count: count)
    let watched = results.withUnsafeMutableBufferPointer { slots in
      withoutActuallyEscaping(checkpoint) { checkpoint in
        run(slots, threads: threads, checkpoint: checkpoint, body: body)
      }
    }
    if let watched { throw watched }
    for case .failure(let error) in results where !(error is Ended) { throw error }
    return try results.map { result in
      guard let result else { throw Ended() }
      return try result.get()
    }
  }

  /// The results of the pieces that were finished until one gave nil, which ends the others.
  ///
  /// Pieces that were begun before the one that gave nil may be missing too; none that comes before
  /// them was left out. Otherwise as `map`; all pieces run on other threads, the calling one waits.
  package static func ahead<Value: Sendable>(
    _ count: Int,
    threads: Int,
    checkpoint: (Double) throws -> Void = { _ in },
    body: @escaping @Sendable (Int) -> Value?
  ) throws -> [Value?] {
    var results = [Result<Value, any Error>?](repeating: nil, count: count)
    let watched = results.withUnsafeMutableBufferPointer { slots in
      withoutActuallyEscaping(checkpoint) { checkpoint in
        run(slots, threads: threads, checkpoint: checkpoint) { index, _ in
          guard let value = body(index) else { throw Ended() }
          return value
        }
      }
    }
    if let watched { throw watched }
    return results.map { try? $0?.get() }
  }

  /// Fills the slots; returns what the checkpoint threw.
  private static func run<Value: Sendable>(
    _ slots: UnsafeMutableBufferPointer<Result<Value, any Error>?>,
    threads: Int,
    checkpoint: @escaping (Double) throws -> Void,
    body: @escaping @Sendable (Int, (Double) throws -> Void) throws -> Value
  ) -> (any Error)? {
    // However soon the pieces are done, somebody may have asked to stop.
    do { try checkpoint(0) } catch { return error }
    let isEnded = Atomic<Bool>(false)
    var thrown: (any Error)?
    let count = slots.count
    // C sees two closures without types; each piece writes its own slot.
    var calls = Calls(
      piece: { index in
        slots[index] = Result {
          try body(index) { _ in
            if isEnded.load(ordering: .relaxed) { throw Ended() }
          }
        }
        if case .failure = slots[index] { isEnded.store(true, ordering: .relaxed) }
      },
      watch: { done in
        if isEnded.load(ordering: .relaxed) { return true }
        do {
          try checkpoint(Double(done) / Double(count))
          return false
        } catch {
          thrown = error
          isEnded.store(true, ordering: .relaxed)
          return true
        }
      }
    )
    withUnsafeMutablePointer(to: &calls) { pointer in
      _ = fk_parallel(
        count,
        threads,
        { $0?.assumingMemoryBound(to: Calls.self).pointee.piece(Int($1)) },
        { ($0?.assumingMemoryBound(to: Calls.self).pointee.watch(Int($1)) ?? true) ? 1 : 0 },
        UnsafeMutableRawPointer(pointer)
      )
    }
    return thrown
  }

  private struct Calls {
    let piece: (Int) -> Void
    let watch: (Int) -> Bool
  }
}
