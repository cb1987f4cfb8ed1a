/// CommonMark reduced to flat elements.
package struct Prose: Sendable, Hashable {
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
  package let content: Content
  /// Lists around it; 0 outside any.
  ///
  /// An item of an outer list has 1, as has its second paragraph.
  package let listDepth: Int
  /// Quotes around it.
  package let quoteDepth: Int
  /// Whether it follows what stands before it without an empty line: an item of a tight list.
  package let isTight: Bool
  package let position: Position

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
  package let header: [[Span]]
  package let rows: [[[Span]]]
  package let alignments: [Alignment]

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

  package enum Emphasis: Sendable, Hashable { case none, emphasis, strong }
}

/// A name in braces.
package struct Placeholder: Sendable, Hashable {
  package let name: String
  package let position: Position
}
