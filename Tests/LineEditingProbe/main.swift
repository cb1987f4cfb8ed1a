// The smallest program around a LineEditor, for the tests to drive over a terminal. It prints what
// it got, because what a terminal echoes proves nothing.
import Glibc
import LineEditing

let options = ProbeOptions(CommandLine.arguments)
let editor = LineEditor(options.configuration)
editor.completer = complete
if let problem = editor.historyProblem { print("problem: \(problem)") }
print(editor.isInteractive ? "ready" : "plain", getpid())

var prefill: String?
loop: while true {
  let reading = editor.readLine(prompt: options.prompt, prefill: prefill)
  prefill = nil
  switch reading {
  case .line("quit"): break loop
  case .line(let line):
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    switch words.first {
    case "edit": prefill = words.last?.replacing("|", with: "\n")
    case "run": await run()
    case "keys": showKeys(editor)
    case "trap": fatalError("asked for")
    default:
      print("got <\(visible(line))> \(line.unicodeScalars.count)")
      do { try editor.remember(line) } catch { print("problem: \(error)") }
    }
  case .interrupted: print("interrupted")
  case .endOfInput:
    print("end")
    break loop
  case .terminated(let signal):
    print("terminated \(signal)")
    break loop
  case .failed(let error):
    print("failed: \(error)")
    break loop
  }
}
editor.close()
