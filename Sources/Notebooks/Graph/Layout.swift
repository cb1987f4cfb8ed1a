import Plotting
import TerminalText

/// How outputs are laid out.
package struct Layout: Sendable, Hashable {
  package var columns: Int
  /// Rows that a figure may take.
  package var rows: Int
  /// Descriptions in place of pictures, for those who don't look.
  package var figuresAsText: Bool
  /// The characters that pictures are made of.
  package let charset: Charset
  /// Whether nothing but ASCII may be shown; words are then spelt before they are laid out.
  package let isASCII: Bool

  /// A layout; pictures in ASCII alone are made of ASCII, whatever the charset.
  package init(
    columns: Int = 80,
    rows: Int = 20,
    figuresAsText: Bool = false,
    charset: Charset = .ascii,
    isASCII: Bool = false
  ) {
    self.columns = columns
    self.rows = rows
    self.figuresAsText = figuresAsText
    self.charset = isASCII ? .ascii : charset
    self.isASCII = isASCII
  }
}

extension Layout {
  /// A text in the characters that may be shown.
  package func spelt(_ text: StyledText) -> StyledText { isASCII ? text.spelledInASCII : text }

  /// The same for a text without styles.
  package func spelt(_ text: String) -> String { isASCII ? spelledInASCII(text) : text }

  /// A text, spelt, whose lines are wrapped where they are too wide; the others, carets among them, keep their
  /// blanks.
  package func fitted(_ text: StyledText, hanging: Int = 4) -> StyledText {
    let text = spelt(text)
    guard text.width > columns else { return text }
    return StyledText(
      lines: text.lines.map { line in
        line.width > columns
          ? line.wrapped(columns: columns, hanging: min(hanging, columns / 2)) : line
      }
    )
  }

  /// A text, spelt, in lines that fit.
  package func wrapped(_ text: StyledText, hanging: Int = 0) -> StyledText {
    spelt(text).wrapped(columns: columns, hanging: hanging)
  }
}
