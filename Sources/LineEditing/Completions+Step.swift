extension Completions {
  /// What one TAB does.
  enum Step: Equatable {
    case nothing
    case replace(start: Int, text: String)
    case list
  }

  /// The step for `line` up to `cursor`: what all candidates share is put in if that adds
  /// something to what was typed; if nothing is added and more than one fits, they are listed.
  func step(line: String, cursor: Int) -> Step {
    guard let first = candidates.first else { return .nothing }
    let bytes = Array(line.utf8)
    let end = min(max(cursor, 0), bytes.count)
    let start = min(max(start, 0), end)
    let typed = String(decoding: bytes[start..<end], as: UTF8.self)
    if candidates.count == 1 {
      return first.text == typed ? .nothing : .replace(start: start, text: first.text)
    }
    let common = candidates.dropFirst().reduce(first.text) { sharedPrefix($0, $1.text) }
    let addsSomething = common.utf8.count > typed.utf8.count && common.utf8.starts(with: typed.utf8)
    return addsSomething ? .replace(start: start, text: common) : .list
  }

  /// By characters, so that no accent is cut from its letter.
  private func sharedPrefix(_ left: String, _ right: String) -> String {
    String(zip(left, right).prefix { $0 == $1 }.map(\.0))
  }
}
