import CKernels
import TestSupport
import Testing

extension EveryInstructionSet {
  /// The orders of additions, written out slowly.
  ///
  /// Bits must agree, whatever the blocking.
  @Suite("Linear algebra")
  struct LinearAlgebraTests {
    struct Shape: Sendable, CustomTestStringConvertible {
      let m, n, k: Int
      var testDescription: String { "\(m) x \(k) times \(k) x \(n)" }
    }

    static let shapes: [Shape] = [
      (1, 1, 1), (2, 2, 2), (2, 2, 0), (3, 5, 7), (8, 24, 16), (9, 25, 17), (1, 40, 3), (40, 1, 3),
      (5, 4, 30), (33, 31, 200), (131, 29, 195), (64, 64, 64), (31, 100, 12), (135, 7, 400),
    ].map { Shape(m: $0.0, n: $0.1, k: $0.2) }

    @Test("A product is one sequential sum over k per entry", arguments: shapes)
    func gemm(shape: Shape) {
      var generator = SplitMix64(seed: 4)
      let (m, n, k) = (shape.m, shape.n, shape.k)
      let (lda, ldb, ldc) = (k + 3, n + 2, n + 1)
      let a = generator.doubles(m * lda, in: -1...1)
      let b = generator.doubles(max(k, 1) * ldb, in: -1...1)
      var expected = [Double](repeating: 7, count: m * ldc)  // between the rows nothing is written
      for i in 0..<m {
        for j in 0..<n {
          var sum = 0.0
          for p in 0..<k {
            let product = a[i * lda + p] * b[p * ldb + j]
            sum += product
          }
          expected[i * ldc + j] = sum
        }
      }
      for isa in availableISAs() {
        #expect(fk_select_isa(isa) == 0)
        var c = [Double](repeating: 7, count: m * ldc)
        fk_gemm(m, n, k, a, lda, b, ldb, &c, ldc)
        #expect(bits(c) == bits(expected), "\(isa)")
      }
    }

    /// Lane l adds the terms l, l + 8, …; then ((L0+L4) + (L2+L6)) + ((L1+L5) + (L3+L7)).
    private func eightLaneSum(_ terms: [Double]) -> Double {
      var lanes = [Double](repeating: 0, count: 8)
      for (index, term) in terms.enumerated() { lanes[index % 8] += term }
      let even = (lanes[0] + lanes[4]) + (lanes[2] + lanes[6])
      let odd = (lanes[1] + lanes[5]) + (lanes[3] + lanes[7])
      return even + odd
    }

    @Test("Sums run in the 8-lane order")
    func sums() {
      var generator = SplitMix64(seed: 5)
      for count in Array(0...40) + [127, 128, 1001] {
        let x = generator.doubles(count, in: -1...1)
        let y = generator.doubles(count, in: -1...1)
        for isa in availableISAs() {
          #expect(fk_select_isa(isa) == 0)
          #expect(fk_sumsq(x, count) == eightLaneSum(x.map { $0 * $0 }))
          #expect(fk_dot(x, y, count) == eightLaneSum(zip(x, y).map { $0 * $1 }))
          #expect(fk_maxabs(x, count) == (x.map { $0.magnitude }.max() ?? 0))
        }
      }
    }

    @Test("The largest magnitude of special values")
    func largestMagnitude() {
      #expect(fk_maxabs([1, -.infinity, 3], 3) == .infinity)
      #expect(fk_maxabs([1, .nan, .infinity], 3).isNaN)
      #expect(fk_maxabs([-0.0], 1).sign == .plus)
      #expect(fk_minabs([3, -2, 5], 3) == 2)
      #expect(fk_minabs([1, -0.0, .nan], 3) == 0)
      #expect(fk_minabs([.nan, -.infinity], 2) == .infinity)
      #expect(fk_minabs([.nan], 1).isNaN)
      #expect(fk_minabs([], 0) == 0)
    }

