import Plotting

extension FigureStatement {
  /// The axis that `on` asks for.
  var axis: AxisRequest {
    switch scale {
    case nil: .automatic
    case .linear: .linear
    case .log, .loglog: .logarithmic
    case .symlog: .symmetricLogarithmic
    }
  }
}
