import Notebooks
import Testing

/// Inverses of matrices whose entries lie far apart: fractions in Python.
struct GradedInverseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rows: [String]
    /// Statements of entries of the inverse V, and what they show.
    let entries: [(String, String)]
  }

  static let cases = [
    Case(
      testDescription: "5 × 5, 10^±400",
      rows: [
        "-9e-307, -7e-31, -5e353, 7e-85, -2e220",
        "-3e221, -9e195, 7e-238, 1e253, 1e340",
        "3e-20, 3e55, 3e-126, -9e-372, -1e76",
        "-1e-11, 1e138, -5e173, -5e-159, -3e-376",
        "-5e-68, -5e-261, 3e122, -1e126, 7e173",
      ],
      entries: [
        ("V[1, 1]", "1e-243"), ("V[5, 3]", "1e-99"),
        ("V[4, 5]", "-1e-126"), ("V[5, 5]", "1e-213"),
      ]
    ),
    Case(
      testDescription: "12 × 12, 10^±40",
      rows: [
        "1e13, -9e-7, 3e22, 1e-2, 2e5, 5e-13, 3e-23, -2e-23, -7e39, -2e28, 9e37, -5e-1",
        "-7e-31, 7e2, 2e31, -7e5, 1e0, 5e-14, 3e21, 2e26, -2e-33, 3e-39, -7e11, 9e40",
        "-9e38, 2e2, -3e1, 9e-32, -3e32, -3e-10, -5e29, 2e-29, -7e0, 3e22, -7e-2, 3e-3",
        "9e-25, 3e2, 3e-14, 5e30, 5e-4, 2e-29, 5e9, -1e33, -3e-3, -5e-16, -5e-36, 5e-7",
        "2e-32, -7e-24, -5e-36, -7e29, 7e10, 9e27, -2e26, -3e-13, 7e35, 1e34, -2e17, 2e5",
        "-7e1, 5e-26, 2e35, 7e2, -3e-9, -9e-6, -7e-12, -1e-19, -1e14, -9e-28, -5e-12, -9e33",
        "7e28, 5e-31, -9e-25, 7e-16, 5e33, -7e10, -7e7, -7e-36, 5e-38, -3e-17, 9e-25, 2e-14",
        "9e-33, 7e-38, 3e14, 5e-28, -2e-32, -3e-31, 7e-2, -1e15, -5e-33, 3e19, -9e36, -7e10",
        "-3e-7, -1e20, 5e-19, 9e-14, -9e-20, -5e3, 3e-8, -7e36, 2e-18, -9e20, 7e12, 5e25",
        "-2e5, 1e-8, -5e31, 9e-39, 2e-30, -1e-35, 3e-5, -5e-10, 2e5, 5e-4, 7e5, 5e39",
        "-5e-1, 1e13, 7e-30, -9e36, -3e2, -5e-10, -3e17, 1e32, 1e-36, 1e32, 1e-35, -5e17",
        "-7e-7, 9e-20, 2e27, 2e31, 5e-40, -9e23, -1e-1, 2e-34, 1e-16, 3e-30, 9e-24, -9e11",
      ],
      entries: [
        ("V[1, 1]", "2.05718895897826e-50"), ("V[12, 3]", "-4.44444483535407e-74"),
        ("V[4, 12]", "1.11086431466109e-35"), ("V[5, 5]", "-2.87971894204722e-51"),
      ]
    ),
  ]

  @Test("entries of the inverse", arguments: cases)
  func inverse(_ one: Case) {
    let matrix = "V = inverse([" + one.rows.map { "[\($0)]" }.joined(separator: ", ") + "])"
    let list = one.entries.map(\.0).joined(separator: ", ")
    let shownList = shown(matrix + "\n[" + list + "]", columns: 200)
    #expect(shownList == "[" + one.entries.map(\.1).joined(separator: ", ") + "]")
  }
}
