import DeepNetworks
import Foundation
import Testing

/// Every activation and its slope at 80 points from ±1e-320 to ±8e5, against mpmath with 60 digits.
///
/// `activations.txt` has a line for each: name, z, g(z), g′(z).
struct ActivationTableTests {
  struct Row: Sendable {
    let z, value, slope: Extended
  }

  static let rows: [String: [Row]] = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("activations.txt")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    var rows: [String: [Row]] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 4, let z = Extended(decimal: words[1]),
        let value = Extended(decimal: words[2]), let slope = Extended(decimal: words[3])
      else { continue }
      rows[words[0], default: []].append(Row(z: z, value: value, slope: slope))
    }
    return rows
  }()

  @Test("number by number, to 1e-14", arguments: Activation.names)
  func numbers(name: String) throws {
    let activation = try #require(Activation.named(name))
    let rows = try #require(Self.rows[name])
    #expect(rows.count == 80)
    for row in rows {
      let (value, slope) = (activation.value(row.z), activation.derivative(at: row.z))
      #expect(isNear(value, row.value, within: 1e-14), "\(name) \(row.z): \(value)")
      #expect(isNear(slope, row.slope, within: 1e-14), "\(name)' \(row.z): \(slope)")
    }
  }

  @Test("in vectors as in numbers", arguments: Activation.names)
  func vectors(name: String) throws {
    let activation = try #require(Activation.named(name))
    let rows = try #require(Self.rows[name])
    // Neighbours in size, with and without what only doubles keep.
    for start in stride(from: 0, to: rows.count, by: 8) {
      let some = Array(rows[start..<start + 8])
      let z = Vector(some.map(\.z))
      let values = activation.value(z)
      let slopes = activation.derivative(at: z)
      for (i, row) in some.enumerated() where !(z[i].isZero && !row.z.isZero) {
        let here = z[i]
        let far = (here - row.z).abs() > row.z.abs() * Extended(1e-30)
        guard !far else { continue }
        check(values, i, row.value, name)
        check(slopes, i, row.slope, name + "'")
      }
    }
  }

  /// The entry, where the vector has room for it beside its largest one.
  private func check(_ vector: Vector, _ i: Int, _ expected: Extended, _ name: String) {
    let largest = max(vector.maximum().abs(), vector.minimum().abs())
    guard expected.exponent > largest.exponent - 960 else { return }
    #expect(isNear(vector[i], expected, within: 1e-14), "\(name) \(i): \(vector[i])")
  }

  @Test("a hundred selu layers of 0.1 at -1: its gradient is λα e^z all the way")
  func deepSelu() throws {
    let net = try Network(
      repeating: .dense(DenseMatrix(rows: 1, columns: 1, values: [0.1])),
      depth: 100,
      activation: .selu
    )
    let forward = try net.forward(Vector([-1.0]))
    let gradients = try net.backward(forward, loss: .sum)
    // mpmath, 60 digits, with λ and α of 30.
    let expected = try #require(Extended(decimal: "2.8321031287066984e-76"))
    #expect(isNear(gradients.dA[0][0], expected, within: 1e-13))
  }
}
