import LineEditing

/// Works on another thread until Ctrl-C, which it looks for itself.
func run() async {
  print("running")
  let outcome = await Task.detached {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(60)
    while clock.now < end {
      if Interrupt.isRequested { return "cancelled" }
    }
    return "finished"
  }.value
  Interrupt.clear()
  print(outcome)
}

/// Shows each key until `q`; `w` works until Ctrl-C between two keys, `!` works for ever and looks at nothing.
@MainActor
func showKeys(_ editor: LineEditor) {
  editor.withKeys { keys in
    print("keys")
    while true {
      let key = keys.next()
      print("key \(key)")
      switch key {
      case .character("q"), .endOfInput, .terminated, .failed: return
      case .character("w"):
        while !Interrupt.isRequested {}
        print("noticed")
      case .character("!"):
        print("deaf")
        while true {}
      case .character("t"): print("key \(keys.next(timeout: 1))")
      default: break
      }
    }
  }
}

let names = [
  Completions.Candidate("param", summary: "one parameter"),
  Completions.Candidate("params", summary: "all parameters"),
  Completions.Candidate("plot(", summary: "a figure"),
  Completions.Candidate("résumé", summary: "ŷ in words"),
]

@MainActor
func complete(_ line: String, _ cursor: Int) -> Completions {
  let before = line.utf8.prefix(cursor)
  let start =
    before.lastIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    .map { before.distance(from: before.startIndex, to: $0) + 1 } ?? 0
  let typed = before.dropFirst(start)
  return Completions(
    start: start,
    candidates: names.filter { $0.text.utf8.starts(with: typed) }
  )
}

func visible(_ line: String) -> String {
  line.replacing("\n", with: "⏎").replacing("\t", with: "⇥").replacing("\0", with: "␀")
}
