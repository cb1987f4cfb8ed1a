import CKernels
import TestSupport
import Testing

@Suite("Rounding to a number format")
struct FormatTests {
  struct Format: Sendable, CustomTestStringConvertible {
    let name: String
    let precision, emin, emax: Int32
    var saturatesToNaN = false
    let largest, smallestSubnormal: Double

    var testDescription: String { name }

    func round(_ numbers: [Double]) -> [Double] {
      var x = numbers
      fk_round_to_format(&x, x.count, precision, emin, emax, saturatesToNaN ? 1 : 0)
      return x
    }

    /// All positive finite numbers in order, by their codes: the OCP specification of the 8-bit
    /// formats, IEEE 754 for the others.
    var positives: [Double] {
      let steps = 1 << (precision - 1)
      var result = (1..<steps).map { Double($0) * smallestSubnormal }
      for exponent in Int(emin)...Int(emax) {
        let unit = Double(sign: .plus, exponent: exponent - Int(precision) + 1, significand: 1)
        result += (steps..<2 * steps).map { Double($0) * unit }
      }
      return result.filter { $0 <= largest }
    }
  }

  static let float16 = Format(
    name: "float16",
    precision: 11,
    emin: -14,
    emax: 15,
    largest: 65504,
    smallestSubnormal: 0x1p-24
  )
  static let bfloat16 = Format(
    name: "bfloat16",
    precision: 8,
    emin: -126,
    emax: 127,
    largest: 0x1.fep127,
    smallestSubnormal: 0x1p-133
  )
  static let float32 = Format(
    name: "float32",
    precision: 24,
    emin: -126,
    emax: 127,
    largest: 0x1.fffffep127,
    smallestSubnormal: 0x1p-149
  )
  static let e5m2 = Format(
    name: "float8_e5m2",
    precision: 3,
    emin: -14,
    emax: 15,
    largest: 57344,
    smallestSubnormal: 0x1p-16
  )
  static let e4m3 = Format(
    name: "float8_e4m3fn",
    precision: 4,
    emin: -6,
    emax: 8,
    saturatesToNaN: true,
    largest: 448,
    smallestSubnormal: 0x1p-9
  )

  @Test(
    "Each code is fixed; between two codes the nearer one, the even one in the middle",
    arguments: [float16, bfloat16, e5m2, e4m3]
  )
  func nearestCode(format: Format) {
    let codes = [0] + format.positives
    #expect(format.round(codes) == codes)
    #expect(format.round(codes.map { -$0 }) == codes.map { -$0 })
    let middles = zip(codes, codes.dropFirst()).map { ($0 + $1) / 2 }
    let even = middles.indices.map { codes[$0 + $0 % 2] }
    #expect(format.round(middles) == even)
    #expect(format.round(middles.map { $0.nextDown }) == Array(codes.dropLast()))
    #expect(format.round(middles.map { $0.nextUp }) == Array(codes.dropFirst()))
  }

  @Test("Beyond the largest number: infinity, or nan where a format has none")
  func overflow() {
    for format in [Self.float16, Self.bfloat16, Self.float32, Self.e5m2] {
      let half = unit(of: format) / 2
      let x = [format.largest + half, (format.largest + half).nextDown, -1e300, .infinity]
      #expect(format.round(x) == [.infinity, format.largest, -.infinity, .infinity])
    }
    #expect(Self.e4m3.round([464]) == [448])
    let beyond = Self.e4m3.round([(464.0).nextUp, -1e300, .infinity, -.infinity])
    #expect(beyond.allSatisfy { $0.isNaN })
    #expect(Self.float16.round([.nan])[0].isNaN)
  }

  private func unit(of format: Format) -> Double {
    Double(sign: .plus, exponent: Int(format.emax - format.precision + 1), significand: 1)
  }

  @Test("Underflow is gradual and keeps the sign of zero")
  func underflow() {
    for format in [Self.float16, Self.bfloat16, Self.float32, Self.e5m2, Self.e4m3] {
      let s = format.smallestSubnormal
      let x = [s, 0.75 * s, 0.5 * s, 1.5 * s, 2.5 * s, .leastNonzeroMagnitude, 0]
      #expect(bits(format.round(x)) == bits([s, s, 0, 2 * s, 2 * s, 0, 0]))
      #expect(
        bits(format.round(x.map { -$0 })) == bits([-s, -s, -0.0, -2 * s, -2 * s, -0.0, -0.0])
      )
    }
  }

  @Test("float32 is Swift's Float, for numbers of all sizes and for ties")
  func swiftFloat() {
    var generator = SplitMix64(seed: 9)
    var x: [Double] = []
    for _ in 0..<20_000 {
      let float = Float(bitPattern: UInt32(truncatingIfNeeded: generator.next()))
      x += [Double(float), (Double(float) + Double(float.nextUp)) / 2]
      x.append(Double(float) * (1 + Double.random(in: -1...1, using: &generator) * 0x1p-23))
      x.append(Double(bitPattern: generator.next()))
    }
    #expect(bits(Self.float32.round(x)) == bits(x.map { Double(Float($0)) }))
  }

  #if !(os(macOS) && arch(x86_64))
  @Test("float16 is Swift's Float16, for numbers of all sizes")
  func swiftFloat16() {
    var generator = SplitMix64(seed: 10)
    let x = (0..<40_000).map { _ in
      Double.random(in: -2...2, using: &generator)
        * Double(sign: .plus, exponent: Int.random(in: -30...20, using: &generator), significand: 1)
    }
    #expect(bits(Self.float16.round(x)) == bits(x.map { Double(Float16($0)) }))
  }
  #endif

  @Test("float64 leaves everything as it is")
  func float64() {
    var x: [Double] = [1 / 3, .leastNonzeroMagnitude, -.greatestFiniteMagnitude, .infinity]
    let before = x
    fk_round_to_format(&x, x.count, 53, -1022, 1023, 0)
    #expect(x == before)
  }
}
