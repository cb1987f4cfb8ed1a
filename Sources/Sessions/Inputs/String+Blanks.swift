extension String {
  package var trimmingBlanks: String {
    if let first = utf8.first, let last = utf8.last, Self.graphic.contains(first),
      Self.graphic.contains(last)
    {
      return self
    }
    var view = self[...]
    // What stands behind a space of ASCII might belong to it, where it is beyond ASCII.
    while view.utf8.first == 0x20, view.utf8.dropFirst().first.map({ $0 < 0x80 }) ?? true {
      view = view[view.utf8.index(after: view.startIndex)...]
    }
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }

  /// The letters, digits and signs of ASCII, which end no blank.
  static var graphic: Range<UInt8> { 0x21..<0x7F }
}
