import Lessons
import TerminalText

extension ReleaseFault: CustomStringConvertible {
  var description: String { "\(neutralised(path)): \(error.message) Nothing was written." }
}
