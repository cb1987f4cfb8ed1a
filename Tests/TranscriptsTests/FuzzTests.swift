import SessionSupport
import Sessions
import TestSupport
import Testing
import TerminalText
import Transcripts

private let pieces: [[UInt8]] =
  [
    "fathom>", "fathom> :next\n", "answer[", "]>", "answer[q]> 1\n", "…> ", "lesson> ", "# ",
    "# lesson: x\n", "# columns: -1\n", "\n\n", "\r\n", "\u{1B}[31m", "\u{202E}", "\u{FEFF}",
    ":cancelled", ":set columns 20\n", "((((", "\"",
  ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xE2, 0x80], [0x0A]]

struct FuzzTests {
  /// Whatever the bytes are, they are read, nothing raw comes out, and what is read can be played.
  @Test(arguments: 0..<12)
  func readsAnything(_ seed: Int) throws {
    let lesson = try Growth.lesson()
    let whole = Array(
      recorded(["", "30", "", "t^n", "", "s = [1,\n2]", ":score"], on: lesson).utf8
    )
    var generator = SplitMix64(seed: UInt64(seed) &* 7919 &+ 1)
    for _ in 0..<25 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        mutate(&bytes, &generator)
      }
      let (transcript, faults) = TranscriptParser.parse(bytes, path: "t\u{1B}")
      #expect(faults.allSatisfy { neutralised($0.text) == $0.text })
      guard let transcript else {
        #expect(faults.contains { $0.severity == .error })
        continue
      }
      #expect(transcript.body.allSatisfy { neutralised($0) == $0 })
      var session = transcript.session(lesson)
      session.replayBeginning()
      for exchange in transcript.exchanges { session.replay(exchange.input.input) }
      let resumption = Resumption(transcript, lesson: lesson, byteCount: bytes.count)
      #expect(resumption.keptBytes <= bytes.count)
    }
  }

  /// What is recorded anew replays to itself.
  @Test(arguments: 100..<110)
  func whatIsRecordedAnewStays(_ seed: Int) throws {
    let lesson = try Growth.lesson()
    let whole = Array(recorded(["", "30", "", "t^n", "", "s = 2", ":score"], on: lesson).utf8)
    var generator = SplitMix64(seed: UInt64(seed) &* 104_729 &+ 1)
    for _ in 0..<6 {
      var bytes = whole
      for _ in 0..<3 { mutate(&bytes, &generator) }
      guard let transcript = TranscriptParser.parse(bytes, path: "t").transcript else { continue }
      let first = Replay(transcript, lesson: lesson).text(transcript.header)
      let again = try parsed(first)
      #expect(Replay(again, lesson: lesson).text(again.header) == first)
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int(generator.next() % 40)))
    case 2 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
    case 3:
      let other = Int.random(in: 0...bytes.count, using: &generator)
      let copied = bytes[min(place, other)..<max(place, other)].prefix(200)
      bytes.insert(contentsOf: copied, at: place)
    default: bytes.removeLast(min(bytes.count, 30))
    }
  }
}
