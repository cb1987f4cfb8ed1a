import Lessons
import Sessions

/// A session taken up where its transcript ends.
///
/// The inputs are replayed and nothing is evaluated. The last whole input, where a crash took its output, is
/// cancelled: it defines what it defines. Leaving shows nothing, so nothing of it is missing. An input that was cut was never acted on and is left out.
package struct Resumption: Sendable {
  /// The session, ready for the next input.
  package let player: Player
  /// How many bytes of the file stay.
  package let keptBytes: Int
  /// What has to be written behind them: that the last input is cancelled, if a crash took its output.
  package let missing: [String]
  /// Whether a crash took the output of the last input.
  package let wasInterrupted: Bool
  /// The last input with its output, for somebody who comes back.
  package let lastExchange: [String]
  /// How many inputs were taken up.
  package let inputs: Int

  /// Takes up a transcript whose file has so many bytes, on its lesson; a notebook has none.
  package init(_ transcript: Transcript, lesson: Lesson?, byteCount: Int) {
    var exchanges = transcript.exchanges[...]
    var torn = false
    var continues = false
    var kept = byteCount
    if case .torn(let wholeBytes, let continuesInput) = transcript.ending {
      (torn, continues, kept) = (true, continuesInput, wholeBytes)
    }
    if let last = exchanges.last, last.outputLines.isEmpty, continues || last.isPartial {
      exchanges.removeLast()
      kept = last.inputOffset
    }
    var session = transcript.session(lesson)
    session.replayBeginning()
    for (index, exchange) in exchanges.enumerated() {
      session.replay(exchange.input.input, limit: transcript.cancellation(of: index).limit)
    }
    var lines: [String] = []
    if let last = exchanges.last {
      lines = Array(transcript.body[last.inputLines])
      if (last.outputLines.isEmpty && !last.leaves) || (torn && kept != last.inputOffset) {
        var player = Player(session, pageIsOpen: false)
        // What says that an input was cancelled may itself have lost its output.
        let isSaid = last.input.cancellation != nil
        let cancellation = isSaid ? last.input : RecordedInput(.definitions)
        let output = player.act(on: cancellation).output
        missing = (isSaid ? [] : cancellation.echo(at: player.prompt)) + output
        keptBytes = last.outputOffset
        wasInterrupted = true
        lastExchange = lines + missing
        inputs = exchanges.count
        self.player = player
        return
      }
      lines += transcript.body[last.outputLines]
    }
    keptBytes = kept
    missing = []
    wasInterrupted = false
    lastExchange = lines
    inputs = exchanges.count
    player = Player(session, pageIsOpen: lines.last?.isEmpty ?? false)
  }
}

extension Transcript.Exchange {
  /// Whether it is how somebody left, which shows nothing.
  fileprivate var leaves: Bool { input.lines.count == 1 && Command.leaves(input.lines[0]) }

  /// Whether the input may be the first lines of one that a crash cut between two lines.
  fileprivate var isPartial: Bool { !prompt.isWhole(input.lines.joined(separator: "\n")) }
}
