import DeepNetworks
import Notebooks
import Testing

/// What is said of trainings, held against their losses.
@Suite("Trainings in words")
struct TrainingWordsTests {
  private static let setting = """
    one = network([[1]], depth: 1)
    two = samples([[1]], [[2]])
    net = network(xavier(), widths: [2, 8, 2], activation: tanh, last_activation: linear)
    wide = network(he(), widths: [2, 8, 8, 2], activation: relu)

    """

  static let meanings = [
    (
      "train(wide, spirals(), rate: 1e-9, steps: 1, batch: 1)", "stalled",
      "the loss of all samples began at 0.501 and hardly moved: 0.501"
    ),
    (
      "train(net, xor, rate: 0.0003, steps: 100)", "finished",
      "the loss fell from 0.634 to 0.62 and still falls, but slowly; try a larger rate or more steps"
    ),
    (
      "train(net, xor, rate: 0.001, steps: 20)", "finished",
      "the loss fell from 0.634 to 0.625 and still falls, but slowly; try a larger rate or more steps"
    ),
    ("train(net, xor, rate: 0, steps: 20)", "stalled", "the loss stays at 0.634"),
    (
      "train(network([[-1]], depth: 2, activation: relu, last_activation: linear), "
        + "samples([[1]], [[1]]), rate: 0.1, steps: 10, biases: true)", "finished",
      "the loss fell from 0.5 to 0.0608 and still falls"
    ),
    (
      "train(network([[2]], depth: 1), two, rate: 0.5, steps: 30)", "converged",
      "the loss was 0 from the beginning"
    ),
    (
      "train(one, two, rate: 0.5, steps: 30, momentum: 0.9)", "finished",
      "the loss fell from 0.5 to 0.0171, but was down to 0.000203 at step 23"
    ),
    (
      "train(one, two, rate: 1, steps: 30, adam: true)", "finished",
      "the loss fell from 0.5 to 0.0102, but was down to 5e-17 at step 1"
    ),
    // Each step leaves 0.95 of w − 2.
    (
      "train(one, two, rate: 0.05, steps: 10)", "finished",
      "the loss fell from 0.5 to 0.179 and still falls"
    ),
  ]

  /// A training as its record tells it.
  private struct Told {
    let losses: [Double]
    let word: String
    let meaning: String
    let isWhole: Bool
  }

  private func record(_ text: String) throws -> Told {
    var desk = Desk(after: Self.setting + "h = \(text)")
    let value = try #require(try desk.notebook.value(of: "h"))
    guard case .record(let record) = value, case .text(let word) = record.fields[0].value,
      case .layers(let list) = record.fields[1].value
    else { throw NoTraining() }
    let losses = list.elements.map { element in
      if case .number(let number) = element { number.double } else { Double.nan }
    }
    return Told(
      losses: losses,
      word: word,
      meaning: record.fields[0].meaning,
      isWhole: !text.contains("batch")
    )
  }

  private struct NoTraining: Error {}

  @Test("endings", arguments: meanings)
  func ending(_ text: String, _ word: String, _ meaning: String) throws {
    let found = try record(text)
    #expect(found.word == word && found.meaning == meaning)
  }

  private static let rates = ["1e-9", "0.001", "0.01", "0.1", "0.5", "1", "1.9", "3"]
  private static let manners = [
    "", ", momentum: 0.5", ", momentum: 0.9", ", momentum: 0.99", ", adam: true",
  ]

