import TerminalText

/// The part of a line around a place, fit for a terminal.
struct Excerpt {
  let line: String
  let caret: String
  let marked: String

  init(_ failure: Failure, columns: Int, isASCII: Bool) {
    let source = failure.source
    let whole = source.lineRange(source.line(at: failure.range.lower))
    let start = max(whole.lower, failure.range.lower)
    let end = min(max(failure.range.upper, start), whole.upper)
    let cut = isASCII ? "..." : "…"
    // Room for the marks of what is cut off; what is further away than that cannot be seen.
    let room = max(1, columns - 2 * cut.count)
    func text(_ from: Int, _ to: Int) -> String {
      let text = neutralised(source.text(SourceRange(from, to)))
      return isASCII ? spelledInASCII(text) : text
    }
    let from = max(whole.lower, start - room)
    let markedEnd = min(end, start + room)
    let to = min(whole.upper, markedEnd + room)
    var before = text(from, start)
    var within = text(start, markedEnd)
    var after = text(markedEnd, to)
    var isCutBefore = from > whole.lower
    // A line that does not fit is cut to what surrounds the place.
    if isCutBefore || displayWidth(before) + displayWidth(within) > room {
      isCutBefore = isCutBefore || displayWidth(before) > columns / 2
      before = String(before.reversed().fitting(columns / 2).reversed())
    }
    within = within.fitting(room - displayWidth(before))
    let rest = after
    after = markedEnd < end ? "" : after.fitting(room - displayWidth(before) - displayWidth(within))
    let isCutAfter = to < whole.upper || after != rest
    let lead = isCutBefore ? cut : ""
    line = lead + before + within + after + (isCutAfter ? cut : "")
    caret =
      String(repeating: " ", count: displayWidth(lead + before)) + "^"
      + String(repeating: "~", count: max(1, displayWidth(within)) - 1)
    marked = within.isEmpty ? "the end" : within
  }
}

extension Sequence<Character> {
  /// As many of the first characters as have room in so many columns.
  fileprivate func fitting(_ columns: Int) -> String {
    var text = ""
    var width = 0
    for character in self {
      width += displayWidth(String(character))
      if width > columns { break }
      text.append(character)
    }
    return text
  }
}
