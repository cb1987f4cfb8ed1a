import TerminalText

extension Following.Changes {
  /// What was done to the inputs, a sentence each, with the line of the file in which an exchange
  /// begins; none on the text at which they were typed.
  package func sentences(_ line: (Int) -> Int) -> [String] {
    var sentences: [String] = []
    if supplied + dropped > 0 {
      sentences.append(
        "Its prompts were followed: \(Self.inputs(supplied)) supplied, \(Self.inputs(dropped)) left out."
      )
    }
    return sentences
      + gone.map { gone in
        "Line \(line(gone.exchange)): the lesson no longer has the question "
          + "\"\(neutralised(gone.question))\"; its answers are left out."
      }
      + lost.map { "The answers to \"\(neutralised($0))\" have found no place in this text." }
  }

  private static func inputs(_ count: Int) -> String { count == 1 ? "1 input" : "\(count) inputs" }
}