  @Test(
    "what is said of a course is so, for whatever rate, optimizer, steps and batch",
    arguments: [
      "one, two", "net, xor", "wide, xor", "wide, spirals(samples: 12)",
      "wide, spirals(samples: 12), batch: 2",
    ],
    [1, 7, 30, 100]
  )
  func truth(_ what: String, _ steps: Int) throws {
    // With rate 0 the last loss is that of all samples at the beginning.
    let still = try record("train(\(what), rate: 0, steps: 1)")
    let first = try #require(still.losses.last)
    for rate in Self.rates {
      for manner in Self.manners {
        let text = "train(\(what), rate: \(rate), steps: \(steps)\(manner))"
        let run = try record(text)
        let (word, meaning) = (run.word, run.meaning)
        let last = try #require(run.losses.last)
        guard word != "diverged" else { continue }
        let least = run.losses.min() ?? last
        let end = run.losses.suffix(max(1, steps / 10) + 1)
        if meaning.contains(" fell from") { #expect(last < 0.991 * first, "\(text): \(meaning)") }
        if meaning.contains(" rose from") && word == "risen" { #expect(last > 1.009 * first) }
        if meaning.contains("still falls") {
          #expect(run.isWhole && last == least, "\(text): \(meaning)")
          #expect(zip(end, end.dropFirst()).allSatisfy { $0 > $1 }, "\(text): \(meaning)")
        }
        if meaning.contains("hardly moved") {
          #expect(abs(last - first) <= 0.011 * first)
          #expect(!run.isWhole || run.losses.allSatisfy { abs($0 - first) <= 0.03 * first })
        }
        #expect(run.isWhole != meaning.contains("of all samples"), "\(text): \(meaning)")
        try explained(text, run)
      }
    }
  }

  /// What `explain` says of steps holds from them to the end.
  private func explained(_ text: String, _ run: Told) throws {
    let told = shown("\(Self.setting)\nh = \(text)\nexplain h", columns: 400)
    let (first, last) = (run.losses[0], run.losses[run.losses.count - 1])
    let fall = first - last
    let middle = (first + last) / 2
    if let match = told.firstMatch(of: #/From step (\d+) on less than a hundredth/#) {
      let step = try #require(Int(match.1))
      #expect(run.losses[step...].allSatisfy { abs($0 - last) <= 0.0100001 * fall }, "\(told)")
    }
    if let match = told.firstMatch(of: #/Half of the fall is done at step (\d+)\./#) {
      let step = try #require(Int(match.1))
      #expect(run.losses[step...].allSatisfy { $0 <= middle }, "\(told)")
      #expect(run.losses[..<step].allSatisfy { $0 > middle }, "\(told)")
    }
    if let match = told.firstMatch(of: #/for good from step (\d+) on/#) {
      let step = try #require(Int(match.1))
      #expect(run.losses[step...].allSatisfy { $0 <= middle } && run.losses[step - 1] > middle)
    }
    if told.contains("of the fall") || told.contains("plateau") { #expect(run.isWhole && fall > 0) }
  }

  @Test("where there is one output, answers are right beside other targets, or there are none")
  func oneOutput() {
    #expect(
      shown("accuracy(network([[5]], depth: 1), samples([[1]], [[2]]))")
        .hasPrefix("task of accuracy takes a task with different targets, as there is one output")
    )
    #expect(shown("accuracy(network([[1]], depth: 1), samples([[1], [3]], [[2], [3]]))") == "1")
    #expect(shown("accuracy(network([[5]], depth: 1), samples([[1], [3]], [[2], [3]]))") == "0.5")
    #expect(!shown("\(Self.setting)train(one, two, rate: 1, steps: 1)").contains("accuracy"))
    #expect(shown("\(Self.setting)train(net, xor, rate: 1, steps: 1)").contains("accuracy"))
  }

  @Test("a figure says of a training that diverged that it did")
  func diverged() {
    let setting =
      "f(r) = train(network([[0]], depth: 1), samples([[1]], [[1]]), rate: r, steps: 12)\n"
    let figure = "plot f(r).loss[12] over r in [0.1, 0.5, 100]"
    #expect(shown(setting + figure).contains("r = 100 is no number (diverged)"))
    #expect(shown(setting + "explain " + figure).contains("100 is no number (diverged)."))
    let surface = "heatmap f(r).loss[n] over r in [0.1, 0.5, 100], n in [1, 12]"
    #expect(shown(setting + surface).contains("of 6 cells is no number (diverged)"))
    #expect(shown(setting + "explain " + surface).contains("1 is no number (diverged)."))
  }

  private static let computed = [
    ("plot log10(f(r).loss[12]) over r in [0.1, 0.5, 100]", "r = 100 is no number (diverged)"),
    ("plot log10(f(r).loss[12]) over r in [100, 0.5, 0.1]", "r = 100 is no number (diverged)"),
    (
      "plot f(r).loss[12]/f(r).loss[0] over r in 0.1...5.1 by 0.5 on log",
      "points are no number (diverged), from r = 3.1 on"
    ),
    ("plot sqrt(f(r).loss[12]), -f(r).loss[12] over r in [0.1, 100]", "(diverged)"),
    ("table log10(f(r).loss[12]) over r in [0.1, 100]", "100  diverged"),
    (
      "heatmap log10(f(r).loss[n]) over r in [0.1, 0.5, 100], n in [1, 12]",
      "of 6 cells is no number (diverged)"
    ),
  ]

  @Test("a figure of what is computed with losses leaves out what diverged", arguments: computed)
  func computedWith(_ figure: String, _ note: String) {
    let setting =
      "f(r) = train(network([[0]], depth: 1), samples([[1]], [[1]]), rate: r, steps: 12)\n"
    #expect(shown(setting + figure).contains(note), "\(shown(setting + figure))")
    #expect(
      fault(setting + "log10(f(100).loss[12])")?.problem.message
        == "The training diverged at step 2, so there is no number to compute with."
    )
  }
}
