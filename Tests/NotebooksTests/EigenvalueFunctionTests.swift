import Notebooks
import Testing

/// Eigenvalues in the language; NumPy's and mpmath's stand in the engine's tests.
@Suite("Eigenvalues in the language")
struct EigenvalueFunctionTests {
  static let values = [
    ("eigenvalues([[0, -1], [1, 0]])", "[0   1]\n[0  -1]"),
    ("eigenvalues([[3, 1], [0, 2]])*[1, 0]", "[3, 2]"),
    ("spectral_radius([[0.9, 10], [0, 0.9]])", "0.9"),
    ("spectral_radius([[2, 1], [1, 1]]) == ((1 + sqrt(5))/2)^2", "true"),
    ("spectral_radius(3*identity(5))", "3"),
  ]

  @Test("values", arguments: values)
  func value(_ text: String, _ value: String) { #expect(shown(text) == value, "\(shown(text))") }

  static let truths = [
    "abs(spectral_radius(sample(orthogonal(), 12, 12)) - 1) < 1e-12",
    // Girko: a large Gaussian matrix's eigenvalues fill the circle of its gain.
    "abs(spectral_radius(sample(gaussian(gain: 2), 100, 100)) - 2) < 0.3",
    "sum(eigenvalues(sample(gaussian(), 9, 9))*[1, 0]) == trace(sample(gaussian(), 9, 9))",
    "abs(sum(eigenvalues(sample(gaussian(), 9, 9))*[0, 1])) < 1e-12",
    "spectral_radius((10^300*identity(2))^4) == 10^1200",
    "spectral_radius(jacobian(network([[2, 1], [1, 1]], depth: 3), [1, 1])) == spectral_radius([[2, 1], [1, 1]])^3",
  ]

  @Test("laws", arguments: truths)
  func law(_ text: String) { #expect(shown(text) == "true", "\(text): \(shown(text))") }

  static let complaints = [
    (
      "eigenvalues([[1, 2, 3], [4, 5, 6]])",
      "A 2 × 3 matrix is not square: it takes vectors of 3 to vectors of 2, and none to a multiple of "
        + "itself. singular_values(M) say how it stretches."
    ),
    (
      "spectral_radius(2)",
      "M of spectral_radius takes a matrix, such as [[1, 2], [3, 4]] or 1.5*identity(2); this is 2."
    ),
    (
      "eigenvalues(rounded([[1e9, 1], [1, 1]], to: float16))",
      "The matrix has an entry that is infinite or nan: it has no eigenvalues."
    ),
  ]

  @Test("what has none", arguments: complaints)
  func complaint(_ text: String, _ message: String) {
    #expect(fault(text)?.problem.message == message)
  }
}
