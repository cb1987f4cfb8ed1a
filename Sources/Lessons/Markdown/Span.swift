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

extension [Span] {
  /// The words without styles; a placeholder as it is written.
  var plain: String {
    map { span in
      switch span {
      case .text(let text, _): text
      case .code(let code): code
      case .placeholder(let placeholder, _): "{\(placeholder.name)}"
      case .lineBreak: " "
      }
    }.joined()
  }
}
