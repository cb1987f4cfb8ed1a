import CKernelBits
import CKernels
import TestSupport
import Testing

/// Tests that switch the instruction set: one after the other, so that each has the one it chose.
@Suite("Under every instruction set", .serialized)
struct EveryInstructionSet {}

/// Those of the three names that this processor takes, found by switching to them.
func availableISAs() -> [String] {
  ["baseline", "avx2", "avx512"].filter { fk_select_isa($0) == 0 }
}

extension EveryInstructionSet {
  @Suite("Instruction sets")
  struct InstructionSetTests {
    /// Hashes of what all kernels make of the same inputs.
    private static func hashes() -> [String: UInt64] {
      var result: [String: UInt64] = [:]
      withUnsafeMutablePointer(to: &result) { result in
        kb_each(
          { context, name, hash in
            let result = context?.assumingMemoryBound(to: [String: UInt64].self)
            result?.pointee[String(cString: name)] = hash
          },
          result
        )
      }
      return result
    }

    /// What any processor must give: a name and a hash in a line.
    ///
    /// A change there changes the results of all lessons.
    private static func expected() throws -> [String: UInt64] {
      let lines = try Repository.text("Tests/CKernelBits/bits.txt").split(separator: "\n")
      return try Dictionary(
        uniqueKeysWithValues: lines.map { line in
          let words = line.split(separator: " ")
          return (String(words[0]), try #require(UInt64(words[1], radix: 16)))
        }
      )
    }

    @Test("Every instruction set gives the same bits, those written down")
    func sameBits() throws {
      let expected = try Self.expected()
      for isa in availableISAs() {
        #expect(fk_select_isa(isa) == 0)
        #expect(Self.hashes() == expected, "\(isa)")
      }
    }

    @Test("An instruction set is chosen by name, and an unknown one refused")
    func selection() {
      #expect(availableISAs().contains("baseline"))
      #expect(["baseline", "avx2", "avx512"].contains(String(cString: fk_isa())))
      #expect(fk_select_isa("sse9") == -1)
      #expect(fk_select_isa("") == -1)
      #expect(fk_select_isa(nil) == -1)
    }
  }
}
