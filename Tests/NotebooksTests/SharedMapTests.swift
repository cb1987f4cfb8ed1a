import Notebooks
import TestSupport
import Testing

/// A map whose copies share what they have in common is a dictionary in all that it says.
@Suite("Shared map")
struct SharedMapTests {
  /// A key of which many have the same hash.
  struct Key: Hashable, Sendable {
    var number: Int
    var hashes: Int

    func hash(into hasher: inout Hasher) { hasher.combine(number % hashes) }
  }

  @Test("as a dictionary, whatever is set and taken away, with few hashes and with many")
  func dictionary() {
    var dice = SplitMix64(seed: 7)
    for hashes in [1, 3, 100, 100_000] {
      var map = SharedMap<Key, Int>()
      var oracle: [Key: Int] = [:]
      for step in 0..<3_000 {
        let key = Key(number: Int(dice.next() % 300), hashes: hashes)
        if dice.next() % 3 == 0 {
          map[key] = nil
          oracle[key] = nil
        } else {
          map[key] = step
          oracle[key] = step
        }
        #expect(map.count == oracle.count)
        if step % 100 == 0 { Self.agree(map, oracle, hashes) }
      }
      for key in oracle.keys { map[key] = nil }
      #expect(map.isEmpty && map.keys.isEmpty)
    }
  }

  @Test("a copy stays what it was")
  func copies() {
    var dice = SplitMix64(seed: 8)
    var map = SharedMap<Key, Int>()
    var oracle: [Key: Int] = [:]
    var kept: [(SharedMap<Key, Int>, [Key: Int])] = []
    for step in 0..<2_000 {
      if step % 40 == 0 { kept.append((map, oracle)) }
      let key = Key(number: Int(dice.next() % 200), hashes: 50)
      let value = dice.next() % 2 == 0 ? step : nil
      map[key] = value
      oracle[key] = value
    }
    for (map, oracle) in kept { Self.agree(map, oracle, 50) }
  }

  @Test("a value is changed where it stands, set where there was none, and taken away")
  func changes() {
    var dice = SplitMix64(seed: 9)
    for hashes in [1, 3, 100_000] {
      var map = SharedMap<Key, Int>()
      var oracle: [Key: Int] = [:]
      var kept = (map, oracle)
      for step in 0..<3_000 {
        if step % 50 == 0 { kept = (map, oracle) }
        let key = Key(number: Int(dice.next() % 300), hashes: hashes)
        let keeps = dice.next() % 3 > 0
        map.change(key) { value in
          #expect(value == oracle[key])
          value = keeps ? (value ?? 0) + 1 : nil
        }
        oracle[key] = keeps ? (oracle[key] ?? 0) + 1 : nil
        #expect(map.count == oracle.count)
        if step % 50 == 49 {
          Self.agree(map, oracle, hashes)
          Self.agree(kept.0, kept.1, hashes)
        }
      }
    }
  }

  @Test("a value in place of none begins with the one that is named")
  func defaults() {
    var map = SharedMap<String, [Int]>()
    map["a", default: []].append(1)
    map["a", default: []].append(2)
    #expect(map["a"] == [1, 2])
    #expect(map["b", default: [3]] == [3])
    #expect(map.count == 1)
  }

  private static func agree(_ map: SharedMap<Key, Int>, _ oracle: [Key: Int], _ hashes: Int) {
    var seen: [Key: Int] = [:]
    map.forEach { key, value in
      #expect(seen[key] == nil)
      seen[key] = value
    }
    #expect(seen == oracle)
    #expect(Set(map.keys) == Set(oracle.keys))
    for number in 0..<300 {
      let key = Key(number: number, hashes: hashes)
      #expect(map[key] == oracle[key])
    }
  }
}
