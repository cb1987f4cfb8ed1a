import CKernels

/// Threads for many short pieces of work, the calling thread among them.
///
/// Pieces may run in any order, so each must write what no other touches; the results are then the
/// same for any number of threads. A team of one runs its pieces in order, without threads.
final class Team {
  private let threads: OpaquePointer?
  let size: Int

  init(size: Int) {
    self.size = max(size, 1)
    threads = size > 1 ? fk_team_start(size) : nil
  }

  deinit {
    fk_team_end(threads)
  }

  /// One thread for each that the engine may use, but for work that it would not pay for.
  ///
  /// Handing out work takes microseconds; a step of fewer operations than this takes not much more.
  static func size(operations: Double, pieces: Int) -> Int {
    operations < 0x1p21 ? 1 : min(Engine.threads, pieces, 16)
  }

  /// Calls `body` for 0 ..< count.
  func run(_ count: Int, _ body: (Int) -> Void) {
    guard let threads, count > 1 else {
      for index in 0..<count { body(index) }
      return
    }
    withoutActuallyEscaping(body) { body in
      var call = Call(body: body)
      withUnsafeMutablePointer(to: &call) { pointer in
        fk_team_run(
          threads,
          count,
          { $0?.assumingMemoryBound(to: Call.self).pointee.body(Int($1)) },
          UnsafeMutableRawPointer(pointer)
        )
      }
    }
  }

  /// C sees a closure without type.
  private struct Call {
    let body: (Int) -> Void
  }
}
