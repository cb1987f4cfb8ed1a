import Plotting

/// What `:set` changes: how outputs are laid out, never what they say.
package struct Settings: Sendable, Hashable {
  /// Whether figures are drawn or described.
  package enum Figures: String, Sendable, Hashable, CaseIterable { case pictures, text }

  /// The width of the transcript; the terminal has its own.
  package var columns: Int
  /// The rows that a figure may take, so that it and its question share a screen of 24.
  package var figureRows = 13
  package var figures = Figures.pictures
  /// The characters that pictures are made of.
  package var charset: Charset

  /// The widths that a page may have.
  package static let allowedColumns = 20...500

  /// The settings that a session begins with.
  package init(columns: Int = 80, charset: Charset = .ascii) {
    self.columns = columns
    self.charset = charset
  }

  enum Refusal: Error, Sendable, Hashable {
    case unknown(String)
    case outside(name: String, value: String, allowed: String)
  }

  mutating func set(_ name: String, _ value: String) throws(Refusal) {
    switch name {
    case "columns": columns = try Self.number(name, value, Self.allowedColumns)
    case "rows": figureRows = try Self.number(name, value, 5...200)
    case "figures":
      guard let figures = Figures(rawValue: value) else {
        throw .outside(name: name, value: value, allowed: "pictures or text")
      }
      self.figures = figures
    case "charset":
      guard let charset = Charset(named: value) else {
        throw .outside(name: name, value: value, allowed: "ascii, blocks, braille or unicode")
      }
      self.charset = charset
    default: throw .unknown(name)
    }
  }

  private static func number(
    _ name: String,
    _ value: String,
    _ allowed: ClosedRange<Int>
  )
    throws(Refusal) -> Int
  {
    guard let number = Int(value), allowed.contains(number) else {
      throw .outside(
        name: name,
        value: value,
        allowed: "\(allowed.lowerBound) to \(allowed.upperBound)"
      )
    }
    return number
  }
}
