import DeepNetworks

/// Numbers that ours and the peers' must agree on, from weights that both make from integers.
enum Checks {
  /// Entry (i, j) of layer l: exact in binary.
  private static func weights(_ layer: Int, _ n: Int) throws -> Matrix {
    var rows: [[Double]] = []
    for i in 0..<n {
      var row: [Double] = []
      for j in 0..<n {
        let mixed: Int = (i * 37 + j * 101 + layer * 53 + i * j * 7) % 257
        row.append(Double(mixed - 128) / 512)
      }
      rows.append(row)
    }
    return try .rows(rows)
  }

  static func all() throws -> [(name: String, value: String)] {
    let n = 16
    let list = try (1...10).map { try weights($0, n) }
    let net = try Network(weights: list, activation: .tanh)
    let forward = try net.forward(.ones(n))
    let gradients = try net.backward(forward, loss: .sum)
    let spectrum = try Jacobian(factors: list).spectrum()
    let lecture = try Network(
      repeating: .scaledIdentity(Extended(1.5), 2),
      depth: 150,
      last: .identity(2)
    )
    return [
      ("1.5^149", try lecture.forward(.ones(2)).output[0].decimal(digits: 12)),
      ("sum of tanh outputs", forward.output.sum().decimal(digits: 12)),
      ("norm of dJ/dx", gradients.dA(0).norm().decimal(digits: 12)),
      ("largest singular value", spectrum.largest.decimal(digits: 12)),
    ]
  }
}
