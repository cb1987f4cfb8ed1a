import TerminalText
import Transcripts

extension PlayError: CustomStringConvertible {
  /// What is so, and what to type instead.
  var description: String {
    switch self {
    case .inUse(let path, let wanted):
      "\(neutralised(path)) is being played somewhere else. \(wanted.advice)"
    case .notebookInUse(let path):
      "\(neutralised(path)) is open somewhere else. Close it there, or open another: "
        + "fathom notebook NAME."
    case .noNotebook(let name):
      "\"\(neutralised(name))\" names no notebook: a name is letters, digits, - and _; a file has a "
        + "slash in its name or ends in .transcript."
    case .unreadable(let faults):
      "The transcript cannot be read. --fresh keeps it aside and begins anew.\n"
        + faults.prefix(TranscriptFault.mostShown).map(\.text).joined(separator: "\n")
    case .otherLearner(let path, let learner):
      "\(neutralised(path)) is the transcript of "
        + (learner.map { "\"\(neutralised($0))\"." } ?? "somebody without a name.")
    case .copyOf(let name):
      "This copy was written for \"\(neutralised(name))\", so the transcript bears that name. "
        + "Leave --learner out."
    case .copyIsGone(let old, let new, let isTalk):
      "You began with "
        + (old == new ? "another text of version \(new)" : "version \(neutralised(old))")
        + " of this lesson, of which there is no copy; it is \(new) now. "
        + ShellSentence.waysOn(isTalk: isTalk)
    case .notBegun(let id):
      "There is no session of \(neutralised(id)) to hand in. fathom play \(neutralised(id)) begins one."
    case .otherMode(let hasCopy):
      "One of the versions is graded and the other for practice, so answers count differently. "
        + Self.instead(hasCopy)
    case .cannotCarryOver(let ids, let hasCopy):
      "The newer version no longer has \(ids.map { neutralised($0) }.joined(separator: ", ")). "
        + Self.instead(hasCopy)
    }
  }

  /// What to do where inputs cannot be taken along.
  private static func instead(_ hasCopy: Bool) -> String {
    hasCopy
      ? "Finish without --carry-over, or begin anew with --fresh."
      : "Begin anew with --fresh; what you had is kept, and can still be marked."
  }
}

extension PlayError.Wanted {
  /// What to do while another session has the transcript.
  fileprivate var advice: String {
    switch self {
    case .playing: "Close that session, or play this one with --no-save."
    case .handingIn: "Type :submit there, or close that session first."
    case .recording, .replacing: "Close that session first."
    }
  }
}
