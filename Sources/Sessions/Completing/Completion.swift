import Lessons
import Notebooks
import Plotting

/// What TAB offers for a line.
package struct Completion: Sendable, Hashable {
  package struct Candidate: Sendable, Hashable {
    /// What takes the place of the word, with the bracket or blank that should follow it.
    package var text: String
    /// In a few words, what it is.
    package var summary: String

    package init(text: String, summary: String) {
      self.text = text
      self.summary = summary
    }
  }

  /// Where the word begins that is completed, in UTF-8 bytes.
  package var start: Int
  package var candidates: [Candidate]
}

extension Session {
  /// What could stand at the cursor of a line, a place in its UTF-8 bytes.
  ///
  /// `further` are commands that the shell adds to the session's own.
  package func completion(of line: String, cursor: Int, further: [ShellCommand] = []) -> Completion
  {
    let before = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    let context = CompletionContext(before)
    let all = candidates(context, further)
    let matching = all.filter { $0.text.hasPrefix(context.word) }
    return Completion(start: before.utf8.count - context.word.utf8.count, candidates: matching)
  }

  private func candidates(
    _ context: CompletionContext,
    _ further: [ShellCommand]
  )
    -> [Completion.Candidate]
  {
    switch context.place {
    case .command:
      Command.entries.map { Self.candidate(":" + $0.name, $0.operand != .none, $0.summary) }
        + further.map { Self.candidate(":" + $0.name, $0.takesOperand, $0.summary) }
    case .operand(let command): operands(of: command, further)
    case .arguments(let function):
      // With nothing typed all functions would bury what this one takes.
      labels(of: function) + names + (context.word.isEmpty ? [] : functions)
    case .formats: Self.formats
    case .axis:
      ScaleName.allCases.map { Completion.Candidate(text: $0.rawValue, summary: "axis") }
    case .clause: names + functions + Self.clauses
    case .levels: names + functions + Self.formats
    case .figure: Self.verbs
    case .start: names + functions + Self.verbs + [Self.explain]
    case .subject: names + functions + Self.verbs + figures
    case .expression: names + functions
    }
  }

  private static func candidate(
    _ text: String,
    _ takesOperand: Bool,
    _ summary: String
  )
    -> Completion.Candidate
  {
    Completion.Candidate(text: text + (takesOperand ? " " : ""), summary: summary)
  }

  private func operands(of command: String, _ further: [ShellCommand]) -> [Completion.Candidate] {
    switch command {
    case "go":
      lesson.steps.map { Completion.Candidate(text: $0.id.value, summary: $0.title.value) }
    case "answer":
      lesson.questions.map { Completion.Candidate(text: $0.id.value, summary: "a question") }
    case "show", "describe", "data":
      watches.map { Completion.Candidate(text: $0.id, summary: $0.statement.text) }
    case "point":
      watches.filter(\.isFigure).map {
        Completion.Candidate(text: $0.id + " ", summary: $0.statement.text)
      } + [Completion.Candidate(text: "value ", summary: "a level of the values")]
    case "why", "edit", "knob": names
    case "help":
      Help.topics.map { Completion.Candidate(text: $0.name, summary: $0.summary) }
        + BuiltIns.functions.map { Completion.Candidate(text: $0.name, summary: $0.summary) }
    case "set":
      ["columns ", "rows ", "figures ", "charset "].map {
        Completion.Candidate(text: $0, summary: "a setting")
      }
    default: further.first { $0.name == command }?.operands ?? []
    }
  }

  private var names: [Completion.Candidate] {
    notebook.definitions.all.map {
      Completion.Candidate(text: $0.name, summary: $0.statement.text)
    }
  }

  private var functions: [Completion.Candidate] {
    BuiltIns.functions.filter { notebook.definitions[$0.name] == nil }.map {
      Completion.Candidate(text: $0.name + "(", summary: $0.summary)
    }
  }

  private func labels(of name: String) -> [Completion.Candidate] {
    (BuiltIns.function(name)?.parameters ?? []).filter { !$0.isPositional }.map {
      Completion.Candidate(text: $0.name + ": ", summary: $0.meaning)
    }
  }

  private static let verbs = FigureVerb.allCases.map { verb in
    Completion.Candidate(text: verb.rawValue + " ", summary: "a figure")
  }

  private static let explain = Completion.Candidate(
    text: "explain ",
    summary: "what a value is, and how it reacts"
  )

  /// The step's figures by their numbers.
  private var figures: [Completion.Candidate] {
    watches.filter(\.isFigure).map {
      Completion.Candidate(text: $0.id, summary: $0.statement.text)
    }
  }

  private static let clauses = ClauseWords.all.sorted().map { word in
    Completion.Candidate(
      text: word + " ",
      summary: Help.topics.first { $0.name == word }?.summary ?? ""
    )
  }

  private static let formats = BuiltIns.formatNames.map {
    Completion.Candidate(text: $0, summary: "a float format")
  }
}

/// A command that the shell carries out itself, for the help and for TAB.
package struct ShellCommand: Sendable, Hashable {
  package var name: String
  package var takesOperand: Bool
  package var summary: String
  package var operands: [Completion.Candidate]

  package init(
    name: String,
    takesOperand: Bool,
    summary: String,
    operands: [Completion.Candidate] = []
  ) {
    self.name = name
    self.takesOperand = takesOperand
    self.summary = summary
    self.operands = operands
  }
}
