/// A paragraph, an item, a table: one element and how deep it stands.
package struct ProseElement: Sendable, Hashable {
  /// What the element is.
  package let content: Content
  /// Lists around it; 0 outside any.
  ///
  /// An item of an outer list has 1, as has its second paragraph.
  package let listDepth: Int
  /// Quotes around it.
  package let quoteDepth: Int
  /// Whether it follows what stands before it without an empty line: an item of a tight list.
  let isTight: Bool
  /// Where the element begins.
  package let position: Position

  /// What the element is.
  package enum Content: Sendable, Hashable {
    /// Third level or deeper; the first two are the title and the steps.
    case heading(level: Int, [Span])
    case paragraph([Span])
    case item(Marker, [Span])
    case table(ProseTable)
    /// A code block with the language of its fence.
    case code(String, language: String)
    case rule
  }

  /// What stands before an item.
  package enum Marker: Sendable, Hashable {
    case bullet
    case number(Int)
  }

  var spans: [Span] {
    switch content {
    case .heading(_, let spans), .paragraph(let spans), .item(_, let spans): spans
    case .table(let table): (table.header + table.rows.joined()).flatMap(\.self)
    case .code, .rule: []
    }
  }
}
