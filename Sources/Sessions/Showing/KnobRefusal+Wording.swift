import TerminalText

extension KnobRefusal {
  package var words: String {
    switch self {
    case .unknown(let name, let meant):
      "There is no \"\(neutralised(name))\" to turn."
        + (meant.map { " Did you mean \($0)?" } ?? " :notebook lists what there is.")
    case .noNumber(let name, let kind):
      "\(neutralised(name)) is \(kind); a knob turns a number."
    }
  }
}
