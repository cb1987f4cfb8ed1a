extension NumberText {
  /// A whole number with its digits in groups of three: `1 000 000`, but `1000`.
  package static func grouped(_ integer: Int) -> String {
    let digits = Array(String(integer.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0, digits.count > 4 { text += " " }
      text.append(digit)
    }
    return (integer < 0 ? "-" : "") + text
  }
}
