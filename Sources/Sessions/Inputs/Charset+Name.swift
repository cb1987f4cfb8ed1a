import Plotting

extension Charset {
  /// The charset of a name; `unicode` is the finest that Unicode has.
  package init?(named name: String) {
    if name == "unicode" {
      self = .braille
      return
    }
    guard let charset = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = charset
  }

  /// As `:set charset` and the header of a transcript call it.
  package var name: String {
    switch self {
    case .ascii: "ascii"
    case .blocks: "blocks"
    case .braille: "braille"
    }
  }
}
