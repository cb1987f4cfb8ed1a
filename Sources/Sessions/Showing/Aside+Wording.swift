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
      given.replaced.map { own in
        let (lessons, mine) = Self.short(given.lessons, own)
        return "\(lessons), instead of your \(mine)"
      }
    }
    guard !lessons.isEmpty else { return marked }
    return marked + " Given: \(lessons.joined(separator: "; "))."
  }

  private static func short(_ definition: String) -> String { shortened(inOneLine(definition)) }

  /// Two definitions of one name, so that one sees where they differ.
  private static func short(_ one: String, _ other: String) -> (String, String) {
    let (one, other) = (inOneLine(one), inOneLine(other))
    let common = zip(one, other).prefix { $0 == $1 }.count
    guard common > 36, max(one.count, other.count) > most else {
      return (shortened(one), shortened(other))
    }
    // From the argument on in which they begin to differ.
    let same = one.prefix(common)
    let begin = same.lastIndex { ",(".contains($0) }.map { same.index(after: $0) } ?? same.endIndex
    let left = same.distance(from: same.startIndex, to: begin)
    let head = one.prefix { $0 != "=" }
    func cut(_ line: String) -> String {
      head + "= …" + shortened(String(line.dropFirst(left)).trimmingBlanks)
    }
    return (cut(one), cut(other))
  }

  private static let most = 48

  private static func inOneLine(_ definition: String) -> String {
    neutralised(definition.split(separator: "\n").joined(separator: " "))
  }

  private static func shortened(_ line: String) -> String {
    line.count > most ? line.prefix(most - 1) + "…" : line
  }
}
