import DeepNetworks
import Lessons
import Notebooks

/// A question's own parameters with the values that one learner has.
package struct Frozen: Sendable, Hashable {
  /// A parameter's value, as the author wrote it.
  package struct Entry: Sendable, Hashable {
    package var name: String
    package var text: String
  }

  /// The parameters in the order of the file.
  package let entries: [Entry]
  /// A notebook with these parameters and nothing else.
  private let notebook: Notebook
  /// The points at which formulas are compared, where they were made before.
  private(set) var points: [Frozen] = []
  /// A task's conditions with these values in them, where they were read before.
  private(set) var conditions: [TaskCondition]?
  /// Numbers that texts of the key stand for; nil for one that stands for none.
  private var known: [String: Extended?] = [:]

  /// The frozen values of a question for a learner.
  ///
  /// Without a learner there are no variants: each parameter has its first value. The draw is a
  /// hash of lesson, question, parameter, learner and class seed, never of the version, so a
  /// corrected key changes nobody's question.
  package init(_ question: Question, lesson: String, learner: Learner) {
    var entries = question.given.map { Entry(name: $0.name.value, text: $0.value.text) }
    for draw in question.vary {
      let values = DrawnValues(draw.domain)
      let index: Int
      if let name = learner.name {
        let key = [lesson, question.id.value, draw.name.value, name, learner.classSeed]
        index = Int(StableHash.value(of: key) % UInt64(max(1, values.count)))
      } else {
        index = 0
      }
      entries.append(Entry(name: draw.name.value, text: values[index]))
    }
    self.init(entries)
  }

  /// Parameters with these values.
  init(_ entries: [Entry]) { self.init(entries, after: [], on: Notebook()) }

  private init(_ entries: [Entry], after first: [Entry], on notebook: Notebook) {
    self.entries = first + entries
    self.notebook = Self.notebook(notebook, with: entries)
  }

  /// The same with further parameters.
  func adding(_ others: [Entry]) -> Frozen { Frozen(others, after: entries, on: notebook) }

  var names: [String] { entries.map(\.name) }

  /// The values as one would write them: `s = 1.5, L = 20`.
  var words: String { entries.map { "\($0.name) = \($0.text)" }.joined(separator: ", ") }

  /// What a text of the lesson or of a learner comes to with these parameters, or why to nothing.
  ///
  /// They go before what is built in: where a question's text calls a number e, it means that one.
  func worked(_ text: String) -> Result<Value, Failure> {
    let text = TypedNumber.asWritten(text)
    let meter = Meter(limits: AnswerLine.limits)
    return Result { () throws(Failure) -> Value in
      try notebook.value(ofExpression: text, meter: meter, builtInsFirst: false)
    }
  }

  /// The same for an expression that was read before.
  func worked(
    _ expression: Expression,
    in source: Source,
    _ limits: Meter.Limits
  ) -> Result<Value, Failure> {
    let meter = Meter(limits: limits)
    return Result { () throws(Failure) -> Value in
      try notebook.value(of: expression, in: source, meter: meter, builtInsFirst: false)
    }
  }

  /// The number that a text stands for; nil where it stands for none.
  func number(_ text: String) -> Extended? {
    if let number = known[text] { return number }
    guard case .success(.number(let number)) = worked(text), number.isFinite else { return nil }
    return number
  }

  /// A text of the cell language with the values in place of the parameters' names.
  func filled(_ text: String) -> String {
    if entries.isEmpty { return text }
    var filled = ""
    var word = ""
    for character in text + "\n" {
      if character.isLetter || character == "_"
        || (character.isASCII && character.isNumber && !word.isEmpty)
      {
        word.append(character)
        continue
      }
      // The name of an argument has a colon behind it, that of a part a point before it.
      let isOther = character == ":" || filled.hasSuffix(".") && !filled.hasSuffix("...")
      let entry = isOther ? nil : entries.first { $0.name == word }
      filled += entry.map { "(\($0.text))" } ?? word
      word = ""
      filled.append(character)
    }
    return String(filled.dropLast())
  }

  /// Whether what reading an answer needs was made.
  var isPrepared: Bool { !points.isEmpty || conditions != nil }

  /// The same, with the points at which formulas are compared.
  func holding(_ points: [Frozen]) -> Frozen {
    var copy = self
    copy.points = points
    return copy
  }

  /// The same, with the conditions of a task.
  func holding(_ conditions: [TaskCondition]) -> Frozen {
    var copy = self
    copy.conditions = conditions
    return copy
  }

  /// The same, with the numbers of some texts worked out once for all answers.
  func knowing(_ texts: [String]) -> Frozen {
    if texts.allSatisfy({ known[$0] != nil }) { return self }
    var copy = self
    for text in texts where known[text] == nil { copy.known[text] = .some(number(text)) }
    return copy
  }

  private static func notebook(_ notebook: Notebook, with entries: [Entry]) -> Notebook {
    var notebook = notebook
    for entry in entries {
      for case .success(let statement) in Parser.statements(of: "\(entry.name) = \(entry.text)") {
        // A number under a name that the lesson's reader has checked closes no circle.
        do { try notebook.define(statement) } catch { continue }
      }
    }
    return notebook
  }
}

// The notebook follows from the entries.
extension Frozen {
  package static func == (left: Frozen, right: Frozen) -> Bool { left.entries == right.entries }

  package func hash(into hasher: inout Hasher) { hasher.combine(entries) }
}
