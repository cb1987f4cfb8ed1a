import TerminalText

extension CommandRefusal {
  var words: String {
    switch self {
    case .unknown(let word, nil) where ["home", "menu", "lesson", "lessons"].contains(word):
      "There is no command \":\(word)\". :quit leaves, and fathom alone lists the lessons; "
        + ":open NAME plays one at once, as in :open scaling"
    case .unknown("done", _): "done stands without a colon, at the prompt of a task."
    case .unknown(let word, let meant):
      "There is no command \":\(neutralised(word))\". "
        + (meant.map { "Did you mean :\($0)?" } ?? ":help lists them.")
    case .needs(let word, let operand): ":\(word) needs more: :\(word) \(operand)"
    case .takesNothing(let word): ":\(word) stands alone."
    case .editWhat: "Edit what? For example: :edit s"
    case .turnWhat: "Turn what? One parameter or two, for example: :knob s"
    case .goWhere: "Go where? A step by its number or id: :go 2; :steps lists them."
    case .openWhich:
      "Open which lesson? By its name, as in :open scaling; :quit leaves, and fathom alone lists "
        + "them."
    case .saveWhere: "Save under which name? For example: :save mine.transcript"
    }
  }
}
