import Lessons
import SessionSupport
import Sessions
import TestSupport
import Testing
import TerminalText
import Transcripts

struct RecordingTests {
  @Test func enterIsWrittenAsNextAtTheNotebookAlone() {
    #expect(RecordedInput(typed: "", at: .notebook).echo(at: .notebook) == ["fathom> :next"])
    #expect(RecordedInput(typed: "  ", at: .notebook).input == .line(":next"))
    let answer = Prompt.answer("q")
    #expect(RecordedInput(typed: "", at: answer).echo(at: answer) == ["answer[q]>"])
  }

  @Test func aPastedBlockIsOneInput() {
    let input = RecordedInput(typed: "a = 1\n\nb = 2  \n", at: .notebook)
    #expect(input.echo(at: .notebook) == ["fathom> a = 1", "…>", "…> b = 2"])
    #expect(input.input == .line("a = 1\n\nb = 2"))
  }

  @Test func nobodyCancelsByTyping() {
    let typed = RecordedInput(typed: ":cancelled", at: .notebook)
    #expect(typed.cancellation == nil)
    #expect(RecordedInput(.definitions).echo(at: .notebook) == ["fathom> :cancelled"])
    #expect(RecordedInput(.definitions).input == .cancelled)
  }

  @Test(arguments: [0, 1, 12_345]) func aStoppedBlockSaysHowMuchOfItHasRun(_ count: Int) {
    let input = RecordedInput(.statements(count))
    #expect(input.echo(at: .notebook) == ["fathom> :cancelled \(count)"])
    #expect(input.cancellation == .statements(count))
    #expect(input.input == .cancelled)
    #expect(RecordedInput(typed: ":cancelled \(count)", at: .notebook).cancellation == nil)
  }

  @Test(arguments: [":cancelled x", ":cancelled -1", ":cancelled  2", ":cancelledly"])
  func whatOnlyLooksLikeItIsAnInput(_ text: String) {
    #expect(RecordedInput(typed: text, at: .notebook).cancellation == nil)
  }

  @Test func controlCharactersAreVisibleBeforeTheSessionSeesThem() {
    let input = RecordedInput(typed: "a\u{1B}[31m\tb\u{202E}", at: .notebook)
    #expect(input.lines == ["a^[[31m    b<U+202E>"])
  }

  /// What was typed, recorded and read again is the same inputs.
  @Test func inputsSurviveTheFile() throws {
    let lesson = try Growth.lesson()
    let lines = [
      "", "30", "", ":cancelled", "? y\n", "fathom> x", "answer[q]> 1", "…> 1", "lesson> M = 2",
      "1,5", "é = 1", "\u{0}\u{7}", "a\nb\nc", "[1,\n2]", " x", ":note # fathom transcript 1",
    ]
    let transcript = try parsed(recorded(lines, on: lesson))
    #expect(transcript.faults.isEmpty)
    #expect(transcript.exchanges.count == lines.count)
    let replay = Replay(transcript, lesson: lesson)
    #expect(replay.body == transcript.body)
    #expect(replay.prompts == transcript.exchanges.map(\.prompt))
  }

  /// A note, a question, a failure: nothing that is shown can pass for an input.
  @Test func outputsThatLookLikeInputsAreIndented() throws {
    let source = try Growth.text().replacing(
      "A small lesson with each kind of question.",
      with: "`lesson> a`\n\n`fathom> b`\n\n`answer[q]> c`\n\n`…> d`"
    )
    let lesson = try #require(Lesson.parse(source, path: "l").lesson)
    let transcript = try parsed(recorded(["t = \"fathom> x\"", "t"], on: lesson))
    #expect(transcript.exchanges.count == 2)
    let begins = transcript.body.filter { line in
      ["fathom>", "answer[", "…>"].contains { line.hasPrefix($0) }
    }
    #expect(begins.count == 2)
  }

  @Test func anEmptyLineStandsBeforeAParagraphAndNotAtTheTop() throws {
    let lesson = try Growth.lesson()
    let body = try parsed(recorded([""], on: lesson)).body
    #expect(body.first == "  A small lesson with each kind of question.")
    let next = try #require(body.firstIndex(of: "fathom> :next"))
    #expect(body[next + 1] == "")
    #expect(body[next + 2] == "  How large is each entry after 20 layers, about?")
    #expect(!zip(body, body.dropFirst()).contains { $0 == "" && $1 == "" })
  }

  @Test func columnsChangeFromWhereTheyAreSet() throws {
    let lesson = try Growth.lesson()
    let text = recorded([":set columns 40", ":help", ":set columns 80"], on: lesson)
    let transcript = try parsed(text)
    let help = transcript.exchanges[1].outputLines.map { displayWidth(transcript.body[$0]) }
    #expect((help.max() ?? 0) <= 40)
    #expect(Replay(transcript, lesson: lesson).body == transcript.body)
  }

  @Test func noLineEndsInBlanks() throws {
    let lesson = try Growth.lesson()
    let text = recorded(["", "30  ", "plot [1, 2, 3]", ":help", ":score"], on: lesson)
    #expect(!text.contains(" \n"))
  }
}
