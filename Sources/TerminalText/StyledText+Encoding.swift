/// How many colours a terminal has.
package enum ColorDepth: Sendable, Hashable {
  case eight
  case indexed256
  case trueColor
}

/// What styles become when text leaves the program.
package enum TextEncoding: Sendable, Hashable {
  /// No escapes, no trailing blanks.
  case plain
  /// Colours and weights by ECMA-48 escapes; without the escapes it is the plain text.
  case ansi(ColorDepth)
}

extension StyledText {
  /// The text with its styles spelt out for a terminal or left out.
  package func encoded(as encoding: TextEncoding) -> String { plain }
}
