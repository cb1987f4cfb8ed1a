import LineEditing

/// What the probe was started with: `--history FILE`, `--vi`, `--prompt`, and words after which
/// prompts are coloured, wide or shown without a terminal.
struct ProbeOptions {
  var configuration = LineEditor.Configuration()
  var prompt = "ŷ› "

  init(_ arguments: [String]) {
    var rest = arguments.dropFirst()
    while let word = rest.popFirst() {
      switch word {
      case "--history": configuration.historyPath = rest.popFirst()
      case "--limit": configuration.historyLimit = rest.popFirst().flatMap { Int($0) } ?? 1000
      case "--vi": configuration.keys = .vi
      case "--emacs": configuration.keys = .emacs
      case "--colored": prompt = "\u{1B}[1m\u{1B}[36mŷ›\u{1B}[0m "
      case "--colored-to-the-end": prompt = "\u{1B}[36mŷ›\u{1B}[0m"
      case "--wide": prompt = String(repeating: "abcdefghi ", count: 12) + "> "
      case "--show-prompt": configuration.showsPlainPrompt = true
      default: break
      }
    }
  }
}
