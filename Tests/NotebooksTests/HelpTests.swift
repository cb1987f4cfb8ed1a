import Notebooks
import Plotting
import TerminalText
import Testing

/// The help says what is there, and every example in it runs.
@Suite("Help")
struct HelpTests {
  private func run(_ examples: [String], after setting: String = "") {
    var desk = Desk(after: setting)
    for example in examples {
      for result in desk.enter(example) {
        if case .failure(let failure) = result {
          Issue.record("\(example): \(failure.problem.message)")
        }
      }
      // A definition is worked out too, not only put in place.
      if let statement = try? Parser.statements(of: example).first?.get(),
        let name = statement.definedName
      {
        do throws(Failure) { _ = try desk.notebook.value(of: name) } catch {
          Issue.record("\(example): \(error.problem.message)")
        }
      }
    }
  }

  @Test("of several words the first on which there is help has it")
  func severalWords() {
    for (line, word) in [
      ("plot on log", "plot"), ("with plot", "plot"), ("me with vanishing gradients", "vanishing"),
      ("how to plot", "plot"), ("the Jacobian please", "Jacobian"),
    ] {
      let said = Help.text(line).plain
      #expect(said.hasPrefix("There is no help on \""))
      #expect(said.hasSuffix("; on \(word) there is:\n" + Help.text(word).plain), "\(said)")
    }
    #expect(
      Help.text("zz yy").plain == "There is no help on \"zz yy\". help all lists what there is."
    )
  }

  @Test("the examples of a function run", arguments: BuiltIns.functions.map(\.name))
  func examplesOfFunction(_ name: String) throws {
    let function = try #require(BuiltIns.function(name))
    #expect(!function.examples.isEmpty)
    run(function.examples)
  }

  @Test("every parameter stands in an example", arguments: BuiltIns.functions.map(\.name))
  func parameters(_ name: String) throws {
    let function = try #require(BuiltIns.function(name))
    for parameter in function.parameters where !parameter.isPositional {
      #expect(
        function.examples.contains { $0.contains("\(parameter.name): ") },
        "\(name) shows no \(parameter.name):"
      )
    }
    let positional = function.parameters.filter { $0.isPositional && $0.need == .required }.count
    if positional > 0 { #expect(function.examples.contains { $0.contains("\(name)(") }) }
  }

  @Test("the examples of a topic run", arguments: Help.topics.map(\.name))
  func examplesOfTopic(_ name: String) throws {
    let topic = try #require(Help.topics.first { $0.name == name })
    #expect(!topic.examples.isEmpty)
    run(topic.examples, after: lecture)
  }

  @Test("every verb that draws and every clause has a topic with itself in an example")
  func clauses() throws {
    for word in ["plot", "table", "over", "at", "in", "on", "titled", "against", "beside", "first"]
    {
      let topic = try #require(Help.topics.first { $0.name == word }, "\(word) has no topic")
      #expect(topic.examples.contains { " \($0) ".contains(" \(word) ") || $0.hasPrefix(word) })
    }
  }

  @Test("every verb has help", arguments: FigureVerb.allCases)
  func verbs(_ verb: FigureVerb) {
    let text = Help.text(verb.rawValue).plain
    #expect(!text.hasPrefix("There is no help"), "\(verb.rawValue): \(text)")
  }

  @Test("help all names every function, topic and argument once")
  func listing() {
    let words = Help.text("all").plain.split { " ,\n".contains($0) }.map(String.init)
    let arguments = BuiltIns.functions.flatMap(\.parameters).filter { !$0.isPositional }
    for name in BuiltIns.functions.map(\.name) + Help.topics.map(\.name) + arguments.map(\.name) {
      #expect(words.contains(name), "\(name) is not in the list")
    }
    #expect(Set(BuiltIns.functions.map(\.name)).count == BuiltIns.functions.count)
  }

  @Test("the first screen is ten lines at 80 columns, and what it names is there")
  func firstScreen() {
    let lines = shown("help").split(separator: "\n")
    #expect(lines.count <= 10)
    for line in lines where line.hasPrefix("  help ") {
      let topic = line.dropFirst(7).prefix { $0 != " " }
      #expect(!shown("help \(topic)").hasPrefix("There is no"), "\(topic)")
    }
  }

  @Test("every argument is found by its name, with the functions that take it")
  func arguments() {
    for function in BuiltIns.functions {
      for parameter in function.parameters where !parameter.isPositional {
        let text = shown("help \(parameter.name)")
        #expect(!text.hasPrefix("There is no"), "\(parameter.name)")
        if text.contains(": an argument") {
          #expect(text.contains("\(function.name)(…, \(parameter.name):)"))
        }
      }
    }
  }

  static let concepts: [(String, [String])] = [
    ("adam", ["train(…, adam:)"]), ("momentum", ["train(…, momentum:)"]),
    ("clip", ["train(…, clip:)", "clipped"]), ("gradient clipping", ["clipped"]),
    ("skip", ["residual: α"]), ("residual", ["network(…, residual:)"]),
    ("transpose", ["M'"]), ("'", ["M'"]), ("seed", ["network(…, seed:)", "normal(…, seed:)"]),
    ("last", ["network(…, last:)"]), ("dropout", ["set each hidden unit to 0", "seed"]),
    ("batch", ["train(…, batch:)"]), ("minibatch", ["batch"]), ("batch size", ["batch"]),
    ("backpropagation", ["dJ_dW"]), (":point", [":help commands"]), ("point", [":help commands"]),
    ("vanishing gradients", ["diagnose"]), ("batch-norm", ["over the samples", "keeps averages"]),
    ("learning rate", ["train(…, rate:)"]), ("optimizer", ["momentum", "adam: true"]),
    ("kaiming", ["he("]), ("swish", ["silu"]), ("std", ["deviation_over"]),
    ("svd", ["singular_values"]),
    ("RELU", ["relu("]), ("tan", ["sin(x)/cos(x)"]), ("det", ["nothing like it"]),
    ("norm", ["‖v‖", "norm:, of network"]), ("epochs", ["steps"]), ("fp16", ["float16"]),
  ]

  @Test("concepts and arguments are found by the word that people have", arguments: concepts)
  func concept(_ topic: String, _ parts: [String]) {
    let text = shown("help \(topic)").split { " \n".contains($0) }.joined(separator: " ")
    #expect(!text.contains("Did you mean"))
    for part in parts { #expect(text.contains(part), "\(topic): \(text)") }
  }

  /// Everything that `help` offers to read on, from every word in the first three thousand letters
  /// of what it says: each has help, and each example runs.
  @Test("what help points to is there, and its examples run")
  func pointers() {
    var seen: Set<String> = []
    var topics =
      Self.concepts.map(\.0) + ["history", "schedule", "regularisation", "softmax", "hessian"]
    while let topic = topics.popLast() {
      guard seen.insert(topic).inserted else { continue }
      let lines = shown("help \(topic)", columns: 2000).split(separator: "\n").map(String.init)
      #expect(!lines.isEmpty && !lines[0].hasPrefix("There is no help"), "\(topic)")
      for line in lines where line.hasPrefix("  See ") {
        topics += line.dropFirst(6).split(separator: ", ").map {
          String($0.dropFirst("help ".count))
        }
      }
      run(
        lines.filter { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) },
        after: lecture
      )
    }
    #expect(seen.count > 60)
  }

  @Test("help on a function: how it is called, what it is, its parameters, examples")
  func aFunction() {
    #expect(
      shown("help normal") == """
        normal(n, [seed:])
          n draws from the normal distribution with mean 0 and variance 1.
          n      how many
          seed:  which draw (left out: 1)
          Example:
            normal(4, seed: 7)
        """
    )
  }

  @Test(
    "no help is no error, and says what was meant",
    arguments: [
      ("help plott", "There is no help on \"plott\". Did you mean plot?"),
      ("help frobnicate", "There is no help on \"frobnicate\". help all lists what there is."),
      ("help π", "π = 3.14159265358979, a constant."),
      (
        "help float16",
        "float16: 11 binary digits, 5.96046e-8 to 65504. See help in, and help rounded."
      ),
    ]
  )
  func unknown(_ text: String, _ answer: String) {
    #expect(shown(text) == answer)
  }

  @Test("lines fit the columns", arguments: [20, 40, 80])
  func width(_ columns: Int) {
    for topic in Help.topics.map(\.name) + BuiltIns.functions.map(\.name) {
      for line in shown("help \(topic)", columns: columns).split(separator: "\n") {
        #expect(displayWidth(String(line)) <= columns, "\(topic): \(line)")
      }
    }
  }

  @Test(
    "what a lesson asks for is not told beforehand by the help on what it uses",
    arguments: [
      ("sigmoid", "1/4"), ("sigmoid", "0.25"), ("slope", "slope(sigmoid, 0)"), ("he", "slope²"),
      ("gradient_check", "ε²"), ("gradient_check", "rounding divided"), ("mistaken", "and below"),
      ("mistaken", "below layer"),
    ]
  )
  func tellsNoAnswer(_ topic: String, _ answer: String) {
    let help = Help.text(topic).plain
    #expect(!help.isEmpty && !help.contains(answer), "\(help)")
  }
}
