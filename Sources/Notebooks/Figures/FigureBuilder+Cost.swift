import DeepNetworks

// What many values are going to take.
extension FigureBuilder {
  /// From so many values on what they take together is looked at before they are worked out.
  private static let fewValues = 50

  /// Refuses at once what many values are going to take together.
  ///
  /// The values in the middle stand for all; where those at the end, with nothing else of theirs known
  /// than what both ends share, take more, it is once for each value of a parameter:
  ///
  /// ```
  /// c(last, last) + n (c(mid, last) − c) + m (c(last, mid) − c) + n m c,  c = c(mid, mid)
  /// ```
  /// in this order. So what differs in depth alone counts once, whichever of the two the depth is.
  func foresee(
    _ expression: Expression,
    _ parameters: [Parameter],
    _ format: NumberFormat?,
    _ evaluator: inout Evaluator
  ) throws(Failure) {
    let counts = parameters.map { Double($0.values.count) }
    guard counts.reduce(1, *) >= Double(Self.fewValues) else { return }
    func operations(_ isMiddle: [Bool]) throws(Failure) -> Double {
      let overrides = zip(parameters, isMiddle).map { parameter, isMiddle in
        let values = parameter.values
        return (parameter.name, values[isMiddle ? values.count / 2 : values.count - 1])
      }
      let before = evaluator.meter.bytes
      defer { evaluator.meter.release(to: before) }
      let (_, spent) = try evaluator.measured { evaluator throws(Failure) in
        var scope = scope(Setting(overrides: overrides, format: format), &evaluator)
        do throws(Failure) {
          _ = try evaluator.evaluate(expression, of: statement.source, in: &scope)
        } catch {
          // What is wrong with a value is said in its turn.
          if case .bound = error.problem { throw error }
        }
      }
      return spent.operations
    }
    var total = try operations(parameters.map { _ in false })
    if counts.count == 2 {
      let byFirst = try operations([true, false])
      let bySecond = try operations([false, true])
      let each = try operations([true, true])
      total += counts[0] * max(0, byFirst - each) + counts[1] * max(0, bySecond - each)
      total += counts[0] * counts[1] * each
    } else {
      total += counts[0] * (try operations([true]))
    }
    do throws(Problem) {
      try evaluator.meter.foresee(operations: total)
    } catch {
      throw Failure(error, at: expression.range, in: statement.source)
    }
  }
}
