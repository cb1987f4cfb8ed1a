extension Journal.News {
  /// What somebody is told of it.
  package var message: String {
    switch self {
    case .stopped(let reason):
      "This session is no longer saved: \(reason). It goes on; what you type now may be lost."
    case .caughtUp: "The session is saved again; nothing is missing."
    }
  }
}
