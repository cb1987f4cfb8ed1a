import Plotting
import Lessons
import Notebooks

extension Session {
  /// What could stand at the cursor of a line, a place in its UTF-8 bytes.
  ///
  /// `lessons` are those that `:open` could open, and their names alone where names play.
  package func completion(
    of line: String,
    cursor: Int,
    lessons: [Completion.Candidate] = [],
    namesPlay: Bool = false
  ) -> Completion {
    let before = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    let context = CompletionContext(before)
    let isWholeLine = namesPlay && context.word == before
    let all = candidates(context, lessons) + (isWholeLine ? undefined(lessons) : [])
    let matching = all.filter { $0.text.hasPrefix(context.word) }
    return Completion(start: before.utf8.count - context.word.utf8.count, candidates: matching)
  }

  /// The lessons whose names mean nothing else in the notebook.
  private func undefined(_ lessons: [Completion.Candidate]) -> [Completion.Candidate] {
    lessons.filter { notebook.definitions[$0.text] == nil }
  }

  private func candidates(
    _ context: CompletionContext,
    _ lessons: [Completion.Candidate]
  )
    -> [Completion.Candidate]
  {
    switch context.place {
    case .command:
      Command.all.filter { !isNotebook || !$0.needsLesson }.map { command in
        let gap = command.takes == .nothing ? "" : " "
        return Completion.Candidate(text: ":" + command.name + gap, summary: command.summary)
      }
    case .operand(let name):
      Command.all.first { $0.name == name }?.offers(self, lessons) ?? []
    case .arguments(let function):
      // With nothing typed all functions would bury what this one takes.
      labels(of: function) + nameCandidates + (context.word.isEmpty ? [] : functions)
    case .formats: Self.formats
    case .axis:
      ScaleName.allCases.map { Completion.Candidate(text: $0.rawValue, summary: "axis") }
    case .clause: nameCandidates + functions + Self.clauses
    case .levels: nameCandidates + functions + Self.formats
    case .figure: Self.verbs
    case .start: nameCandidates + functions + Self.verbs + [Self.explain]
    case .subject: nameCandidates + functions + Self.verbs + figures
    case .expression: nameCandidates + functions
    }
  }

  /// The names of the notebook.
  var nameCandidates: [Completion.Candidate] {
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
    watches.figures.map {
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