    @Test("Matrix times vector: rows in the 8-lane order, transposed in the order of the rows")
    func gemv() {
      var generator = SplitMix64(seed: 6)
      for (m, n) in [(1, 1), (2, 2), (0, 3), (3, 0), (5, 9), (9, 16), (12, 33), (31, 130)] {
        let lda = n + 2
        let a = generator.doubles(m * lda + 1, in: -1...1)
        let x = generator.doubles(n + 1, in: -1...1)
        let z = generator.doubles(m + 1, in: -1...1)
        let rows = (0..<m).map { i in
          eightLaneSum((0..<n).map { a[i * lda + $0] * x[$0] })
        }
        let columns = (0..<n).map { j in
          (0..<m).reduce(0.0) { sum, i in
            let product = a[i * lda + j] * z[i]
            return sum + product
          }
        }
        for isa in availableISAs() {
          #expect(fk_select_isa(isa) == 0)
          var y = [Double](repeating: 7, count: m + 1)
          fk_gemv(m, n, a, lda, x, &y)
          #expect(bits(y) == bits(rows + [7]))
          var t = [Double](repeating: 7, count: n + 1)
          fk_gemv_t(m, n, a, lda, z, &t)
          #expect(bits(t) == bits(columns + [7]))
          var scaled = a
          fk_scale(&scaled, 0.3, a, a.count)
          var (ys, ts) = (y, t)
          fk_gemv(m, n, scaled, lda, x, &y)
          fk_gemv_scaled(m, n, 0.3, a, lda, x, &ys)
          #expect(bits(ys) == bits(y))
          for count in [1, 3, 4, 9] {
            let factors = (0..<count).map { 0.3 + Double($0) }
            let inputs = (0..<count).flatMap { number in x.map { $0 * Double(number + 1) } }
            var each = [Double](repeating: 7, count: count * m + 1)
            fk_gemv_scaled_each(count, m, n, factors, a, lda, inputs, &each)
            var one = [Double](repeating: 7, count: m)
            var all: [Double] = []
            for (number, factor) in factors.enumerated() {
              fk_gemv_scaled(m, n, factor, a, lda, Array(inputs[(number * n)...]), &one)
              all += one
            }
            #expect(bits(each) == bits(all + [7]))
          }
          fk_gemv_t(m, n, scaled, lda, z, &t)
          fk_gemv_t_scaled(m, n, 0.3, a, lda, z, &ts)
          #expect(bits(ts) == bits(t))
        }
      }
    }

    @Test("float32 products round each product and each sum to float")
    func float32() {
      var generator = SplitMix64(seed: 7)
      for (m, n) in [(1, 1), (2, 2), (7, 30), (8, 8), (19, 41)] {
        let a = (0..<m * n).map { _ in Float.random(in: -1...1, using: &generator) }
        let x = (0..<n).map { _ in Float.random(in: -1...1, using: &generator) }
        let z = (0..<m).map { _ in Float.random(in: -1...1, using: &generator) }
        var rows = [Float](repeating: 0, count: m)
        var columns = [Float](repeating: 0, count: n)
        for i in 0..<m {
          for j in 0..<n {
            let toRow = a[i * n + j] * x[j]
            let toColumn = a[i * n + j] * z[i]
            rows[i] += toRow
            columns[j] += toColumn
          }
        }
        var y = [Double](repeating: 0, count: m)
        fk_gemv_f32(m, n, a.map(Double.init), n, x.map(Double.init), &y)
        #expect(y == rows.map(Double.init))
        var t = [Double](repeating: 0, count: n)
        fk_gemv_t_f32(m, n, a.map(Double.init), n, z.map(Double.init), &t)
        #expect(t == columns.map(Double.init))
      }
    }

    @Test("float32 sums overflow to infinity and then to nan, as in float")
    func float32Overflow() {
      let top = Double(Float.greatestFiniteMagnitude)
      var y = [0.0, 0.0]
      fk_gemv_f32(2, 3, [top, top, 1, top, top, -.infinity], 3, [1, 1, 1], &y)
      #expect(y[0] == .infinity)
      #expect(y[1].isNaN)
    }

    @Test("Transposing, scaling and adding a multiple")
    func elementwise() {
      let a: [Double] = [1, 2, 3, 4, 5, 6]
      var b = [Double](repeating: 0, count: 6)
      fk_transpose(2, 3, a, 3, &b, 2)
      #expect(b == [1, 4, 2, 5, 3, 6])
      var large = [Double](repeating: 0, count: 21 * 13)
      fk_transpose(13, 21, (0..<273).map(Double.init), 21, &large, 13)
      let transposed = (0..<21).flatMap { j in (0..<13).map { i in Double(i * 21 + j) } }
      #expect(large == transposed)
      var y: [Double] = [1, 1, 1, 1, 1, 1]
      fk_axpy(&y, -2, a, 6)
      #expect(y == [-1, -3, -5, -7, -9, -11])
      fk_scale(&y, 0.5, a, 6)
      #expect(y == [0.5, 1, 1.5, 2, 2.5, 3])
    }
  }
}
