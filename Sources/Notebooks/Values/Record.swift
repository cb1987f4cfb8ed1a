import DeepNetworks
import TerminalText

/// A result whose parts have names, such as `h.loss`.
package struct Record: Sendable, Hashable {
  /// A part, and what it is in a few words.
  package struct Field: Sendable, Hashable {
    package let name: String
    package let value: Value
    package let meaning: String

    init(_ name: String, _ value: Value, _ meaning: String) {
      self.name = name
      self.value = value
      self.meaning = meaning
    }

    init(_ name: String, _ number: Double, _ meaning: String) {
      self.init(name, .number(Extended(number)), meaning)
    }
  }

  /// What functions know it by, besides its parts.
  enum Content: Sendable, Hashable {
    case parts
    /// With the singular values where they were cheap to have.
    case jacobian(Jacobian, Spectrum?)
    case samples(TrainingSet)
  }

  /// What it is, as in "a training of 500 steps".
  package let kind: String
  /// What its first line says besides.
  let detail: String
  package let fields: [Field]
  let content: Content
  let extent: Extent

  /// `bytes` is what the content takes; the parts are counted here.
  init(
    _ kind: String,
    detail: String = "",
    _ fields: [Field],
    content: Content = .parts,
    bytes: Double = 0
  ) {
    self.kind = kind
    self.detail = detail
    self.fields = fields
    self.content = content
    var extent = Extent(entries: 1, bytes: bytes)
    for field in fields {
      let part = field.value.extent
      extent.entries += part.entries
      extent.bytes += part.bytes
    }
    self.extent = extent
  }

  /// `h.loss`.
  static func field(_ name: String, of value: Value, named owner: String) throws(Problem) -> Value {
    guard case .record(let record) = value else {
      let ours = BuiltIns.function(name).map { "\($0.name)(\(owner))" }
      throw .value(.noField(name, kind: value.kind, ours: ours))
    }
    if let field = record.fields.first(where: { $0.name == name }) { return field.value }
    // A long expression in front of the point says nothing that the line does not show.
    let owner = owner.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? owner : ""
    let names = record.fields.map(\.name)
    let ours =
      Spelling.nearest(to: name, among: names).map { "\(owner).\($0)" }
      ?? (names.isEmpty ? nil : names.map { "\(owner).\($0)" }.joined(separator: ", "))
    throw .value(.noField(name, kind: record.kind, ours: ours))
  }

  /// What it is, and a line for each part: its value where that is short.
  var lines: [String] {
    let parts = fields.map { ".\($0.name)\(Self.short($0.value))" }
    let width = parts.map(displayWidth).max() ?? 0
    return [detail.isEmpty ? kind : "\(kind), \(detail)"]
      + zip(fields, parts).map { field, part in
        "  \(part)\(String(repeating: " ", count: width - displayWidth(part)))  \(field.meaning)"
      }
  }

  private static func short(_ value: Value) -> String {
    switch value {
    case .number(let number): " = \(Rendering.number(number))"
    case .text(let text): " = \"\(text)\""
    case .layers(let list): ": \(list.axis.plural) \(list.first) to \(list.last)"
    case .truth, .range, .vector, .matrix, .network, .never, .function, .builtIn, .format,
      .initialization, .loss, .document, .record:
      ": \(value.kind)"
    }
  }
}
