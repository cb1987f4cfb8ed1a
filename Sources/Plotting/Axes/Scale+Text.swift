extension Scale {
  /// The value at a place from 0 to 1, to three digits.
  func text(at place: Double) -> String {
    let coordinate = low * (1 - place) + high * place
    switch kind {
    case .linear(let unit):
      return Sample(power: unit, times: coordinate).text(digits: 3)
    case .logarithmic: return Sample(log10: coordinate).text(digits: 3)
    case .symmetric(let linear):
      let size = abs(coordinate)
      guard size > 0 else { return "0" }
      let decades = size > 17 ? size : commonLogarithm(powerOfTen(size) - 1)
      let text = Sample(log10: decades + Double(linear)).text(digits: 3)
      return coordinate < 0 ? "-" + text : text
    }
  }
}
