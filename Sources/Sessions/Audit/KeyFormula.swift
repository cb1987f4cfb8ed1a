import DeepNetworks
import Notebooks

/// The key of a number as a formula of its parameters: the same at their values and at others.
struct KeyFormula {
  private let key: String
  private let points: [Frozen]

  init(_ key: String, _ frozen: Frozen) {
    self.key = key
    points = [frozen] + (1...4).map { round in Frozen(Self.moved(frozen.entries, round)) }
  }

  /// The parameters with other values: whole numbers stay whole, each moves by itself.
  private static func moved(_ entries: [Frozen.Entry], _ round: Int) -> [Frozen.Entry] {
    entries.enumerated().map { index, entry in
      let shift = round * (index + 1)
      let moved = Int(entry.text).map { "\($0 &+ shift)" } ?? "\(entry.text)*\(8 + shift)/9"
      return Frozen.Entry(name: entry.name, text: moved)
    }
  }

  /// Whether a text has the key's value wherever the key has one.
  func isSame(_ text: String) -> Bool {
    points.allSatisfy { point in
      guard let expected = point.number(key) else { return true }
      guard let given = point.number(text) else { return false }
      return (given - expected).abs() <= expected.abs() * Extended(1e-9)
    }
  }
}
