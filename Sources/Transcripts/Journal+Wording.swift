import TerminalText

extension Journal.News {
  /// What somebody is told of it.
  package var message: String {
    switch self {
    case .stopped(let reason):
      "This session is no longer saved: \(reason). It goes on; what you type now may be lost."
    case .unconfirmed(let reason):
      "The disk does not confirm what is written to it: \(reason). The session goes on being written, and may be "
        + "incomplete if the machine stops."
    case .moved(let path):
      "The file of this session was removed or changed by something else. All of it goes on in "
        + "\"\(neutralised(path))\"."
    case .endedBehind: "This session could not be saved whole: its file lacks what was typed last."
    case .endedUnconfirmed:
      "The disk has not confirmed all of this session: look at its file before you rely on it."
    case .caughtUp: "The session is saved again; nothing is missing."
    }
  }
}
