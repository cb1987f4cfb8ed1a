/// CommonMark reduced to flat elements.
package struct Prose: Sendable, Hashable {
  /// The elements in the order of the text.
  package let elements: [ProseElement]

  /// Every placeholder in the order of the text.
  package var placeholders: [Placeholder] {
    elements.flatMap(\.spans).compactMap { span in
      if case .placeholder(let placeholder, _) = span { placeholder } else { nil }
    }
  }
}

extension Prose {
  /// Its paragraphs, lists and tables, each by itself; a list stays whole.
  package var paragraphs: [Prose] {
    var parts: [[ProseElement]] = []
    for element in elements {
      if element.listDepth > 0, let last = parts.last?.last, last.listDepth > 0 {
        parts[parts.count - 1].append(element)
      } else {
        parts.append([element])
      }
    }
    return parts.map(Prose.init)
  }
}

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
  package let isTight: Bool
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

/// A table: as many cells in each row as in the header.
package struct ProseTable: Sendable, Hashable {
  /// The cells of the first row.
  package let header: [[Span]]
  /// The cells of the other rows.
  package let rows: [[[Span]]]
  /// One for each column.
  package let alignments: [Alignment]

  /// Where a column's cells stand.
  package enum Alignment: Sendable, Hashable { case none, left, centre, right }
}

/// A run of text within an element.
package enum Span: Sendable, Hashable {
  case text(String, Emphasis)
  /// Verbatim; no placeholder is read in it.
  case code(String)
  /// `{name}`, replaced by the value of that name.
  case placeholder(Placeholder, Emphasis)
  case lineBreak

  /// How strongly words are said.
  package enum Emphasis: Sendable, Hashable { case none, emphasis, strong }
}

/// A name in braces.
package struct Placeholder: Sendable, Hashable {
  /// The name without its braces.
  package let name: String
  /// Where its brace stands.
  package let position: Position
}
