extension String {
  package var trimmingBlanks: String {
    if let first = utf8.first, let last = utf8.last, Self.graphic.contains(first),
      Self.graphic.contains(last)
    {
      return self
    }
    var view = self[...]
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }

  /// The letters, digits and signs of ASCII, which end no blank.
  private static var graphic: Range<UInt8> { 0x21..<0x7F }
}
