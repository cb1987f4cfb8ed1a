import Lessons
import TerminalText

extension Aside {
  static func lost(_ names: [String], _ waiting: [String], _ back: String?) -> String {
    let none = "\(listed(names)) no longer \(names.count == 1 ? "has" : "have") a value"
    let readers = listed(waiting.map { neutralised($0) })
    let them = names.count == 1 ? "it" : "them"
    let others =
      waiting.isEmpty ? "" : "; \(readers) \(waiting.count == 1 ? "waits" : "wait") for \(them)"
    return none + others + "." + (back.map { " :undo takes \($0) back." } ?? "")
  }
}

extension FailingCondition {
  /// What fails, with the values on its two sides.
  var words: String {
    let values = [sides?.left, sides?.right].compactMap { $0 }.map { side in
      "\(neutralised(side.text)) is \(neutralised(side.value))"
    }
    let told = "What does not hold: \(neutralised(text))"
    return values.isEmpty ? told : told + "; " + listed(values)
  }
}

extension TypedDigits {
  /// How many digits there are, and how many it takes.
  func words(_ tolerance: Tolerance) -> String {
    "\(neutralised(text)) has \(count) \(count == 1 ? "digit" : "digits"); a rounded answer needs \(needed) to be \(tolerance.words)."
  }
}

extension TaskBasis {
  /// With which definitions a task was marked.
  var words: String {
    var parts = (mine + read).map { "your \(Self.short($0))" }
    if !unchanged.isEmpty {
      parts.append("\(listed(unchanged)) as the lesson has \(unchanged.count == 1 ? "it" : "them")")
    }
    let undefined = missing.map { "There is no \($0) yet: the task asks for it." }
    // Who has changed a name at which the task doesn't look has taken it for another.
    let looked = unchanged + missing
    let looks =
      elsewhere.isEmpty || looked.isEmpty
      ? [] : ["The task looks at \(listed(looked)); you changed \(listed(elsewhere))."]
    if !undefined.isEmpty, parts.isEmpty { return (undefined + looks).joined(separator: " ") }
    let marked =
      (undefined + looks + [
        "Marked with \(parts.isEmpty ? "the lesson's definitions" : listed(parts))."
      ])
      .joined(separator: " ")
    // What is given is the lesson's, and worth a word where the learner has another.
    let lessons = given.compactMap { given in
      given.replaced.map { "\(Self.short(given.lessons)), instead of your \(Self.short($0))" }
    }
    guard !lessons.isEmpty else { return marked }
    return marked + " Given: \(lessons.joined(separator: "; "))."
  }

  private static func short(_ definition: String) -> String {
    let line = neutralised(definition.split(separator: "\n").joined(separator: " "))
    return line.count > 48 ? line.prefix(47) + "…" : line
  }
}
