import CKernels
import DeepNetworks

/// The speed of matrix products, on one thread.
enum Peak {
  /// Billions of multiplications and additions a second, for 512 × 512.
  static func gigaflops() throws -> Double {
    let n = 512
    let a = Vector.normal(n * n, seed: 1).doubles
    var c = a
    let item = Case(name: "dgemm", what: "", runs: 7) { fk_gemm(n, n, n, a, n, a, n, &c, n) }
    return 2 * Double(n * n * n) / (try item.median() * 1e6)
  }
}
