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
