import DeepNetworks

extension NumberRange {
  /// Samples of a range with an end that is not whole, where no step is given.
  static let sampleCount = 101
  static let longest = 1_000_000

  /// Makes `lower...upper by step`.
  ///
  /// Whole ends step by 1; ends that are not whole, or written with a point, give 101 samples.
  init(_ lower: Value, _ upper: Value, by step: Value?, isSampled: Bool) throws(Problem) {
    let lower = try Self.number(lower)
    let upper = try Self.number(upper)
    guard lower.isFinite, upper.isFinite else {
      throw .value(.rangeStep("The ends of a range are finite numbers."))
    }
    if let step {
      try self.init(lower, upper, step: try Self.number(step))
    } else if lower.isInteger, upper.isInteger, !isSampled {
      guard lower <= upper else {
        throw .value(
          .rangeStep(
            "A range of whole numbers runs upwards. To count down: "
              + "\(Rendering.number(lower))...\(Rendering.number(upper)) by -1"
          )
        )
      }
      try self.init(lower, upper, step: .one)
    } else {
      self.init(
        lower: lower,
        upper: upper,
        count: lower == upper ? 1 : Self.sampleCount,
        isWhole: false,
        step: (upper - lower) / Extended(Self.sampleCount - 1),
        reachesUpper: true
      )
    }
  }

  private init(_ lower: Extended, _ upper: Extended, step: Extended) throws(Problem) {
    guard step.isFinite, !step.isZero else {
      throw .value(.rangeStep("The step of a range is a number other than 0."))
    }
    let span = (upper - lower) / step
    if span.isNegative {
      throw .value(
        .rangeStep("With this step the range never gets from its first end to its second.")
      )
    }
    // A step of 0.1 in binary falls a hair short of the end; a millionth of a step is forgiven.
    let steps = (span + Extended(1e-6)).floor()
    guard let whole = steps.integer, whole < Self.longest else {
      throw .value(.rangeTooLong(count: Rendering.number(steps, digits: 6)))
    }
    self.init(
      lower: lower,
      upper: upper,
      count: whole + 1,
      isWhole: lower.isInteger && upper.isInteger && step.isInteger,
      step: step,
      reachesUpper: (span - Extended(whole)).abs() < Extended(1e-6)
    )
  }

  private static func number(_ value: Value) throws(Problem) -> Extended {
    if case .number(let number) = value { return number }
    if case .never(let never) = value { throw .value(never.problem) }
    throw .value(
      .operands(
        "...",
        left: value.kind,
        right: "a number",
        advice: Hint(
          "Its ends are numbers; a step stands behind by, as in ",
          .line("0...1 by 0.25")
        )
      )
    )
  }
}
