import DeepNetworks
import Testing

/// What is said of repairs, beside trainings and draws worked out here.
struct CheckedRepairTests {
  /// The least of ½(w^D − t)² after eight steps of plain descent from D equal weights, by many rates.
  private func least(_ weight: Double, _ depth: Int, _ target: Double) -> Double {
    var least = Double.infinity
    for exponent in -60...60 {
      let rate = Double(exponent).magnitude == 0 ? 1 : Self.power(1.25, exponent)
      var w = weight
      for _ in 0..<LearningTrial.steps {
        w -= rate * (Self.power(w, depth) - target) * Self.power(w, depth - 1)
      }
      let loss = 0.5 * (Self.power(w, depth) - target) * (Self.power(w, depth) - target)
      if loss < least { least = loss }
    }
    return least
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    let value = (0..<exponent.magnitude).reduce(1) { product, _ in product * base }
    return exponent < 0 ? 1 / value : value
  }

  @Test("a repair does not work where training ends no lower than without it")
  func noLower() throws {
    let target = Vector.normal(1, seed: 2)[0].double
    for (weight, depth) in [(0.1, 2), (0.5, 10)] {
      let net = try Network(repeating: .rows([[weight]]), depth: depth)
      let report = try Diagnosis.run(net, at: .ones(1))
      let factor = try #require(
        report.repairs.first { if case .factor = $0.repair { true } else { false } }
      )
      let (sick, mended) = (least(weight, depth, target), least(1, depth, target))
      #expect(mended > 0.99 * sick)
      #expect(factor.helps && !factor.endsLower && !factor.works)
      #expect(isNear(factor.without.after, sick, within: 0.02))
    }
  }

  @Test("a repair of drawn weights is judged over all draws, whichever way its own goes")
  func draws() throws {
    let patient = try Network(
      initialization: .he(slope: 0),
      widths: [2, 8, 8, 2],
      activation: .relu,
      seed: 1
    )
    let x = Vector.normal(2, seed: 1)
    let report = try Diagnosis.run(patient, at: x)
    let gain = 2.0.squareRoot()
    let repair = try #require(
      report.repairs.first { $0.repair == .initialization(.orthogonal(gain: gain)) }
    )
    /// Whether all sizes of both passes stay within ten times of where they begin.
    func holds(_ sizes: [Extended]) -> Bool {
      sizes.allSatisfy { $0 <= sizes[0] * 10 && $0 * 10 >= sizes[0] }
    }
    let steady = try (1...12).map { seed in
      let net = try Network(
        initialization: .orthogonal(gain: gain),
        widths: [2, 8, 8, 2],
        activation: .relu,
        seed: UInt64(seed)
      )
      let forward = try net.forward(x)
      let gradients = try net.backward(forward, loss: .sum)
      return holds(forward.a.map { $0.rms() }) && holds(gradients.dA.reversed().map { $0.rms() })
    }
    #expect(repair.draws == 12 && repair.helped == steady.count { $0 })
    #expect(repair.helps == (repair.helped >= 9))
    #expect(repair.trials == 12)
    #expect(!repair.helps || steady[repair.draw])
    #expect(repair.draw == 0 || !steady[0])
  }
}
