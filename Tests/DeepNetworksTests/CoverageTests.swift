import Testing

/// Which suite tests which rows of values.json, and what is not tested.
struct CoverageTests {
  /// Prefixes of ids, with the suite that tests them.
  private static let covered: [(prefix: String, suite: String)] = [
    ("lec.act.", "LectureTests"), ("lec.grad.", "LectureTests"), ("dtype.", "FormatTableTests"),
    ("sig.max", "NetworkLawTests"), ("sig.fixed", "NetworkLawTests"),
    ("tanh.fixed.w2", "NetworkLawTests"), ("glorot.var", "InitializationTests"),
    ("glorot.meansv", "SpectrumTests"), ("mp.mean", "FiniteWidthTests"),
    ("he.gain", "ActivationTests"), ("he.vgg10", "InitializationTests"),
    ("fw.linlog.", "FiniteWidthTests"), ("fw.relulog.", "FiniteWidthTests"),
    ("fw.relu4.", "FiniteWidthTests"), ("lyap.", "FiniteWidthTests"),
    ("d2l.100x4x4", "SampledLawTests"), ("fc.", "FiniteWidthTests"),
    ("fc2.", "FiniteWidthTests"), ("saxe.half.", "FiniteWidthTests"),
    ("saxe.deep.", "FiniteWidthTests"), ("saxe.etamax.", "FiniteWidthTests"),
    ("mf.tanh.", "TheoryTests"), ("mf.schoen.", "TheoryTests"),
    ("mf.crit.", "TheoryTests"), ("mf.critical_decay", "TheoryTests"),
    ("penn.tanh.", "TheoryTests"), ("penn.var.L150", "TheoryTests"),
    ("resnet.pow2", "FiniteWidthTests"), ("resnet.scalar", "StructureTests"),
    ("relu.corr", "TheoryTests"), ("gain.", "TheoryTests"), ("bn.explode", "FiniteWidthTests"),
    ("nonnormal", "MatrixTests"), ("pascanu.bound", "ActivationTests"),
    ("gradcheck", "GradientTests"), ("catmap.", "SpectrumTests"),
  ]

  /// Rows of which a part is tested: what is, and why the rest is not.
  private static let partly: [(prefix: String, reason: String)] = [
    ("he.xavier_relu", "L = 22 and 30, sampled; L = 152 is too heavy-tailed to sample")
  ]

  /// Whether a prefix means this id: a prefix without a final point is the whole id.
  private func matches(_ prefix: String, _ id: String) -> Bool {
    prefix.hasSuffix(".") ? id.hasPrefix(prefix) : id == prefix
  }

  @Test("every row is in one list, and every entry of a list has a row")
  func lists() {
    let prefixes = Self.covered.map(\.prefix) + Self.partly.map(\.prefix)
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
