import Sessions
import TerminalText

extension ReleaseFault: CustomStringConvertible {
  var description: String {
    (traces.map { neutralised($0.text) } + ["Nothing was written."]).joined(separator: "\n")
  }
}
