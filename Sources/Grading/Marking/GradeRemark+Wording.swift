import TerminalText
import Transcripts

extension GradeRemark {
  package var words: String {
    switch self {
    case .fault(let fault): fault.text
    case .faults(let count): "\(count) remarks in all."
    case .otherText(let version): "Recorded on another text of version \(neutralised(version))."
    case .otherVersion(let recorded, let marked):
      "Recorded on version \(neutralised(recorded ?? "another version")), marked with \(marked)."
    case .otherEngine(let engine): "Recorded with engine \(engine)."
    case .otherClass(let recorded, let marked):
      "Its header says \(Self.class(recorded)), it is marked with \(Self.class(marked)): other numbers may have been asked."
    case .playedForPractice:
      "Its header does not say that it was graded: each answer may have been told at once. The last answer counts."
    case .cutAnswer(let line):
      "Line \(line) is the last and has no line end: its answer counts as it stands."
    case .unnamed:
      "Its header bears no name: its questions have the first of the values that are drawn."
    case .drawnForOther(let name, let person):
      "Its numbers are those that are drawn for \"\(neutralised(name))\", not for \"\(neutralised(person.name))\" of the roster."
    case .unknownTime: "Nothing says when it came, so nothing says whether it is late."
    case .followed(let sentence), .said(let sentence): sentence
    case .strayed(let line, let count):
      "Line \(line)\(count == 1 ? "" : " and \(count - 1) more"): the lesson reads this input at another prompt."
    }
  }
}

extension GradeRemark {
  private static func `class`(_ seed: String) -> String {
    seed.isEmpty ? "no class seed" : "the class seed \"\(neutralised(seed))\""
  }
}

extension GradedFile.Refusal {
  /// Why, in a sentence.
  package var words: String {
    switch self {
    case .unreadable(let reason), .said(let reason): reason
    case .noTranscript(let problem): problem.message
    case .otherLesson(let id, let expected):
      ReplayError.otherLesson(id, found: expected).description
    case .unknownLesson(let id):
      "It is a transcript of the lesson \"\(neutralised(id))\", which is not among those that are marked."
    case .tooManyInputs(let count, let most):
      "It has \(count) inputs; more than \(most) are not replayed."
    case .tooLong(let seconds):
      "Marking it took more than \(seconds) seconds of processor time and was stopped."
    case .crashed(let signal):
      "The process that marked it was ended by signal \(signal): it needs too much memory, or meets a fault of fathom."
    case .notebook(let name):
      "\"\(neutralised(name))\" is a notebook of one's own; nothing in it is marked."
    }
  }
}
