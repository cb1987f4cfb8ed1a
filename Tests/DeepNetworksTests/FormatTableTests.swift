import DeepNetworks
import Testing

/// The table of float formats: the first layer that is infinite, subnormal, zero or stuck.
struct FormatTableTests {
  /// The table's names and the engine's.
  private static let names: [(table: String, format: NumberFormat)] = [
    ("fp8_e4m3fn", .float8e4m3), ("fp8_e5m2", .float8e5m2), ("float16", .float16),
    ("bfloat16", .bfloat16), ("float32", .float32), ("float64", .float64),
  ]

  private static func parsed(_ id: String) -> (format: NumberFormat, factor: String)? {
    let rest = id.dropFirst("dtype.".count)
    for (name, format) in names where rest.hasPrefix(name + ".") {
      return (format, String(rest.dropFirst(name.count + 1)))
    }
    return nil
  }

  /// The rows of the scalar chain a ← round(s · a).
  static let rows = ReferenceTable.rows("dtype.").filter { parsed($0.id) != nil }

  private func integer(_ value: ReferenceTable.Value) -> Int? {
    value.double.map { Int($0) }
  }

  @Test("a scaled identity in a format", arguments: rows)
  func chain(row: ReferenceTable.Row) throws {
    let (format, text) = try #require(FormatTableTests.parsed(row.id))
    let factor = try #require(Extended(decimal: text))
    let events = ["first_inf", "first_subnormal", "first_zero", "stuck_at_layer"]
    let last = events.compactMap { integer(row.value[$0]) }.max() ?? 0
    let net = try Network(repeating: .scaledIdentity(factor, 1), depth: last + 20)
    let forward = try net.forward(.ones(1), format: format)
    let first = forward.firstLayers

    // float8_e4m3 has no infinity: there the table's first_inf is the first nan.
    let hasInfinity = format != .float8e4m3
    #expect((hasInfinity ? first.infinite : first.nan) == integer(row.value["first_inf"]))
    #expect(hasInfinity || first.infinite == nil)
    #expect(!hasInfinity || first.nan == nil)
    #expect(first.subnormal == integer(row.value["first_subnormal"]))
    #expect(first.zero == integer(row.value["first_zero"]))
    #expect(first.stuck == integer(row.value["stuck_at_layer"]))
    if let stuck = row.value["stuck_value"].double {
      #expect(forward.output[0].double == stuck)
    }
  }

  @Test("a dense matrix turns inf into nan one layer later")
  func nanAfterInf() throws {
    let value = ReferenceTable.value("dtype.nan_after_inf")
    let dense = try Matrix.rows([[1.5, 0.0], [0.0, 1.5]])
    let first = try Network(repeating: dense, depth: 40)
      .forward(.ones(2), format: .float16).firstLayers
    #expect(first.infinite == integer(value["first_inf"]))
    #expect(first.nan == integer(value["first_nan"]))

    let scaled = Matrix.scaledIdentity(Extended(1.5), 2)
    let lecture = try Network(repeating: scaled, depth: 40)
      .forward(.ones(2), format: .float16).firstLayers
    #expect(lecture.infinite == integer(value["first_inf"]))
    #expect(lecture.nan == nil)
  }
}
