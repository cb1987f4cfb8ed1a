import Sessions
import Testing
import Transcripts

/// A header that needs no remark.
private let header = """
  # fathom transcript 1
  # lesson: growth 1.0.0 sha256:00
  # columns: 80
  # engine: 1   charset: ascii

  """

private func read(_ text: String) -> (transcript: Transcript?, faults: [TranscriptFault]) {
  TranscriptParser.parse(Array(text.utf8), path: "t.transcript")
}

struct ParserTests {
  @Test func readsInputsAndWhatFollowsThem() throws {
    let body = "Hello\nfathom> s = [1,\n…> 2]\nout\n\nanswer[q]> 3\nfathom> :next\n"
    let (transcript, faults) = read(header + "\n" + body)
    let read = try #require(transcript)
    #expect(faults.isEmpty)
    #expect(read.header.lesson?.id == "growth")
    #expect(read.header.settings.columns == 80)
    #expect(read.header.learner == nil)
    #expect(read.firstLine == 6)
    #expect(read.exchanges.map(\.prompt) == [.notebook, .answer("q"), .notebook])
    #expect(read.exchanges.map(\.input.lines) == [["s = [1,", "2]"], ["3"], [":next"]])
    #expect(read.exchanges[0].outputLines.map { read.body[$0] } == ["out", ""])
    #expect(read.lineNumber(read.exchanges[1].inputLines.lowerBound) == 11)
  }

  @Test func takesLinesOfTheLessonForOutput() throws {
    let transcript = try #require(read(header + "\nlesson> M = 1\nfathom> M\n").transcript)
    #expect(transcript.exchanges.count == 1)
  }

  @Test func aBarePromptIsEnterAndALeadingBlankStays() throws {
    let transcript = try #require(read(header + "\nfathom>\nanswer[q]>\nfathom>  x\n").transcript)
    #expect(transcript.exchanges.map(\.input.lines) == [[""], [""], [" x"]])
  }

  @Test func cancellationIsAnInputOfItsOwn() throws {
    let transcript = try #require(read(header + "\nfathom> h\nfathom> :cancelled\n").transcript)
    #expect(transcript.exchanges[1].input.input == .cancelled)
  }

  @Test(arguments: [
    ("", TranscriptFault.Problem.empty),
    ("hello\n", .notATranscript),
    ("# fathom transcript 2\n", .unknownFormat("2")),
    ("# fathom transcript 1\n\nfathom> 1\n", .noLesson),
  ])
  func refusesWhatIsNoTranscript(_ text: String, _ problem: TranscriptFault.Problem) {
    let (transcript, faults) = read(text)
    #expect(transcript == nil)
    #expect(faults.map(\.problem).contains(problem))
    #expect(faults.last?.severity == .error)
  }

