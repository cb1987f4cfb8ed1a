import DeepNetworks

// Surfaces over the depth of a network and something else.
extension FigureBuilder {
  /// The cells of a surface, row by row, of which one parameter is nothing but the depth of a network:
  /// one walk gives all its values.
  ///
  /// Nil where it is not so, or where something goes wrong, which the cells then say one by one.
  func cellsByDepth(
    _ expression: Expression,
    _ parameters: [Parameter],
    _ evaluator: inout Evaluator
  ) throws(Failure) -> [Value]? {
    guard parameters.count == 2 else { return nil }
    for index in [1, 0] {
      let depths = parameters[index].values.compactMap(\.integer).filter { $0 >= 1 }
      let definitions = evaluator.definitions
      guard depths.count == parameters[index].values.count, let deepest = depths.max(),
        deepest <= Networks.deepest,
        let chain = DepthChain(
          expression,
          of: statement.source,
          over: parameters[index].name,
          in: definitions
        )
      else { continue }
      let other = parameters[1 - index]
      let column = DepthColumn(
        chain: chain,
        range: expression.range,
        parameter: parameters[index].name,
        depths: depths
      )
      guard let columns = try columns(column, over: other, deepest, &evaluator) else { return nil }
      let cells = (0..<depths.count).map { row in columns.map { $0[row] } }
      return index == 1 ? cells.flatMap(\.self) : columns.flatMap(\.self)
    }
    return nil
  }

  /// Expressions at all depths, for one value of the other parameter.
  private struct DepthColumn {
    let chain: DepthChain
    /// Where the expression stands.
    let range: SourceRange
    let parameter: String
    let depths: [Int]
  }

  private func columns(
    _ column: DepthColumn,
    over other: Parameter,
    _ deepest: Int,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> [[Value]]? {
    var columns: [[Value]] = []
    var outside = Scope()
    do throws(Failure) {
      try evaluator.eachPiece(
        other.values.count,
        in: &outside,
        failing: { Failure($0, at: column.range, in: statement.source) }
      ) { place, evaluator, _ throws(Failure) in
        let overrides = [(other.name, other.values[place]), (column.parameter, Extended(deepest))]
        var scope = scope(Setting(overrides: overrides, format: nil), &evaluator)
        // None where the networks have not their layers in common.
        let cells = try column.chain.values(column.depths, &evaluator, &scope) ?? []
        return .layers(PerLayer(first: 0, elements: cells, axis: .index))
      } take: { _, found, before, meter throws(Failure) in
        if case .layers(let list) = found.value { columns.append(list.elements) }
        meter.release(to: before)
      }
    } catch {
      if case .bound = error.problem { throw error }
      return nil
    }
    return columns.allSatisfy { $0.count == column.depths.count } ? columns : nil
  }
}
