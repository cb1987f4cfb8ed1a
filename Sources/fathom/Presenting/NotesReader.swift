import Glibc
import LineEditing
import Sessions
import TerminalText

/// The second terminal: the notes of the talk that is given now, page by page, until q.
@MainActor
struct NotesReader {
  private let editor: LineEditor
  private let path: String
  private var connection: Int32?
  private var received: [UInt8] = []

  init(_ editor: LineEditor) throws {
    guard let path = NotesSocket.path else { throw NotesSocket.Problem.noPlace }
    (self.editor, self.path) = (editor, path)
  }

  /// Follows talks, one after another; returns a signal that ended it.
  mutating func run() throws -> Int32? {
    try editor.withKeys { keys in
      try draw(nil)
      while true {
        switch keys.next(timeout: Self.pause) {
        case .character("q"), .endOfInput, .failed:
          try Stage().clear()
          return nil
        case .terminated(let signal): return signal
        case .resized, .resumed: try draw(NotesPage(received: received))
        case .timeout: try follow()
        default: continue
        }
      }
    }
  }

  /// Milliseconds between looks at the socket.
  private static let pause: Int32 = 100

  private mutating func follow() throws {
    guard let open = connection else {
      connection = try NotesSocket.connection(path)
      received = []
      return
    }
    var block = [UInt8](repeating: 0, count: 65_536)
    let count = recv(open, &block, block.count, 0)
    if count > 0 {
      received = (received + block[..<count]).suffix(Self.longest)
      if let page = NotesPage(received: received) { try draw(page) }
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      close(open)
      connection = nil
      try draw(nil)
    }
  }

  /// More than any page takes.
  private static let longest = 1 << 20

  private func draw(_ page: NotesPage?) throws {
    var pieces: [Shown] = []
    if let page {
      pieces = [.message(StyledText(neutralised(page.notes, keepingNewlines: true)))]
      if !page.next.isEmpty {
        pieces.append(.message(StyledText("next:", .faint)))
        pieces.append(.verbatim(neutralised(page.next, keepingNewlines: true)))
      }
    }
    var stage = Stage()
    try stage.draw(
      title: StyledText(page.map { neutralised($0.title) } ?? "Notes", .heading),
      pieces: pieces,
      notes: StyledText(),
      status: page.map { "\(neutralised($0.status)) q leaves" }
        ?? "No talk is given at the moment; waiting for one.   q leaves",
      scrolled: 0
    )
  }
}