  @Test func saysWhereAHeaderLineIsUnknown() {
    let (transcript, faults) = read(
      "# fathom transcript 1\n# lesson: growth\n# columns: 7\n# mood: good\n\n"
    )
    #expect(transcript != nil)
    #expect(
      faults.map(\.text) == [
        "t.transcript:3:1: remark: \"# columns: 7\" says nothing that this fathom knows; it is "
          + "left out.",
        "t.transcript:4:1: remark: \"# mood: good\" says nothing that this fathom knows; it is "
          + "left out.",
        "t.transcript:4:1: remark: The header has no columns; the default is taken.",
        "t.transcript:4:1: remark: The header has no engine; the default is taken.",
      ]
    )
  }

  @Test func makesControlCharactersVisibleAndSaysWhere() throws {
    let (transcript, faults) = read(
      header + "\nfathom> a\u{1B}[2J\u{0}b\nok \u{202E}abc\nfathom> \u{9B}x\n"
    )
    let read = try #require(transcript)
    #expect(read.exchanges[0].input.lines == ["a^[[2J^@b"])
    #expect(read.body[1] == "ok <U+202E>abc")
    #expect(read.exchanges[1].input.lines == ["<U+009B>x"])
    #expect(faults.map(\.problem) == [.controlCharacter, .controlCharacter, .controlCharacter])
    #expect(faults.map(\.line) == [6, 7, 8])
    #expect(faults.map(\.column) == [10, 4, 9])
  }

  @Test func readsBytesThatAreNotUTF8() throws {
    let bytes = Array((header + "\nfathom> a").utf8) + [0xFF, 0x0A]
    let (transcript, faults) = TranscriptParser.parse(bytes, path: "t.transcript")
    #expect(transcript?.exchanges.first?.input.lines == ["a\u{FFFD}"])
    #expect(faults.map(\.problem) == [.notUTF8])
    #expect(faults.map(\.column) == [10])
  }

  @Test func dropsATornLastLine() throws {
    let (transcript, faults) = read(header + "\nfathom> a\nfathom> hal")
    #expect(transcript?.exchanges.count == 1)
    #expect(faults.map(\.problem) == [.torn])
    #expect(faults.map(\.line) == [7])
  }

  @Test func zerosThatACrashLeftAreATornLine() throws {
    let bytes = Array((header + "\nfathom> a\n").utf8) + [UInt8](repeating: 0, count: 4096)
    let (transcript, faults) = TranscriptParser.parse(bytes, path: "t.transcript")
    #expect(transcript?.exchanges.count == 1)
    #expect(faults.map(\.problem) == [.torn])
  }

  @Test func readsCarriageReturnsAndAByteOrderMark() throws {
    let text = "\u{FEFF}" + header + "\nfathom> a\n1\n"
    let (transcript, faults) = read(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n")
    )
    #expect(transcript?.exchanges.first?.input.lines == ["a"])
    #expect(faults.map(\.problem) == [.carriageReturns])
  }

  @Test func saysThatAContinuationHasNoInput() throws {
    let (transcript, faults) = read(header + "\n…> 1\n")
    #expect(transcript?.exchanges.isEmpty == true)
    #expect(faults.map(\.problem) == [.strayContinuation])
  }

  @Test func readsAMegabyteInALine() throws {
    let line = String(repeating: "1+", count: 500_000) + "1"
    let (transcript, faults) = read(header + "\nfathom> \(line)\n")
    #expect(transcript?.exchanges.first?.input.lines == [line])
    #expect(faults.map(\.problem) == [.longInput(bytes: 1_000_001)])
  }

  @Test func readsAHundredThousandInputs() throws {
    let text = header + "\n" + (1...100_000).map { "fathom> s = \($0)\ns = \($0)\n" }.joined()
    let (transcript, faults) = read(text)
    #expect(transcript?.exchanges.count == 100_000)
    #expect(transcript?.exchanges.last?.input.lines == ["s = 100000"])
    #expect(faults.isEmpty)
  }

  @Test func everyFaultHasItsWords() {
    let problems: [(TranscriptFault.Problem, String)] = [
      (.empty, "The file is empty. `fathom play LESSON --transcript FILE` begins one."),
      (
        .notATranscript,
        "This is no transcript: its first line is not \"# fathom transcript 1\"."
      ),
      (.unknownFormat("9"), "This fathom reads format 1; the file is of format \"9\"."),
      (
        .noLesson,
        "A line \"# lesson: ID VERSION DIGEST\" or \"# notebook: NAME\" is missing: nothing says what was played."
      ),
      (.tooLarge(bytes: 5), "The file has 5 bytes; a transcript has at most 268435456."),
      (.notUTF8, "These bytes are not UTF-8; they are read as U+FFFD."),
      (.controlCharacter, "A control character stands here; it is read as it is shown."),
      (.carriageReturns, "Lines end in carriage returns, which are left out."),
      (.badHeaderLine("#\u{1B}"), "\"#^[\" says nothing that this fathom knows; it is left out."),
      (.missing(.columns), "The header has no columns; the default is taken."),
      (
        .strayContinuation,
        "\"…>\" continues an input, but no input stands above; it is left out."
      ),
      (.torn, "The last line was cut off while it was written; it is left out."),
      (
        .tornAnswer,
        "The last line has no line end: a grade counts its answer as it stands, a session leaves it out."
      ),
      (.longInput(bytes: 7), "This input has 7 bytes."),
    ]
    for (problem, words) in problems { #expect(problem.message == words) }
  }
}
