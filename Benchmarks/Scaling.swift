import DeepNetworks

/// How time grows with depth, width, batch and threads: forward, backward and every dW.
enum Scaling {
  struct Row {
    let what: String
    let milliseconds: Double
  }

  static func rows() throws -> [Row] {
    var rows: [Row] = []
    for depth in [15, 150, 1500, 15000] {
      rows.append(try lecture(depth))
    }
    for depth in [10, 20, 40, 80] { rows.append(try batch(64, depth, 64, threads: 1)) }
    for width in [32, 64, 128, 256] { rows.append(try batch(width, 20, 64, threads: 1)) }
    for count in [16, 64, 256, 1024] { rows.append(try batch(64, 20, count, threads: 1)) }
    for threads in [1, 2, 4] { rows.append(try batch(128, 150, 64, threads: threads)) }
    return rows
  }

  private static func lecture(_ depth: Int) throws -> Row {
    let net = try Network(
      repeating: .scaledIdentity(Extended(1.5), 2),
      depth: depth,
      last: .identity(2)
    )
    let name = "lecture\tn = 2, L = \(depth)"
    let item = Case(name: name, what: "", runs: 101) {
      _ = try net.backward(net.forward(.ones(2)), loss: .sum)
    }
    return Row(what: name, milliseconds: try item.median())
  }

  private static func batch(
    _ width: Int,
    _ depth: Int,
    _ count: Int,
    threads: Int
  ) throws -> Row {
    let net = try Network(
      initialization: .lecun,
      widths: Array(repeating: width, count: depth + 1),
      activation: .tanh,
      seed: 1
    )
    var batch = try Batch(net, count: count)
    let inputs = Vector.normal(width * count, seed: 2).doubles
    let ones = [Double](repeating: 1, count: width * count)
    let name = "tanh\tn = \(width), L = \(depth), B = \(count), threads = \(threads)"
    let item = Case(name: name, what: "", runs: 9) {
      try batch.forward(inputs, threads: threads)
      try batch.backward(from: ones, threads: threads)
    }
    return Row(what: name, milliseconds: try item.median())
  }
}
