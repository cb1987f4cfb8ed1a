import Testing

/// Which rows of values.json the engine reproduces by now, and which wait for what.
struct CoverageTests {
  /// Prefixes of ids, with the suite that tests them.
  private static let covered: [(prefix: String, suite: String)] = [
    ("lec.act.", "LectureTests"), ("lec.grad.", "LectureTests"), ("dtype.", "FormatTableTests"),
    ("sig.max", "NetworkLawTests"), ("sig.fixed", "NetworkLawTests"),
    ("tanh.fixed.w2", "NetworkLawTests"), ("glorot.var", "InitializationTests"),
    ("he.gain", "ActivationTests"),
    ("he.vgg10", "InitializationTests"),
    ("d2l.100x4x4", "SampledLawTests"), ("fc2.n8.L1", "SampledLawTests"),
    ("fc2.n8.L2", "SampledLawTests"), ("fc2.n8.L3", "SampledLawTests"),
    ("fc2.n32.L1", "SampledLawTests"), ("fc2.n32.L2", "SampledLawTests"),
    ("fc2.n32.L3", "SampledLawTests"), ("fc2.n128.L1", "SampledLawTests"),
    ("fc2.n128.L3", "SampledLawTests"),
    ("resnet.scalar", "MatrixTests"), ("nonnormal", "MatrixTests"),
    ("gain.relu", "ActivationTests"), ("gain.leaky0.01", "ActivationTests"),
    ("gain.sigmoid", "ActivationTests"), ("pascanu.bound", "ActivationTests"),
    ("gradcheck", "GradientTests"),
  ]

  /// Rows of which a part is tested: what is, and what the rest waits for.
  private static let partly: [(prefix: String, waitsFor: String)] = [
    ("he.xavier_relu", "L = 22 and 30, sampled; L = 152 is too heavy-tailed"),
    ("fw.linlog.", "one layer, sampled; products of many wait for the theory"),
    ("fw.relulog.", "one layer, sampled; products of many wait for the theory"),
    ("fw.relu4.", "one layer, sampled; products of many wait for the theory"),
    ("relu.corr", "to l = 10, sampled; the map itself waits for the theory"),
    ("gain.torch", "all but selu, which is no activation yet"),
    ("catmap.", "s₁ by the trace; s₂ waits for singular values"),
    ("mf.tanh.", "q* by sampling, where it is above 0.2; the rest waits for the mean-field theory"),
  ]

  private static let waiting: [(prefix: String, waitsFor: String)] = [
    ("glorot.meansv", "singular values"), ("mp.mean", "singular values"),
    ("lyap.", "Lyapunov exponents by QR"), ("penn.", "singular values"),
    ("fc.", "theory of infinite width"), ("fc2.n8.L10", "theory: too heavy-tailed to sample"),
    ("fc2.n8.L150", "theory: too heavy-tailed to sample"),
    ("fc2.n32.L10", "theory: too heavy-tailed to sample"),
    ("fc2.n32.L50", "theory: too heavy-tailed to sample"),
    ("fc2.n128.L10", "theory: too dear to sample"),
    ("fc2.n128.L50", "theory: too heavy-tailed to sample"),
    ("fc2.n128.L150", "theory: too heavy-tailed to sample"),
    ("saxe.", "training"), ("mf.schoen.", "the mean-field theory"),
    ("mf.crit.", "the mean-field theory"), ("mf.critical_decay", "the mean-field theory"),
    ("resnet.pow2", "residual networks"), ("bn.explode", "batch normalisation"),
    ("gain.gelu", "the activation"), ("gain.silu", "the activation"),
    ("gain.elu", "the activation"), ("gain.softplus", "the activation"),
    ("gain.selu", "the activation"),
  ]

  /// Whether a prefix means this id: a prefix without a final point is the whole id.
  private func matches(_ prefix: String, _ id: String) -> Bool {
    prefix.hasSuffix(".") ? id.hasPrefix(prefix) : id == prefix
  }

  @Test("every row is in one list, and every entry of a list has a row")
  func lists() {
    let prefixes =
      Self.covered.map(\.prefix) + Self.partly.map(\.prefix)
      + Self.waiting.map(\.prefix)
    #expect(ReferenceTable.rows.count > 170)
    for row in ReferenceTable.rows {
      let places = prefixes.filter { matches($0, row.id) }
      #expect(places.count == 1, "\(row.id) is in \(places)")
    }
    for prefix in prefixes {
      #expect(ReferenceTable.rows.contains { matches(prefix, $0.id) }, "\(prefix)")
    }
  }

  @Test("the suite that is named for a row names the row")
  func suites() throws {
    for (prefix, suite) in Self.covered {
      let text = try ReferenceTable.source(of: suite)
      let family = prefix.split(separator: ".").first.map(String.init) ?? prefix
      #expect(
        text.contains("\"\(prefix)") || text.contains("\"\(family)."),
        "\(prefix) in \(suite)"
      )
    }
  }
}
