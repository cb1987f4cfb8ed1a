import Plotting
import TerminalText

extension Output {
  /// The lines that show it, none wider than the layout has columns.
  package func rendered(_ layout: Layout) -> StyledText {
    switch self {
    case .value(let value, nil): layout.fitted(Rendering.text(value))
    case .value(let value, let name?): layout.fitted(Rendering.text(value, named: name))
    case .figure(let output): output.rendered(layout)
    case .help(let text): layout.fitted(text)
    }
  }
}

extension FigureOutput {
  package func rendered(_ layout: Layout) -> StyledText {
    var text =
      layout.figuresAsText && figure.isPicture
      ? StyledText(figure.description.joined(separator: " "))
      : figure.rendered(
        columns: layout.columns,
        rows: figure.height(columns: layout.columns, rows: layout.rows),
        charset: layout.charset,
        isASCII: layout.isASCII
      )
    for note in notes {
      text.append("\n")
      text.append(note, .faint)
    }
    return layout.fitted(text)
  }
}
