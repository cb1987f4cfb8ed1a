import Sessions

/// A session as a file: its inputs and, between them, its outputs.
package struct Transcript: Sendable, Hashable {
  /// As the file was named.
  package let path: String
  package let header: TranscriptHeader
  /// The lines behind the header and the empty line below it.
  package let body: [String]
  /// The number of the body's first line in the file.
  package let firstLine: Int
  /// The inputs in order, each with what followed.
  package let exchanges: [Exchange]
  /// Remarks of the parser; none of them is an error.
  package let faults: [TranscriptFault]
  /// Where the file was whole: what stands behind was cut off while it was written.
  package let ending: Ending

  /// An answer in a last line without a line end: nobody knows whether it is whole.
  let cutAnswer: Exchange?

  /// The same with the answer of a last line without a line end as it stands, for who marks it; nil
  /// where there is none.
  package var withCutAnswer: Transcript? {
    guard let cutAnswer else { return nil }
    return Transcript(
      path: path,
      header: header,
      body: body,
      firstLine: firstLine,
      exchanges: exchanges + [cutAnswer],
      faults: faults,
      ending: ending,
      cutAnswer: nil
    )
  }

  /// How the file ends.
  package enum Ending: Sendable, Hashable {
    case whole
    /// So many bytes of the file hold whole lines; the rest may go on with the last input.
    case torn(wholeBytes: Int, continuesInput: Bool)
  }

  /// An input and the lines that followed it.
  package struct Exchange: Sendable, Hashable {
    /// The prompt that stands in front of the input, which a replay may not share.
    package let prompt: Prompt
    package let input: RecordedInput
    /// Indices into the body: the prompt's lines, then the output's.
    package let inputLines: Range<Int>
    package var outputLines: Range<Int>
    /// Where the input begins in the file, in bytes, and where its output does.
    let inputOffset: Int
    var outputOffset: Int
  }

  /// The lines that stand before any input.
  package var beginning: ArraySlice<String> {
    body[..<(exchanges.first?.inputLines.lowerBound ?? body.count)]
  }

  /// The line of the file in which an exchange begins.
  package func line(ofExchange index: Int) -> Int {
    lineNumber(exchanges[index].inputLines.lowerBound)
  }

  /// How much of an input Ctrl-C has left; nil where it ran to its end.
  func cancellation(of exchange: Int) -> RecordedInput.Cancellation? {
    exchange + 1 < exchanges.count ? exchanges[exchange + 1].input.cancellation : nil
  }

  /// The number of a line of the body in the file.
  package func lineNumber(_ index: Int) -> Int { firstLine + index }
}
