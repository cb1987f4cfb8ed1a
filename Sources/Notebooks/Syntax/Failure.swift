/// What went wrong with a statement, and where.
package struct Failure: Error, Sendable, Hashable {
  package var problem: Problem
  package var range: SourceRange
  package var source: Source
  /// The definition whose own text is at fault, where that is not the statement just entered.
  package var definition: String?
  /// What advice takes the place of, where that is more than what is marked.
  var replaced: SourceRange?
  /// Advice that does not run in the notebook where this went wrong, and is not given.
  var refused: Set<Advice> = []

  init(
    _ problem: Problem,
    at range: SourceRange,
    in source: Source,
    definition: String? = nil,
    replacing replaced: SourceRange? = nil
  ) {
    self.problem = problem
    self.range = range
    self.source = source
    self.definition = definition
    self.replaced = replaced
  }

  /// What happened, in a sentence, and what to type next, as far as it runs.
  package var message: String { problem.told(without: refused).message }

  /// The lines that the sentence tells somebody to type.
  package var advice: [Advice] { problem.told(without: refused).advice }

  /// The source with a line of advice where it goes, and from where to where that is.
  ///
  /// nil where it stands alone. What stood in brackets stands in brackets.
  package func mended(by advice: Advice) -> (text: String, at: Int, upTo: Int)? {
    guard case .instead(let part) = advice.place else { return nil }
    var place = replaced ?? range
    if let part {
      let wanted = Array(part.unicodeScalars)
      let offsets = place.lower...max(place.lower, place.upper - wanted.count)
      guard
        let lower = offsets.first(where: {
          source.text(SourceRange($0, $0 + wanted.count)) == part
        })
      else { return nil }
      place = SourceRange(lower, lower + wanted.count)
    }
    let before = source.text(SourceRange(0, place.lower))
    let after = source.text(SourceRange(place.upper, source.end))
    let isBracketed = Self.isBracketed(source.text(place)) && !Self.isBracketed(advice.text)
    let ours = isBracketed ? "(\(advice.text))" : advice.text
    return (before + ours + after, place.lower, place.lower + ours.unicodeScalars.count)
  }

  /// Whether one pair of brackets holds the whole text.
  private static func isBracketed(_ text: String) -> Bool {
    guard text.first == "(", text.last == ")" else { return false }
    var depth = 0
    for character in text.dropLast() {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0 { return false }
    }
    return true
  }
}
