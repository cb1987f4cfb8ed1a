extension Figure {
  /// The course of some values as at most `columns` ASCII characters, from `_` for the least to `#`.
  ///
  /// On a log axis where positive values span more than three decades; there `0` is zero and `<` is
  /// negative. `^`, `v` and `n` are infinite, minus infinite and no number. Of values that share a character
  /// the one farthest from zero shows.
  package static func levels(of samples: [Sample], columns: Int) -> String {
    let slots = min(samples.count, columns)
    let scale = Scale(plain: .automatic, for: Domain(samples))
    return (0..<slots).map { slot in
      let part = samples[slot * samples.count / slots..<(slot + 1) * samples.count / slots]
      let shown =
        part.first { !$0.isFinite } ?? part.max { $0.magnitude < $1.magnitude } ?? .notANumber
      if let odd = Peculiarity(shown, on: scale) { return odd.glyph }
      guard let scale, case .at(let place) = scale.place(shown) else { return glyphs[0] }
      return glyphs[cell(place, count: glyphs.count)]
    }.joined()
  }

  private static let glyphs = ["_", ".", ":", "-", "=", "+", "*", "#"]
}
