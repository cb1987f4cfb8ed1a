import TestSupport
import Testing

/// Every built-in that may take long stops when Ctrl-C is pressed, and the session goes on.
///
/// Each takes seconds on a fast machine, so that the key comes before the end.
@Suite struct CancellingTests {
  static let long = [
    "train(wide, spirals(seed: 1), rate: 0.01, steps: 6000)",
    "largest_stable_rate(wide, spirals(samples: 6000))",
    "singular_values(sample(gaussian(), 1400, 1400))",
    "singular_values(jacobian(deep, ones(500)), largest: 3)",
    "lyapunov(deep, ones(500))",
    "diagnose(network(gaussian(), width: 250, depth: 100, activation: tanh))",
    "sample(orthogonal(), 2000, 2000)",
    "exp(normal(9000000))",
    "mean_over(f, 1...3000)",
    "heatmap f(n) over n in 1...200, g in 1...15",
    "plot f(n) over n in 1...3000",
    "histogram log10(singular_values(jacobian(deep, ones(500))))",
  ]

  @Test func allStopAndTheSessionGoesOn() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    let setting = [
      "wide = network(he(), widths: [2, 200, 200, 2], activation: relu)",
      "deep = network(gaussian(), width: 500, depth: 100, activation: tanh)",
      "g = 1",
      "part(n) = network(gaussian(gain: g), width: 64, depth: 200, seed: n)",
      "f(n) = rms(part(n)(ones(64)))",
    ]
    for line in setting { try screen.enter(line, line) }
    for (index, statement) in Self.long.enumerated() {
      screen.type(statement)
      screen.press("Enter")
      try screen.wait("the bar of \(statement)") { $0.contains("Ctrl-C stops") }
      screen.press("C-c")
      try screen.wait("the end of \(statement)") { _ in
        screen.history.ranges(of: "Cancelled.").count == index + 1
      }
      try screen.waitForPrompt()
    }
    try screen.enter("1 + 1", "1 + 1 = 2")
    #expect(
      fathom.inputs("scaling").count(where: { $0 == ":cancelled" }) == Self.long.count
    )
  }

  /// A pasted block stops at the statement that runs: those before it stay, and nothing of the others.
  @Test func aBlockStopsBetweenTwoStatements() throws {
    let fathom = try Fathom()
    let screen = try fathom.start("play scaling")
    screen.paste("p = 4\np + 1\nq = singular_values(sample(gaussian(), 1400, 1400))\nq\np = 5")
    screen.press("Enter")
    try screen.wait("the bar of the third statement") { $0.contains("Ctrl-C stops") }
    screen.press("C-c")
    try screen.wait("the end of the block") { _ in screen.history.contains("Cancelled.") }
    try screen.waitForPrompt()
    #expect(screen.history.contains("p + 1 = 5"))
    #expect(fathom.inputs("scaling").last == ":cancelled 2")
    try screen.enter("p", "p = 4")
    try screen.enter("q", "There is no \"q\"")
    screen.press("C-d")
    try screen.wait("RC=0")
    let replay = try fathom.run("replay", fathom.path("state/fathom/scaling.transcript"))
    #expect(replay.status == 0, "\(replay.output)")
  }
}
