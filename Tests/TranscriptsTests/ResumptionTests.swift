import Lessons
import Notebooks
import SessionSupport
import Sessions
import TestSupport
import Testing
import Transcripts

private let inputs = [
  "", "30", "", "t*n", "t^n", "s = 1.2", ":set columns 60", "", "? x = [1,\n2]", "",
  "k = 3\nk2 = 4\nk3 = 5", "", "",
]

/// Takes up bytes, and gives the file as it is then and the session at its end.
private func resumed(_ bytes: [UInt8], _ lesson: Lesson) throws -> (text: String, player: Player) {
  if TranscriptParser.isBarelyBegun(bytes) {
    return (recorded([], on: lesson), Player(lesson, learner: "Ada"))
  }
  let found = TranscriptParser.parse(bytes, path: "t").transcript
  let resumption = Resumption(try #require(found), lesson: lesson, byteCount: bytes.count)
  let kept = String(decoding: bytes[..<resumption.keptBytes], as: UTF8.self)
  return (kept + resumption.missing.map { $0 + "\n" }.joined(), resumption.player)
}

struct ResumptionTests {
  /// However a file was cut, what is taken up is a transcript of the inputs that were whole.
  @Test func losesNoInputWhereverTheFileIsCut() throws {
    let lesson = try Growth.lesson()
    let whole = Array(recorded(inputs, on: lesson).utf8)
    let all = try parsed(String(decoding: whole, as: UTF8.self))
    for cut in stride(from: 1, through: whole.count, by: 3) {
      let bytes = Array(whole[..<cut])
      let (text, _) = try resumed(bytes, lesson)
      let transcript = try parsed(text)
      #expect(transcript.ending == .whole)
      // Behind an input whose output was cut stands that it is cancelled.
      let inputs = transcript.exchanges.map(\.input).filter { $0.cancellation == nil }
      let count = inputs.count
      #expect(inputs == all.exchanges.prefix(count).map(\.input))
      // Every input whose last line is there was acknowledged, and is there still.
      let acknowledged = all.exchanges.count { exchange in
        let line = all.lineNumber(exchange.inputLines.upperBound - 1)
        return bytes.count { $0 == 0x0A } >= line
      }
      #expect(count >= acknowledged)
    }
  }

  /// An input whose output was torn is cancelled, and its file is one that replays, however often it is cut.
  @Test func cancelsWhatACrashHasCut() throws {
    let lesson = try Growth.lesson()
    let whole = Array(recorded(inputs, on: lesson).utf8)
    for cut in stride(from: 700, to: whole.count, by: 7) where whole[cut - 1] != 0x0A {
      let bytes = Array(whole[..<cut])
      let (text, _) = try resumed(bytes, lesson)
      let transcript = try parsed(text)
      #expect(Replay(transcript, lesson: lesson).body == transcript.body)
      let found = TranscriptParser.parse(bytes, path: "t").transcript
      guard let found, Resumption(found, lesson: lesson, byteCount: cut).wasInterrupted else {
        continue
      }
      #expect(transcript.exchanges.last?.input.cancellation == .definitions)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let last = try #require(lines.lastIndex { $0.hasSuffix(":cancelled") })
      let cutAgain = lines[...last].map { $0 + "\n" }.joined()
      let (again, _) = try resumed(Array(cutAgain.utf8), lesson)
      #expect(again == text)
    }
  }

  /// Leaving shows nothing, and coming back cancels nothing; a name that is worth a line does.
  @Test(arguments: [
    (":quit", false), ("exit", false), ("s", true), (":quit s", true), ("quit = 2", true),
  ])
  func comesBackFromLeaving(last: String, wasInterrupted: Bool) throws {
    let lesson = try Growth.lesson()
    let text = recorded(["", "30", "s = 1.2"], on: lesson) + "fathom> \(last)\n"
    let found = TranscriptParser.parse(Array(text.utf8), path: "t").transcript
    let resumption = Resumption(try #require(found), lesson: lesson, byteCount: text.utf8.count)
    #expect(resumption.wasInterrupted == wasInterrupted)
    #expect(resumption.missing.isEmpty != wasInterrupted)
    #expect(resumption.inputs == 4)
    #expect(resumption.player.session.notebook.definitions["s"]?.statement.text == "s = 1.2")
  }

  /// Of a block that was stopped the first statements are there, and no other.
  @Test func takesUpAStoppedBlock() throws {
    let lesson = try Growth.lesson()
    let text =
      recorded([], on: lesson) + "fathom> a = 1\n…> a\n…> b = 2\n…> c = 3\na = 1\na = 1\n"
      + "fathom> :cancelled 2\nCancelled. What was defined before still is.\n"
    let (kept, player) = try resumed(Array(text.utf8), lesson)
    #expect(kept == text)
    #expect(player.session.notebook.definitions["a"] != nil)
    #expect(player.session.notebook.definitions["b"] == nil)
    let transcript = try parsed(text)
    #expect(Replay(transcript, lesson: lesson).body == transcript.body)
  }

  @Test func goesOnAsIfNothingHadHappened() throws {
    let lesson = try Growth.lesson()
    let straight = recorded(inputs + [":score", "s"], on: lesson)
    var (text, player) = try resumed(Array(recorded(inputs, on: lesson).utf8), lesson)
    for line in [":score", "s"] {
      let prompt = player.prompt
      let input = RecordedInput(typed: line, at: prompt)
      let lines = input.echo(at: prompt) + player.act(on: input).output
      text += lines.map { $0 + "\n" }.joined()
    }
    #expect(text == straight)
  }

  @Test func showsWhereOneIs() throws {
    let lesson = try Growth.lesson()
    var (_, player) = try resumed(Array(recorded([""], on: lesson).utf8), lesson)
    #expect(
      player.orientation().output == [
        "Growth, step 1 of 2: Factors",
        "Here s = 1.5 and L = 20. :go 1 shows the step from its beginning.", "",
        "  How large is each entry after 20 layers, about?",
        "  (0.5 points; a guess; you are credited for making it)",
      ]
    )
  }

  /// Nothing is worked out again: neither what is dear nor what never ends.
  @Test func resumingEvaluatesNothing() throws {
    let lesson = try Growth.lesson()
    var text = recorded([""], on: lesson)
    for number in 1...300 {
      text += "fathom> d\(number) = identity(2)^\(number)\nd\(number) = …\n"
      text += "fathom> rms(weights(network(gaussian(gain: 1), width: 4096, depth: 4096)))\n1\n"
    }
    let (_, player) = try resumed(Array(text.utf8), lesson)
    #expect(player.session.notebook.definitions["d300"] != nil)
    // What is known already can be had for nothing.
    var notebook = player.session.notebook
    let nothing = Meter(limits: Meter.Limits(operations: 0, bytes: 1e9))
    #expect((try? notebook.value(of: "d300", meter: nothing)) == nil)
  }
}
