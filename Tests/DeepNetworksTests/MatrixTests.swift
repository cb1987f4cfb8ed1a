import DeepNetworks
import Testing

/// Matrices and vectors: products, powers and sums in every structure.
struct MatrixTests {
  private func samples() throws -> [Matrix] {
    [
      try Matrix.identity(3), .scaledIdentity(Extended(-0.75), 3),
      try Matrix.rows([[1, 2, -3], [0.5, 0, 7], [-1, 4, 0.125]] as [[Double]]),
      .outer(Vector([1.0, -2, 0.5]), Vector([3.0, 0, -1])),
    ]
  }

  /// (A B)ᵢⱼ entry by entry.
  private func product(_ a: Matrix, _ b: Matrix, _ i: Int, _ j: Int) -> Extended {
    (0..<a.columns).reduce(.zero) { $0 + a[i, $1] * b[$1, j] }
  }

  @Test("products and sums of all structures, entry by entry")
  func products() throws {
    for a in try samples() {
      for b in try samples() {
        let (c, sum, difference) = (try a * b, try a + b, try a - b)
        for i in 0..<3 {
          for j in 0..<3 {
            #expect(c[i, j] == product(a, b, i, j))
            #expect(sum[i, j] == a[i, j] + b[i, j])
            #expect(difference[i, j] == a[i, j] - b[i, j])
          }
        }
        let x = Vector([1.0, -1, 2])
        #expect(try c * x == a * (b * x))
      }
    }
  }

  @Test("transposition, rows, columns, trace and norms")
  func parts() throws {
    for a in try samples() {
      var (squares, trace, total) = (Extended.zero, Extended.zero, Extended.zero)
      for i in 0..<3 {
        #expect(a.row(i).count == 3)
        for j in 0..<3 {
          #expect(a.transposed[j, i] == a[i, j])
          #expect(a.row(i)[j] == a[i, j] && a.column(j)[i] == a[i, j])
          squares = squares + a[i, j] * a[i, j]
          total = total + a[i, j]
        }
        trace = trace + a[i, i]
      }
      #expect(isNear(a.frobeniusNorm(), squares.squareRoot(), within: 1e-28))
      #expect(isNear(a.rms(), squares.squareRoot() / 3, within: 1e-28))
      #expect(try a.trace() == trace)
      #expect(a.sum() == total)
      let entries = (0..<3).flatMap { i in (0..<3).map { a[i, $0] } }
      #expect(a.maximum() == entries.max() && a.minimum() == entries.min())
    }
  }

  @Test("powers: by structure, and equal to repeated products")
  func powers() throws {
    for a in try samples() {
      var product = try Matrix.identity(3)
      for n in 0...5 {
        let power = try a.power(n)
        for i in 0..<3 { #expect(try distance(power.row(i), product.row(i)) < 1e-14) }
        product = try product * a
      }
    }
    let half = try Matrix.scaledIdentity(Extended(2), 2).power(-3)
    #expect(half == .scaledIdentity(Extended(0.125), 2))
  }

  @Test("(W^k)₁₂ = 10 k 0.9^(k−1): it grows before it falls")
  func nonNormal() throws {
    let value = ReferenceTable.value("nonnormal")
    let matrix = try Matrix.rows([[0.9, 10], [0, 0.9]] as [[Double]])
    let corners = try (1...150).map { try matrix.power($0)[0, 1] }
    let highest = try value["max"].extended()
    for k in value["argmax"].list.compactMap({ $0.double }) {
      #expect(isNear(corners[Int(k) - 1], highest, within: 1e-13))
    }
    #expect(corners.allSatisfy { $0 <= highest * Extended(1 + 1e-13) })
    #expect(isNear(corners[149], try value["k150"].extended(), within: 1e-13))
    let below = corners.indices.first { $0 > 10 && corners[$0] < 1 }
    #expect(below.map { $0 + 1 } == value["first_k_below_1"].double.map { Int($0) })
  }

  @Test(
    "the cat map's trace φ^2L + φ^-2L gives its largest singular value",
    arguments:
      ReferenceTable.rows("catmap.")
  )
  func catMap(row: ReferenceTable.Row) throws {
    let depth = try #require(row.setup["L"].double)
    let matrix = try Matrix.rows([[2, 1], [1, 1]] as [[Double]])
    let trace = try matrix.power(Int(depth)).trace()
    // s₁ s₂ = 1, so s₁ = (t + √(t² − 4))/2.
    let largest = (trace + (trace * trace - 4).squareRoot()) / 2
    let expected = try #require(row.value["log10_s1"].double)
    #expect(abs(largest.log10().double - expected) < 1e-14 * depth)
  }

  @Test("x + 0.01 I x, 150 times: a residual chain is 1.01^150")
  func residualScalar() throws {
    let value = ReferenceTable.value("resnet.scalar")
    for (key, text) in [("1.01^150", "0.01"), ("1.5^150", "0.5")] {
      let branch = Matrix.scaledIdentity(try #require(Extended(decimal: text)), 2)
      let block = try Matrix.identity(2) + branch
      let output = try Network(repeating: block, depth: 150).forward(.ones(2)).output
      #expect(isNear(output[0], try value[key].extended(), within: 1e-13))
    }
  }

  @Test("vectors: norms, sums, extremes and one exponent for all entries")
  func vectors() throws {
    let v = Vector([3.0, -4, 0])
    #expect(v.norm() == 5)
    #expect(isNear(v.rms(), Extended(25.0 / 3).squareRoot(), within: 1e-15))
    #expect(v.sum() == -1 && v.maximum() == 3 && v.minimum() == -4)
    #expect(isNear(v.mean(), Extended(-1) / 3, within: 1e-30))
    #expect(try v.dot(Vector([1.0, 1, 5])) == -1)
    #expect(try v.hadamard(v) == Vector([9.0, 16, 0]))
    #expect(Vector([Double]()).rms() == 0 && Vector([Extended]()).norm() == 0)
    let far = Extended(10).power(integer: 5000)
    #expect(isNear(v.scaled(by: far).norm(), far * 5, within: 1e-30))
    #expect(isNear(v.scaled(by: far).rms() / far, v.rms(), within: 1e-30))
    #expect(v.map { $0 * $0 } == Vector([9.0, 16, 0]))
    let third = Extended.one / 3
    #expect(Vector([third, third]).sum() == third * 2)
    #expect(
      isNear(try Vector([1e300]).hadamard(Vector([1e300])).norm().log10(), 600, within: 1e-15)
    )
  }

  @Test("infinities and nan from a format stay what they are")
  func specials() throws {
    let v = Vector([1.0, .infinity, .nan])
    #expect(!v.isFinite && v[0] == 1 && v[1].isInfinite && v[2].isNaN)
    #expect(v.norm().isNaN && v.sum().isNaN && v.maximum().isNaN)
    #expect(Vector([1.0, -.infinity]).norm() == .infinity)
    #expect(Vector([1.0, -.infinity]).minimum() == -.infinity)
    let scaled = v.scaled(by: 2)
    #expect(scaled[0] == 2 && scaled[1] == .infinity)
    #expect(try (v + Vector([1.0, 1, 1]))[1] == .infinity)
    let dense = try Matrix.rows([[0, 1, 0]] as [[Double]])
    #expect(try (dense * v)[0].isNaN)
    #expect(try (Matrix.outer(v, v) * Vector.ones(3))[0].isNaN)
  }
}
