import Sessions

/// A transcript that can be shown to others.
package enum Anonymous {
  /// The text without the learner's name and without what was answered in words to some questions.
  package static func copy(of text: String, hidingAnswersTo questions: [String]) -> String {
    let hidden = questions.map { Prompt.answer($0).text }
    var isInHeader = true
    var isHiding = false
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.hasPrefix("#") { isInHeader = false }
      if isInHeader, line.hasPrefix("# learner:") { continue }
      if isHiding, line.hasPrefix(InputMark.continuation) { continue }
      isHiding = false
      if let prompt = hidden.first(where: { line.hasPrefix($0) }), line.count > prompt.count {
        lines.append("\(prompt) (left out)")
        isHiding = true
      } else {
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }
}
