import TerminalText
import Transcripts

extension ExportError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unreadable(let faults):
      "The transcript cannot be read.\n"
        + faults.prefix(TranscriptFault.mostShown).map(\.text).joined(separator: "\n")
    case .lessonTwice(let id):
      "Two lessons have the id \"\(neutralised(id))\"; change one of the ids. Nothing was written."
    case .isThere(let path): "\(neutralised(path)) is there already; --force overwrites it."
    case .isNoFile(let path): "\(neutralised(path)) is no ordinary file; another name, please."
    case .needsFolder(let path):
      "A course is several pages; \(neutralised(path)) is no folder. -o FOLDER/ names one."
    }
  }
}
