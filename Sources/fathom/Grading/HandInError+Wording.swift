import Glibc
import TerminalText

extension HandInError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unreadable(let path, let code): "\(InputError.unreadable(path: path, code: code))"
    case .special(let path, .link):
      "\"\(neutralised(path))\" is a link, and no link is followed in a folder of hand-ins."
    case .special(let path, let kind):
      "\"\(neutralised(path))\" is a \(kind.rawValue), not a file."
    case .tooLarge(let path, let bytes):
      "\"\(neutralised(path))\" has \(bytes >> 20) MB; no transcript is larger than \(HandInFile.mostBytes >> 20) MB."
    case .archived(let path, let fault, let detail):
      "\"\(neutralised(path))\" \(fault.words(neutralised(detail)))"
    case .growing(let path): "\"\(neutralised(path))\" is being written while it is read."
    }
  }
}
