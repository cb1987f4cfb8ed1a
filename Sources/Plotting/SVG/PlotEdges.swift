/// What a page has above and below a plot.
struct PlotEdges: Sendable, Hashable {
  let top: Double
  let under: Double

  init(top: Double, under: Double) {
    self.top = top
    self.under = under
  }

  /// So much that several plots beside each other are level.
  init?(of edges: [PlotEdges]) {
    guard let top = edges.map(\.top).max(), let under = edges.map(\.under).max() else {
      return nil
    }
    self.init(top: top, under: under)
  }
}
