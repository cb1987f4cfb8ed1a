/// Whether the cell language can read a text as one name.
func isName(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first, !first.properties.isDecimalDigit else {
    return false
  }
  return text.unicodeScalars.allSatisfy(isNameScalar)
}

func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.isDecimalDigit
    || scalar.properties.canonicalCombiningClass != .notReordered
}

extension Unicode.Scalar.Properties {
  var isDecimalDigit: Bool { numericType == .decimal }
}
