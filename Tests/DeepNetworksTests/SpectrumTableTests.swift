import DeepNetworks
import Foundation
import Testing

/// spectra.json: products of small matrices of many kinds and their singular values.
///
/// Each product is last · middle^depth · first of binary entries as they stand, multiplied in exact
/// fractions (Python); its rank by elimination in fractions, so that a "0" there is proven; its other
/// singular values by mpmath's SVD with 60 + 3 depth digits, then twice as many, until 25 of them stay. A
/// value is "?" where entries of all 53 bits, changed by 2^-53 of themselves, change it by more than 3e-11.
@Suite("Singular values of products of many kinds")
struct SpectrumTableTests {
  struct Row: Decodable, CustomTestStringConvertible {
    let kind: String
    let first: [[Double]]?
    let middle: [[Double]]
    let depth: Int
    let last: [[Double]]?
    let values: [String]

    var testDescription: String { "\(kind), \(middle)^\(depth)" }

    func jacobian(transposed: Bool = false) throws -> Jacobian {
      let middle = Array(repeating: middle, count: depth)
      let list = try ([first].compactMap { $0 } + middle + [last].compactMap { $0 })
        .map { try Matrix.rows($0) }
      return try Jacobian(factors: transposed ? list.reversed().map(\.transposed) : list)
    }
  }

  static let rows: [Row] = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("spectra.json")
    guard let data = try? Data(contentsOf: url) else { return [] }
    return (try? JSONDecoder().decode([Row].self, from: data)) ?? []
  }()

  @Test("there are 2000 values or more")
  func count() {
    #expect(Self.rows.reduce(0) { $0 + $1.values.count } >= 2000)
  }

  @Test("each to 2e-11 of itself, in order, and 0 where it is 0", arguments: [false, true])
  func values(transposed: Bool) throws {
    for row in Self.rows {
      let spectrum = try row.jacobian(transposed: transposed).spectrum()
      #expect(spectrum.values.count == row.values.count)
      #expect(spectrum.values == spectrum.values.sorted(by: >), "\(row.testDescription)")
      for (index, text) in row.values.enumerated() {
        guard text != "?" else {
          #expect(!spectrum.values[index].isZero, "\(row.testDescription)")
          continue
        }
        let expected = try #require(Extended(decimal: text))
        #expect(
          isNear(spectrum.values[index], expected, within: 2e-11),
          "σ[\(index + 1)] of \(row.testDescription): \(spectrum.values[index]) for \(text)"
        )
        #expect(!spectrum.undetermined.contains(index), "\(row.testDescription)")
      }
      #expect(spectrum.rank == row.values.count { $0 != "0" }, "\(row.testDescription)")
    }
  }

  @Test("what rounding an entry changes by as much as itself is a bound")
  func undetermined() throws {
    // The determinant of these binary entries is 1.39e-17: rounding alone.
    let plain = try Jacobian(factors: [.rows([[0.1, 0.3], [0.3, 0.9]])]).spectrum()
    #expect(plain.undetermined == [1])
    #expect(plain.values[1] < Extended(1e-14) && plain.values[1] > Extended(1.38e-17))
    // The same with entries that need no rounding has a rank.
    let whole = try Jacobian(factors: [.rows([[1.0, 3], [3, 9]])]).spectrum()
    #expect(whole.undetermined.isEmpty && whole.values[1].isZero)
  }

  @Test("tanh and relu between dependent rows: the rank is that of the weights")
  func dependent() throws {
    let matrix = try Matrix.rows([[0.3, -0.7, 0.1], [0.6, -1.4, 0.2], [0.1, 0.9, 0.4]])
    for activation in [Activation.tanh, .relu, .sigmoid] {
      let net = try Network(repeating: matrix, depth: 6, activation: activation)
      let spectrum = try Jacobian(net, at: net.forward(Vector([0.5, 0.2, -0.3]))).spectrum()
      #expect(spectrum.rank <= 2 && spectrum.undetermined.isEmpty && spectrum.values[2].isZero)
    }
  }

  @Test("Lyapunov exponents: largest first, and -∞ only where a direction dies")
  func exponents() throws {
    let uneven = try Matrix.rows([[0.5, 0], [0, 2.0]])
    let sorted = try Jacobian(factors: Array(repeating: uneven, count: 20))
      .finiteTimeLyapunovExponents()
    let log2 = 0.6931471805599453
    #expect(isNear(sorted[0], log2, within: 1e-10) && isNear(sorted[1], -log2, within: 1e-10))
    let dying = try Matrix.rows([[1.0, 2, 3], [4, 5, 6], [7, 8, 9]])
    let found = try Jacobian(factors: [uneven3, dying, uneven3]).finiteTimeLyapunovExponents()
    #expect(found[0].isFinite && found[1].isFinite && found[2] == -.infinity)
    // det = 2^-40, exactly.
    let nearly = try Matrix.rows([[1.0, 1], [1, 1 + 0x1p-40]])
    let sum = try Jacobian(factors: [nearly]).finiteTimeLyapunovExponents().reduce(0, +)
    #expect(isNear(sum, -40 * log2, within: 1e-10))
  }

  private var uneven3: Matrix {
    get throws { try .rows([[2.0, 0.0, 0], [0, 1, 0], [0, 0, 3]]) }
  }
}
