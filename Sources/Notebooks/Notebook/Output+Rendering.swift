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
  package var charset: Charset

  package init(
    columns: Int = 80,
    rows: Int = 20,
    figuresAsText: Bool = false,
    charset: Charset = .ascii
  ) {
    self.columns = columns
    self.rows = rows
    self.figuresAsText = figuresAsText
    self.charset = charset
  }
}

extension Output {
  /// The lines that show it, none wider than the layout has columns.
  package func rendered(_ layout: Layout) -> StyledText {
    switch self {
    case .value(let value, nil): fitted(Rendering.text(value), layout)
    case .value(let value, let name?): fitted(Rendering.text(value, named: name), layout)
    case .figure(let output): output.rendered(layout)
    case .help(let text): fitted(text, layout)
    }
  }
}

extension FigureOutput {
  package func rendered(_ layout: Layout) -> StyledText {
    let isPicture = if case .table = figure.kind { false } else { true }
    var text =
      layout.figuresAsText && isPicture
      ? StyledText(figure.description.joined(separator: " "))
      : figure.rendered(
        columns: layout.columns,
        rows: figure.height(columns: layout.columns, rows: layout.rows),
        charset: layout.charset
      )
    for note in notes {
      text.append("\n")
      text.append(note, .faint)
    }
    return fitted(text, layout)
  }
}

/// Wraps the lines that are too wide; the others keep their blanks.
private func fitted(_ text: StyledText, _ layout: Layout) -> StyledText {
  guard text.width > layout.columns else { return text }
  return StyledText(
    lines: text.lines.map { line in
      line.width > layout.columns ? line.wrapped(columns: layout.columns, hanging: 4) : line
    }
  )
}
