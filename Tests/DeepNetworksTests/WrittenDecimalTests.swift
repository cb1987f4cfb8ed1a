import BigInt
import DeepNetworks
import TestSupport
import Testing

/// Decimals of at most 28 digits are known again by their bits.
struct WrittenDecimalTests {
  @Test("a decimal that was written is that fraction", arguments: [0, 5, 31, 60, 300])
  func decimals(reach: Int) throws {
    var random = SplitMix64(seed: UInt64(reach) + 1)
    for _ in 0..<2000 {
      let count = Int.random(in: 1...28, using: &random)
      let digits = (0..<count).map { _ in "0123456789".randomElement(using: &random) ?? "7" }
      let power = Int.random(in: -reach...reach, using: &random) - count
      let text = (Bool.random(using: &random) ? "-" : "") + String(digits) + "e\(power)"
      let number = try #require(Extended(decimal: text))
      let found = try #require(Ratio(number), "\(text)")
      let written = try #require(Ratio(numeral: text))
      #expect(found.isEqual(to: written), "\(text)")
    }
  }

  @Test("so are doubles with few digits, and their neighbours are none")
  func doubles() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<2000 {
      // Whole numbers over 2^n have n digits behind the point.
      let whole = Int.random(in: 1..<(1 << 40), using: &random)
      let places = Int.random(in: 0...14, using: &random)
      let number = Double(whole) / Double(1 << places)
      let text = "\(BigInt(whole) * BigInt(5).power(places))e-\(places)"
      let found = try #require(Ratio(Extended(number)), "\(text)")
      #expect(found.isEqual(to: try #require(Ratio(numeral: text))), "\(text)")
      // So near to it there is no other of 28 digits.
      let near = Extended(number) * (Extended(1) + Extended(0x1p-99))
      #expect(Ratio(near) == nil, "\(text) and a little")
    }
  }

  @Test("a product of decimals is one, of other numbers with one it is what rounding gives")
  func products() throws {
    var random = SplitMix64(seed: 4)
    let factor = try #require(Extended(decimal: "0.3"))
    for _ in 0..<500 {
      let thousandths = Int.random(in: 1...99_999, using: &random)
      let entry = try #require(Extended(decimal: "\(thousandths)e-3"))
      let third = Extended(Double.random(in: 0.1..<1, using: &random)) / 3
      let product = Vector([entry, third]).exactlyScaled(by: factor)
      let expected = try #require(Extended(decimal: "\(3 * thousandths)e-4"))
      #expect(product[0] == expected, "\(thousandths)e-3")
      #expect(product[1] == third * factor)
    }
  }

  @Test("integers of up to 38 digits are read to 106 bits")
  func integers() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<2000 {
      let count = Int.random(in: 1...38, using: &random)
      let text = String((0..<count).map { _ in "123456789".randomElement(using: &random) ?? "7" })
      let number = try #require(Extended(decimal: text))
      let exact = try #require(BigInt(text))
      let parts = [number.hi, number.lo].map { part -> BigInt in
        BigInt(part * 0x1p104) * BigInt(2).power(max(number.exponent, 0))
      }
      let distance = (parts[0] + parts[1] - exact << 104).magnitude
      #expect(distance << 104 <= exact.magnitude << 104, "\(text)")
    }
  }
}
