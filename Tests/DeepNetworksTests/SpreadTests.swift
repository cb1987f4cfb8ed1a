import DeepNetworks
import Testing

/// Vectors and matrices whose entries lie any distance apart: what each operation gives for an entry
/// is what the numbers alone give.
@Suite("Entries far apart")
struct SpreadTests {
  /// Numbers ±1.5^k for k up to ±`reach`, a tenth of them 0, the same at every run.
  private struct Draw {
    var state: UInt64

    mutating func number(_ reach: Int) -> Extended {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let bits = Int(state >> 33)
      guard bits % 10 != 0 else { return .zero }
      let size = Extended(1.5).power(integer: bits / 20 % (2 * reach) - reach)
      return bits % 20 < 10 ? -size : size
    }

    mutating func vector(_ count: Int, _ reach: Int) -> Vector {
      Vector((0..<count).map { _ in number(reach) })
    }
  }

  /// From one exponent for all to entries 10^±3500 apart.
  static let reaches = [10, 700, 1500, 3000, 10_000]

  @Test("a vector keeps the numbers it is made of", arguments: reaches)
  func kept(reach: Int) {
    var draw = Draw(state: 1)
    let numbers = (0..<200).map { _ in draw.number(reach) }
    #expect(Vector(numbers).elements == numbers)
    #expect((-Vector(numbers)).elements == numbers.map { -$0 })
    #expect(Vector(numbers).maximum() == numbers.max())
    #expect(Vector(numbers).minimum() == numbers.min())
  }

  @Test("sums, products and multiples are those of the numbers", arguments: reaches)
  func entryByEntry(reach: Int) throws {
    var draw = Draw(state: 2)
    for _ in 0..<20 {
      let (a, b) = (draw.vector(7, reach), draw.vector(7, reach))
      let factor = draw.number(reach)
      let (sum, product) = (try a + b, try a.hadamard(b))
      for i in 0..<7 {
        #expect(isNear(sum[i], a[i] + b[i], within: 1e-30))
        #expect(isNear(product[i], a[i] * b[i], within: 1e-30))
        #expect(isNear(a.scaled(by: factor)[i], a[i] * factor, within: 1e-30))
        #expect(Activation.relu.value(a)[i] == max(a[i], 0))
      }
    }
  }

  @Test("diagonal, outer and transposed matrices lose nothing", arguments: reaches)
  func matrices(reach: Int) throws {
    var draw = Draw(state: 3)
    let n = 5
    for _ in 0..<10 {
      let (d, x) = (draw.vector(n, reach), draw.vector(n, reach))
      let diagonal = try Matrix.rows((0..<n).map { i in (0..<n).map { $0 == i ? d[i] : .zero } })
      let (image, square) = (try diagonal * x, try diagonal * diagonal)
      let outer = try Matrix.outer(d, x) * Matrix.identity(n) + diagonal
      for i in 0..<n {
        #expect(isNear(image[i], d[i] * x[i], within: 1e-15))
        #expect(isNear(square[i, i], d[i] * d[i], within: 1e-30))
        #expect(isNear(diagonal.transposed[i, i], d[i], within: 1e-30))
        for j in 0..<n where j != i {
          #expect(square[i, j].isZero)
          #expect(isNear(outer[i, j], d[i] * x[j], within: 1e-15))
        }
      }
    }
  }

  /// Gains 1.5 and 0.5 side by side in a network of dense weights, forwards and backwards.
  @Test("a network of 4000 layers, each unit by itself")
  func network() throws {
    let matrix = try Matrix.rows([[1.5, 0, 0], [0, 0.5, 0], [0, 0, -0.75]])
    let network = try Network(repeating: matrix, depth: 4000, last: matrix)
    let forward = try network.forward(.ones(3))
    let gradients = try network.backward(forward, loss: .sum)
    for layer in stride(from: 0, through: 4000, by: 500) {
      for (unit, gain) in [1.5, 0.5, -0.75].enumerated() {
        let exact = Extended(gain).power(integer: layer)
        #expect(isNear(forward.a(layer)[unit], exact, within: 1e-12))
        #expect(isNear(gradients.dA(4000 - layer)[unit], exact, within: 1e-12))
        guard layer > 0 else { continue }
        let entry = gradients.dW(layer)[unit, 0]
        let factor = Extended(1.5).power(integer: layer - 1)
        let expected = Extended(gain).power(integer: 4000 - layer) * factor
        #expect(isNear(entry, expected, within: 1e-12))
      }
    }
  }
}
