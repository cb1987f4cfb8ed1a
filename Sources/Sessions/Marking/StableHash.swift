/// A hash that is the same on every machine and in every version.
enum StableHash {
  /// FNV-1a over the parts with a separator, then a finaliser that spreads the low bits.
  static func value(of parts: [String]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in Array(part.utf8) + [0x1F] {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      }
    }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }

  /// An order of things that depends on the parts alone: their indices, shuffled.
  static func order(_ count: Int, _ parts: [String]) -> [Int] {
    (0..<count).sorted { value(of: parts + ["\($0)"]) < value(of: parts + ["\($1)"]) }
  }
}
