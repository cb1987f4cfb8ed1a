import CLibEdit

extension LineEditor {
  fileprivate func complete(_ line: String, cursor: Int) {
    guard let editor, let completer else { return }
    let completions = completer(line, cursor)
    switch completions.step(line: line, cursor: cursor) {
    case .nothing: break
    case .replace(let start, let text): fe_replace(editor, start, text)
    case .list:
      let columns = TerminalSize.reported(by: 1)?.columns ?? TerminalSize.standard.columns
      let rows = CompletionListing.rows(completions.candidates, columns: columns) {
        Int(fe_width($0))
      }
      fe_list(editor, rows.joined(separator: "\n"))
    }
  }
}

/// Called by the C part inside `readLine`, thus on the main thread.
let answerCompletion: fe_completer = { context, line, length, cursor in
  guard let context else { return }
  let text = String(
    decoding: UnsafeRawBufferPointer(start: line, count: length),
    as: UTF8.self
  )
  let address = UInt(bitPattern: context)
  MainActor.assumeIsolated {
    guard let context = UnsafeRawPointer(bitPattern: address) else { return }
    Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
      .complete(text, cursor: cursor)
  }
}
