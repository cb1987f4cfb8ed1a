import DeepNetworks
import Testing

/// Eigenvalues against NumPy's and mpmath's, and against what they are by theorems.
struct EigenvalueTests {
  private func eigenvalues(_ rows: [[Double]]) throws -> Eigenvalues {
    try #require(try Eigenvalues(.rows(rows)))
  }

  /// mpmath's `eig` with 30 digits; NumPy 2.4's `linalg.eigvals` has the same to 1e-14.
  static let table: [(rows: [[Double]], values: [[Double]])] = [
    (
      [[1, 2, 3], [4, 5, 6], [7, 8, 10]],
      [[16.707493316124748339, 0], [-0.90574017952175846731, 0], [0.1982468633970101279, 0]]
    ),
    (
      [
        [4, -2, 1, 0, 3], [1, 0, -3, 2, 1], [0, 5, 1, -1, 2], [2, 2, 0, 3, -4], [-1, 1, 1, 1, 0],
      ],
      [
        [4.4239249358009406266, 0], [2.6663655817542106972, 3.2404080989212741523],
        [2.6663655817542106972, -3.2404080989212741523],
        [-0.87832804965468101046, 3.3415979485299781512],
        [-0.87832804965468101046, -3.3415979485299781512],
      ]
    ),
  ]

  @Test("values of NumPy and mpmath", arguments: 0..<2)
  func values(_ row: Int) throws {
    let (rows, expected) = Self.table[row]
    let found = try eigenvalues(rows).values
    #expect(found.count == expected.count)
    for (value, pair) in zip(found, expected) {
      #expect((value.real - Extended(pair[0])).abs() < Extended(1e-13), "\(value) \(pair)")
      #expect((value.imaginary - Extended(pair[1])).abs() < Extended(1e-13), "\(value) \(pair)")
    }
  }

  @Test("a turn by a right angle has i and -i, a scaled one the scale times them")
  func turns() throws {
    #expect(try eigenvalues([[0, -1], [1, 0]]).parts == [[0, 1], [0, -1]])
    #expect(try eigenvalues([[1, -2], [2, 1]]).parts == [[1, 2], [1, -2]])
    let both = try eigenvalues([[0, -1, 0, 0], [1, 0, 0, 0], [0, 0, 0.5, -2], [0, 0, 2, 0.5]])
    for (part, expected) in zip(both.parts, [[0.5, 2], [0.5, -2], [0, 1], [0, -1]]) {
      for (a, b) in zip(part, expected) { #expect((a - Extended(b)).abs() < Extended(1e-14)) }
    }
  }

  @Test("the cat map's are φ² and 1/φ² to the last digit")
  func cat() throws {
    let parts = try eigenvalues([[2, 1], [1, 1]]).parts
    #expect(parts[0][0].decimal(digits: 28) == "2.618033988749894848204586834")
    #expect(parts[1][0].decimal(digits: 28) == "0.3819660112501051517954131656")
  }

  @Test("a triangle has its diagonal, a power of ten or a scaled identity what it is made of")
  func exact() throws {
    let side = Extended(0.9)
    #expect(try eigenvalues([[0.9, 10], [0, 0.9]]).parts == [[side, 0], [side, 0]])
    let wide = Matrix.scaledIdentity(Extended(10).power(integer: 2000), 3)
    #expect(try #require(try Eigenvalues(wide)).radius == Extended(10).power(integer: 2000))
    #expect(try eigenvalues([[-3]]).parts == [[-3, 0]])
    #expect(try eigenvalues([[0, 0, 0], [0, 0, 0], [0, 0, 0]]).radius.isZero)
  }

  @Test(
    "sum and product are trace and determinant, and a transpose has the same",
    arguments: 1...40
  )
  func laws(seed: Int) throws {
    let n = 3 + seed % 20
    let matrix = try Initialization.gaussian(gain: 1.2)
      .matrix(fanOut: n, fanIn: n, seed: UInt64(seed), layer: 1)
    let found = try #require(try Eigenvalues(matrix))
    let sum = found.values.reduce(Extended.zero) { $0 + $1.real }
    #expect((sum - (try matrix.trace())).abs() < Extended(1e-13 * Double(n)))
    // The product of all, as a complex number.
    let product = found.values.reduce((Extended.one, Extended.zero)) { total, value in
      (
        total.0 * value.real - total.1 * value.imaginary,
        total.0 * value.imaginary + total.1 * value.real
      )
    }
    let singular = try Jacobian(factors: [matrix]).spectrum().values
    let determinant = singular.reduce(Extended.one, *)
    #expect(isNear(product.0.abs(), determinant, within: 1e-9))
    #expect(product.1.abs() < determinant * Extended(1e-9))
    #expect(found.radius <= singular[0] * Extended(1 + 1e-12))
    let other = try #require(try Eigenvalues(matrix.transposed))
    #expect(isNear(other.radius, found.radius, within: 1e-10))
  }

  @Test("a companion matrix has its polynomial's roots, with the digits that are right")
  func companion() throws {
    // (x − 1)(x − 2)(x − 3)(x − 4).
    let four = try eigenvalues([[0, 0, 0, -24], [1, 0, 0, 50], [0, 1, 0, -35], [0, 0, 1, 10]])
    for (part, root) in zip(four.parts, [4.0, 3, 2, 1]) {
      #expect(isNear(part[0].double, root, within: 1e-11) && part[1].isZero)
    }
    // (x − 1)³: rounding of 1e-16 moves its roots by 1e-5, and no more digits are claimed.
    let three = try eigenvalues([[0, 0, 1], [1, 0, -3], [0, 1, 3]])
    for part in three.parts {
      #expect(isNear(part[0].double, 1, within: 1e-3))
      #expect(part[0].decimal(digits: 15).count < 12, "\(part[0])")
    }
  }

  @Test("the same bits each time, at any size of the entries")
  func sizes() throws {
    let matrix = try Initialization.gaussian(gain: 1).matrix(
      fanOut: 12,
      fanIn: 12,
      seed: 4,
      layer: 1
    )
    let one = try #require(try Eigenvalues(matrix))
    #expect(try Eigenvalues(matrix) == one)
    let factor = Extended(2).power(integer: 9000)
    let other = try #require(try Eigenvalues(matrix.scaled(by: factor)))
    #expect(
      other.radius == one.radius * factor
        || isNear(other.radius, one.radius * factor, within: 1e-14)
    )
  }

  @Test("what has none")
  func refused() throws {
    func message(_ matrix: Matrix) -> String {
      do {
        _ = try Eigenvalues(matrix)
        return "no error"
      } catch {
        return "\(error)"
      }
    }
    #expect(
      message(.outer(.ones(2), .ones(3)))
        == "A 2 × 3 matrix is not square: it takes vectors of 3 to vectors of 2, and none to a multiple "
        + "of itself. singular_values(M) say how it stretches."
    )
    #expect(
      message(.scaledIdentity(.infinity, 2))
        == "The matrix has an entry that is infinite or nan: it has no eigenvalues."
    )
  }
}
