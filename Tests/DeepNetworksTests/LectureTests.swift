import DeepNetworks
import Testing

/// The numbers of the lecture: W[1] = … = W[L−1] = s I, W[L] = I, x = (1, 1).
struct LectureTests {
  private func network(_ s: String, depth: Int) throws -> Network {
    let factor = try #require(Extended(decimal: s))
    return try Network(
      repeating: .scaledIdentity(factor, 2),
      depth: depth,
      last: Matrix.identity(2)
    )
  }

  @Test("ŷ = s^(L-1) to 15 digits", arguments: ReferenceTable.rows("lec.act."))
  func activations(row: ReferenceTable.Row) throws {
    // lec.act.1.5.L150: the factor is between the prefix and the depth.
    let parts = row.id.dropFirst("lec.act.".count).split(separator: "L")
    let factor = String(try #require(parts.first).dropLast())
    let depth = try #require(parts.last.flatMap { Int($0) })
    let expected = try row.value.extended()

    let forward = try network(factor, depth: depth).forward(.ones(2))
    for entry in forward.output.elements {
      // The table has 17 digits, 1e-16 of them rounding.
      #expect(isNear(entry, expected, within: 1e-16), "\(entry)")
      #expect(entry.decimal(digits: 15) == expected.decimal(digits: 15))
    }
    #expect(forward.a.count == depth + 1)
  }

  /// A list of layers takes the way of all networks, repeated identities a shorter one.
  @Test(
    "repeated scaled identities have the bits of a list of them",
    arguments: [("1.5", "1"), ("-0.1", "3"), ("-2", "-0.7"), ("0.5", "-4"), ("0", "1")]
  )
  func listed(inner: String, last: String) throws {
    let matrix = Matrix.scaledIdentity(try #require(Extended(decimal: inner)), 4)
    let lastMatrix = Matrix.scaledIdentity(try #require(Extended(decimal: last)), 4)
    let repeated = try Network(repeating: matrix, depth: 70, last: lastMatrix)
    let list = try Network(weights: Array(repeating: matrix, count: 69) + [lastMatrix])
    let third = Extended(1) / Extended(3)
    for x in [
      Vector.ones(4), .zeros(4), Vector([1, -third, .zero, Extended(1e-300)]),
      Vector([0x1p-1070, 3, -7, 0.0]), Vector([Double.infinity, 1, 2, 3]),
    ] where inner != "0" || x.isFinite {
      let (a, b) = (try repeated.forward(x), try list.forward(x))
      // `==` compares hi, lo and exponent.
      #expect(a == b)
      for loss in [Loss.sum, .squaredError(target: Vector([0.5, 2, 1, -1]))] {
        let (up, other) = (
          try repeated.backward(a, loss: loss), try list.backward(b, loss: loss)
        )
        #expect(up == other && up.dW[3] == other.dW[3])
      }
    }
    let far = Matrix.scaledIdentity(Extended(2).power(integer: 1 << 36), 2)
    let net = try Network(repeating: far, depth: 20, last: .identity(2))
    #expect(throws: NetworkError.range(layer: 17, .tooLarge(exponent: 17 << 36))) {
      try net.forward(.ones(2))
    }
  }

  @Test("gradients grow backward as activations grow forward", arguments: ["1.5", "0.5"])
  func gradients(s: String) throws {
    let value = ReferenceTable.value("lec.grad.\(s)")
    func expected(_ key: String) throws -> Extended {
      try value[key].extended()
    }
    let net = try network(s, depth: 150)
    let forward = try net.forward(.ones(2))
    let gradients = try net.backward(forward, loss: .sum)

    #expect(isNear(gradients.dA(0)[0], try expected("dJ/dx"), within: 1e-14))
    #expect(isNear(gradients.dA(1)[1], try expected("dJ/da[1]"), within: 1e-14))
    let inner = try expected("dJ/dW[l<L]")
    for layer in 1..<150 {
      let dW = gradients.dW(layer)
      for i in 0..<2 {
        for j in 0..<2 { #expect(isNear(dW[i, j], inner, within: 1e-14)) }
      }
    }
    #expect(isNear(gradients.dW(150)[1, 0], try expected("dJ/dW[L]"), within: 1e-14))
  }

  @Test("the two numbers of the README, digit by digit")
  func digits() throws {
    let growing = try network("1.5", depth: 10_000).forward(.ones(2)).output
    #expect(growing[0].decimal(digits: 15) == "5.45129014228285e1760")
    let decimal = try network("1.1", depth: 10_000).forward(.ones(2)).output
    #expect(decimal[0].decimal(digits: 17) == "7.6817275010912254e413")
    let falling = try network("0.5", depth: 10_000).forward(.ones(2)).output
    #expect(falling[0].decimal(digits: 15) == "1.00247454984129e-3010")
  }

  @Test("ŷ equals the matrices' product applied to x: check the lecture's claim")
  func product() throws {
    let net = try network("1.5", depth: 20)
    let x = Vector([1.0, -2.0])
    var matrix = try Matrix.identity(2)
    for layer in 1...20 { matrix = try net.weights(layer) * matrix }
    #expect(try matrix * x == net.forward(x).output)
    #expect(try Matrix.scaledIdentity(Extended(1.5), 2).power(19) * x == net.forward(x).output)
  }
}
