/// Where a text first stands in another.
func firstIndex(of text: String, in whole: Substring) -> Substring.Index? {
  var rest = whole
  while !rest.isEmpty {
    if rest.hasPrefix(text) { return rest.startIndex }
    rest = rest.dropFirst()
  }
  return nil
}

extension Substring {
  /// Without white space at both ends.
  var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
