/// Words as a list in a sentence: `a`, `a and b`, `a, b and c`; nothing for none.
package func listed(_ words: [String], by conjunction: String = "and") -> String {
  guard let last = words.last else { return "" }
  let before = words.dropLast()
  return before.isEmpty ? last : "\(before.joined(separator: ", ")) \(conjunction) \(last)"
}
