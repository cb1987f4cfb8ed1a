import TerminalText

/// A kind of figure between an x and a y axis.
protocol PlotForm: FigureForm {
  var content: LineContent { get }
}

extension PlotForm {
  func text(in frame: Frame) -> StyledText { LineFigure(content, frame: frame).rendered() }

  func draw(on page: inout Page) { page.draw(content) }

  var domain: Domain? { content.domain }

  func level(in frame: Frame) -> Level? { LineFigure(content, frame: frame).level }

  func edges(on page: Page) -> PlotEdges? { page.edges(of: content) }
}
