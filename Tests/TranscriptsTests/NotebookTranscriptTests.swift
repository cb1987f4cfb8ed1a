import Notebooks
import SessionSupport
import Sessions
import Testing
import Transcripts

private let inputs = [
  "s = 1.5", "net = network(s*identity(2), depth: 20)", "plot rms(activations(net, [1, 1]))",
  "s = 0.5", "s^20", ":note mine", "k = [1,\n2]", ":undo", "k",
]

/// The file of a notebook of one's own.
struct NotebookTranscriptTests {
  @Test func bearsItsNameInPlaceOfTheLessons() throws {
    let text = recorded(inputs, inNotebook: "mine")
    #expect(text.hasPrefix("# fathom transcript 1\n# notebook: mine\n# columns: 80\n# engine: "))
    let transcript = try parsed(text)
    #expect(transcript.faults.isEmpty)
    #expect(transcript.header.subject == .notebook("mine"))
    #expect(transcript.header.lesson == nil)
    #expect(transcript.header.learner == "Ada")
    #expect((transcript.header.lines + [""] + transcript.body).map { $0 + "\n" }.joined() == text)
  }

  /// What was played is said once: the first line that says it holds.
  @Test func isALessonOrANotebook() throws {
    let both =
      "# fathom transcript 1\n# notebook: mine\n# lesson: growth\n# columns: 80\n# engine: 1\n\n"
    let transcript = try parsed(both)
    #expect(transcript.header.subject == .notebook("mine"))
    #expect(transcript.faults.map(\.problem) == [.badHeaderLine("# lesson: growth")])
    let neither = TranscriptParser.parse(
      Array("# fathom transcript 1\n# notebook: \n\n".utf8),
      path: "t"
    )
    #expect(neither.transcript == nil)
    #expect(neither.faults.last?.problem == .noLesson)
  }

  @Test(arguments: [nil, 40, 132])
  func replaysToTheSameBytes(columns: Int?) throws {
    let transcript = try parsed(recorded(inputs, inNotebook: "mine"))
    let replay = Replay(transcript, lesson: nil)
    #expect(replay.body == transcript.body)
    let comparison =
      if let columns {
        Comparison(transcript, with: replay, lesson: nil, columns: columns)
      } else {
        Comparison(transcript, with: replay, lesson: nil)
      }
    #expect(comparison == .same)
    #expect(replay.text(transcript.header) == recorded(inputs, inNotebook: "mine"))
  }

  @Test func anotherResultIsADifference() throws {
    // 0.5^20
    let text = recorded(inputs, inNotebook: "mine")
      .replacing("9.5367431640625e-7", with: "9.5367431640625e-8")
    let transcript = try parsed(text)
    let replay = Replay(transcript, lesson: nil)
    guard
      case .differs(let difference, let count) = Comparison(transcript, with: replay, lesson: nil)
    else {
      Issue.record("no difference")
      return
    }
    #expect(count == 1)
    #expect(difference.got?.contains("e-7") == true)
  }

  /// Wherever its file was cut, it goes on with what was whole.
  @Test func goesOnWhereItStopped() throws {
    let whole = recorded(inputs, inNotebook: "mine")
    let bytes = Array(whole.utf8)
    let all = try parsed(whole).exchanges
    for cut in stride(from: 200, through: bytes.count, by: 5) {
      let part = Array(bytes[..<cut])
      guard !TranscriptParser.isBarelyBegun(part) else { continue }
      let found = TranscriptParser.parse(part, path: "t").transcript
      let resumption = Resumption(try #require(found), lesson: nil, byteCount: part.count)
      var straight = Session(.notebook("mine"))
      straight.replayBeginning()
      for exchange in all.prefix(resumption.inputs) { straight.replay(exchange.input.input) }
      let session = resumption.player.session
      #expect(session.isNotebook && session.name == "mine")
      #expect(
        session.notebook.definitions.all.map(\.statement.text)
          == straight.notebook.definitions.all.map(\.statement.text)
      )
    }
  }

  @Test func isHandedOnWithoutAName() throws {
    let copy = Anonymous.copy(of: recorded(inputs, inNotebook: "mine"), hidingAnswersTo: [])
    #expect(copy == recorded(inputs, inNotebook: "mine", learner: nil))
  }
}
