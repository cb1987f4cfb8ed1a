import CKernels

/// The engine as a whole.
package enum Engine {
  /// Raised whenever a result, an output or a mark changes for the same inputs; transcripts name it.
  package static let version = 9

  /// The most bytes that one computation may hold: 8 GiB.
  static let memoryLimit = 0x1p33

  /// How many threads independent pieces of work are given: the processors, or FATHOM_THREADS.
  package static let threads = Int(fk_threads())

  /// Keeps memory that is freed for what comes next: for a program that computes much, at its start.
  package static func keepFreedMemory() { fk_keep_freed_memory() }

  /// The instruction set that the kernels run on: `baseline`, `avx2` or `avx512`.
  package static var instructionSet: String { String(cString: fk_isa()) }
}
