import Sessions

extension TranscriptParser {
  /// Cuts the body into inputs and what follows each.
  mutating func exchanges(_ lines: [Line], firstLine: Int) -> [Transcript.Exchange] {
    var exchanges: [Transcript.Exchange] = []
    var index = 0
    while index < lines.count {
      guard let (prompt, first) = InputMark.input(of: lines[index].text) else {
        if InputMark.continuation(of: lines[index].text) != nil {
          note(.strayContinuation, line: firstLine + index)
        }
        index += 1
        if let last = exchanges.indices.last {
          exchanges[last].outputLines = exchanges[last].outputLines.lowerBound..<index
        }
        continue
      }
      let start = index
      var texts = [first]
      index += 1
      while index < lines.count, let more = InputMark.continuation(of: lines[index].text) {
        texts.append(more)
        index += 1
      }
      let bytes = texts.reduce(0) { $0 + $1.utf8.count }
      if bytes > Self.longInput { note(.longInput(bytes: bytes), line: firstLine + start) }
      exchanges.append(
        Transcript.Exchange(
          prompt: prompt,
          input: RecordedInput(lines: texts),
          inputLines: start..<index,
          outputLines: index..<index,
          inputOffset: lines[start].offset,
          outputOffset: lines[index - 1].end
        )
      )
    }
    return exchanges
  }
}
