import CKernels

/// The engine as a whole.
package enum Engine {
  /// Raised whenever a result changes in any bit; transcripts name it.
  package static let version = 1

  /// The instruction set that the kernels run on: `baseline`, `avx2` or `avx512`.
  package static var instructionSet: String { String(cString: fk_isa()) }
}
