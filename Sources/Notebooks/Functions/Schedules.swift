import DeepNetworks
import TerminalText

/// How the learning rate goes from step to step.
extension BuiltIns {
  static let scheduleFunctions: [Function] = [
    Function(
      "warmup",
      [
        .positional("steps", "how many, the first with rate η/steps"),
        .optional("then", "step(…) or cosine(…), from there on", otherwise: "the rate itself"),
      ],
      "A schedule: the rate rises in even parts through the first steps of a training.",
      examples: [
        "plot rates(warmup(20), rate: 0.1, steps: 100)",
        "rates(warmup(20, then: cosine()), rate: 0.1, steps: 100)[20]",
      ]
    ) { call throws(Failure) in
      let steps = try call.integer("steps", in: 1...Training.stepLimit)
      guard call.has("then") else { return schedule(Schedule(warmup: steps)) }
      let rest = try call.schedule("then")
      guard rest.warmup == 0 else {
        throw call.wrong("then", expected: "a schedule without a warmup, such as cosine()")
      }
      return schedule(Schedule(warmup: steps, rest.course))
    },
    Function(
      "step",
      [
        .required("every", "so many steps"),
        .required("factor", "what the rate is multiplied by each time"),
      ],
      "A schedule: the rate changes by a factor every so many steps.",
      examples: ["plot rates(step(every: 30, factor: 0.5), rate: 0.1, steps: 100)"]
    ) { call throws(Failure) in
      let every = try call.integer("every", in: 1...Training.stepLimit)
      let factor = try call.double("factor", in: 0...1e300)
      return schedule(Schedule(.steps(every: every, factor: factor)))
    },
    Function(
      "cosine",
      [.optional("end", "the share of the rate at the end", otherwise: "0")],
      "A schedule: the rate goes down along half a cosine (Loshchilov and Hutter 2017).",
      examples: [
        "plot rates(cosine(), rate: 0.1, steps: 100)",
        "rates(cosine(end: 0.1), rate: 0.1, steps: 100)[50]",
      ]
    ) { call throws(Failure) in
      schedule(Schedule(.cosine(end: try call.double("end", otherwise: 0, in: 0...1e300))))
    },
    Function(
      "rates",
      [
        .positional("schedule", "warmup(…), step(…) or cosine(…)"),
        .required("rate", "η, what the schedule multiplies"),
        .required("steps", "how many there are"),
      ],
      "η of each step under a schedule, from step 0 on.",
      examples: [
        "plot rates(cosine(), rate: 0.1, steps: 50)",
        "rates(step(every: 10, factor: 2), rate: 0.1, steps: 50)[49]",
      ]
    ) { call throws(Failure) in
      let schedule = try call.schedule("schedule")
      let rate = try call.double("rate", in: 0...1e300)
      let steps = try call.integer("steps", in: 1...Training.stepLimit)
      let count = Double(steps)
      try call.spend(operations: 800 * count, bytes: Extent.perValue * count)
      let checkpoint = call.meter.checkpoint
      let values = try call.engine {
        try (0..<steps).map { step in
          if step % 4096 == 4095 { try checkpoint(Double(step) / Double(steps)) }
          return Value.number(Extended(rate * schedule.factor(at: step, of: steps)))
        }
      }
      return .layers(PerLayer(symbol: "η", first: 0, elements: values, axis: .step))
    },
  ]

  private static func schedule(_ schedule: Schedule) -> Value {
    .record(
      Record("a schedule of the rate", detail: schedule.text, [], content: .schedule(schedule))
    )
  }
}

extension Call {
  /// A schedule; `cosine` may be given as the function's name.
  func schedule(_ parameter: String) throws(Failure) -> Schedule {
    let given = value(parameter)
    if given.nameOfBuiltIn == "cosine" { return Schedule(.cosine(end: 0)) }
    if case .record(let record) = given, case .schedule(let schedule) = record.content {
      return schedule
    }
    throw wrong(
      parameter,
      expected: "a schedule: warmup(100), step(every: 200, factor: 0.5) or cosine()"
    )
  }
}

extension Schedule {
  /// As in "rising through 100 steps, then falling along half a cosine".
  var text: String {
    func number(_ value: Double) -> String { Rendering.number(Extended(value), digits: 6) }
    let then: String
    switch course {
    case .constant: then = ""
    case .steps(let every, let factor):
      then =
        "times \(number(factor)) every "
        + (every == 1 ? "step" : "\(NumberText.grouped(every)) steps")
    case .cosine(let end):
      then = "along half a cosine to \(end == 0 ? "0" : "\(number(end)) of itself")"
    }
    guard warmup > 0 else { return then.isEmpty ? "the same in all steps" : then }
    let rise = "rising through \(NumberText.grouped(warmup)) \(warmup == 1 ? "step" : "steps")"
    return then.isEmpty ? rise : "\(rise), then \(then)"
  }
}
