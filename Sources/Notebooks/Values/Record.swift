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
    case training(TrainingRun)
    case recurrent(RecurrentNetwork)
    case schedule(Schedule)
    case scale(TrainingFormat.Scale)
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
    if case .number(let number) = value { return " = \(Rendering.number(number))" }
    if case .text(let text) = value { return " = \"\(text)\"" }
    if case .never(let never) = value { return never.text(named: "") }
    if case .layers(let list) = value {
      return ": \(list.axis.plural) \(list.first) to \(list.last)"
    }
    return ": \(value.kind)"
  }
}
